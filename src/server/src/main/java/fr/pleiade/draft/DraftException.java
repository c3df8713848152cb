package fr.pleiade.draft;

import fr.pleiade.findings.Text;

/** A file of which no dataset can be made; says in both languages why, and what to do. */
public final class DraftException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Text problem;

    public DraftException(Text problem) {
        super(problem.en());
        this.problem = problem;
    }

    /** @param values what both sentences, templates of {@link String#format}, are filled with */
    public DraftException(String en, String fr, Object... values) {
        this(new Text(en, fr).with(values));
    }

    public Text problem() {
        return problem;
    }
}
