package fr.pleiade.syntax;

import fr.pleiade.findings.Text;
import java.util.Optional;

/** A document is not what its syntax says it is; carries where. */
public final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String document;
    private final long line;
    private final transient Optional<Text> unwritable;

    SyntaxException(String document, long line, String problem) {
        this(document, line, problem, Optional.empty());
    }

    private SyntaxException(String document, long line, String problem, Optional<Text> unwritable) {
        super(line > 0 ? "%s:%d: %s".formatted(document, line, problem) : "%s: %s".formatted(document, problem));
        this.document = document;
        this.line = line;
        this.unwritable = unwritable;
    }

    /** {@return that a syntax cannot hold something} */
    static SyntaxException unwritable(Syntax syntax, Text what) {
        return new SyntaxException(syntax.label(), 0, what.en(), Optional.of(what));
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

    /** {@return what it is that a syntax cannot hold, where this is not about a document that was read} */
    public Optional<Text> unwritable() {
        return unwritable;
    }
}
