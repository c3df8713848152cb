package fr.pleiade.sparql;

import fr.pleiade.findings.Text;
import java.util.Map;

/**
 * A SPARQL request that is not answered, and why, in words for whoever sent it; nothing of it tells about our insides.
 *
 * <p>Thrown only as long as nothing of an answer has been sent.
 */
public final class SparqlRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;
    private final transient Text problem;
    private final transient Map<String, String> headers;

    SparqlRefusal(int status, String code, Text problem, Map<String, String> headers) {
        super("%d %s: %s".formatted(status, code, problem.en()));
        this.status = status;
        this.code = code;
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    SparqlRefusal(int status, String code, Text problem) {
        this(status, code, problem, Map.of());
    }

    /** {@return the HTTP status} */
    public int status() {
        return status;
    }

    /** {@return the kind of problem: lower-case words joined by hyphens, such as {@code query-syntax}} */
    public String code() {
        return code;
    }

    /** {@return what was wrong and what would have worked; for a syntax error with line and column} */
    public Text problem() {
        return problem;
    }

    /** {@return headers that belong to the status, such as {@code Allow} and {@code Retry-After}} */
    public Map<String, String> headers() {
        return headers;
    }
}
