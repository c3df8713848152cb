package fr.pleiade.mapping.yaml;

/** A document is not YAML, or has what is not read. */
public final class YamlException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long line;
    private final String problem;

    YamlException(String document, long line, String problem) {
        super("%s:%d: %s".formatted(document, line, problem));
        this.line = line;
        this.problem = problem;
    }

    /** {@return where it is, from 1} */
    public long line() {
        return line;
    }

    /** {@return what is wrong, without the place} */
    public String problem() {
        return problem;
    }
}
