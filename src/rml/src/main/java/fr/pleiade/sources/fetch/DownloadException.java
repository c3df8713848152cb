package fr.pleiade.sources.fetch;

import java.net.URI;

/** What a URL gave cannot be taken; the file that was there before is as it was. */
public final class DownloadException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final URI url;
    private final String problem;
    private final boolean passing;

    private DownloadException(URI url, String problem, boolean passing) {
        super(url + ": " + problem);
        this.url = url;
        this.problem = problem;
        this.passing = passing;
    }

    /** {@return the exception for a trouble that another attempt may not meet: a broken connection, an overloaded server} */
    static DownloadException passing(URI url, String problem) {
        return new DownloadException(url, problem, true);
    }

    /** {@return the exception for a trouble that stays} */
    static DownloadException lasting(URI url, String problem) {
        return new DownloadException(url, problem, false);
    }

    boolean isPassing() {
        return passing;
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
