package fr.pleiade.identifiers;

/** A declaration of identifier systems is at fault; says where, and what is expected. */
public final class SystemsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SystemsException(String problem) {
        super(problem);
    }

    SystemsException(String document, long line, String problem) {
        super(line > 0 ? "%s:%d: %s".formatted(document, line, problem) : "%s: %s".formatted(document, problem));
    }
}
