package fr.pleiade.linking;

/** A {@code links.ttl} or what it refers to is not as it should be; the message names file and line. */
public final class LinkException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String document;
    private final long line;

    /** @param line the line of the document, from 1, or 0 where it is not known */
    public LinkException(String document, long line, String problem) {
        super(line > 0 ? "%s:%d: %s".formatted(document, line, problem) : "%s: %s".formatted(document, problem));
        this.document = document;
        this.line = line;
    }

    /** {@return the document's name} */
    public String document() {
        return document;
    }

    /** {@return the line, from 1, or 0 where it is not known} */
    public long line() {
        return line;
    }
}
