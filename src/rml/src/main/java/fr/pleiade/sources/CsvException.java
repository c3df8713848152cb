package fr.pleiade.sources;

/** A CSV file cannot be read as what it is declared to be; carries where. */
public final class CsvException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String file;
    private final long line;
    private final String problem;

    /**
     * @param file the file's name as it was asked for
     * @param line from 1, header included; 0 where the trouble is with the file as a whole
     * @param problem what was found, what was expected, what to do
     */
    public CsvException(String file, long line, String problem) {
        super(line > 0 ? "%s:%d: %s".formatted(file, line, problem) : "%s: %s".formatted(file, problem));
        this.file = file;
        this.line = line;
        this.problem = problem;
    }

    CsvException(String file, long line, String problem, Throwable cause) {
        this(file, line, problem);
        initCause(cause);
    }

    /** {@return the file's name as it was asked for} */
    public String file() {
        return file;
    }

    /** {@return the line, from 1, header included; 0 for the file as a whole} */
    public long line() {
        return line;
    }

    /** {@return the message without its place} */
    public String problem() {
        return problem;
    }
}
