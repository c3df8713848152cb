package fr.pleiade.syntax;

/** A document is not what its syntax says it is; carries where. */
public final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String document;
    private final long line;

    SyntaxException(String document, long line, String problem) {
        super(line > 0 ? "%s:%d: %s".formatted(document, line, problem) : "%s: %s".formatted(document, problem));
        this.document = document;
        this.line = line;
    }

    SyntaxException(String document, long line, String problem, Throwable cause) {
        this(document, line, problem);
        initCause(cause);
    }

    /** {@return the document's name} */
    public String document() {
        return document;
    }

    /** {@return the line, from 1; where the text ends too early, that of the last statement; 0 where the parser could not tell} */
    public long line() {
        return line;
    }
}
