package fr.pleiade.sources.fetch;

import java.net.URI;

/** What a URL gave cannot be taken; the file that was there before is as it was. */
public final class DownloadException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final URI url;
    private final String problem;
    private final Kind kind;

    /** What another attempt may meet. */
    private enum Kind {
        PASSING,
        LASTING,
        MISSING
    }

    private DownloadException(URI url, String problem, Kind kind) {
        super(url + ": " + problem);
        this.url = url;
        this.problem = problem;
        this.kind = kind;
    }

    /** {@return the exception for a trouble that another attempt may not meet: a broken connection, an overloaded server} */
    static DownloadException passing(URI url, String problem) {
        return new DownloadException(url, problem, Kind.PASSING);
    }

    /** {@return the exception for a trouble that stays} */
    static DownloadException lasting(URI url, String problem) {
        return new DownloadException(url, problem, Kind.LASTING);
    }

    /** {@return the exception for an address at which the server has nothing} */
    static DownloadException missing(URI url, int status) {
        return new DownloadException(url, "the server answered " + status, Kind.MISSING);
    }

    boolean isPassing() {
        return kind == Kind.PASSING;
    }

    /** {@return whether the server says that it has nothing at the address} */
    public boolean isMissing() {
        return kind == Kind.MISSING;
    }

    /** {@return the URL that was asked for} */
    public URI url() {
        return url;
    }

    /** {@return what was found and what was expected} */
    public String problem() {
        return problem;
    }
}
