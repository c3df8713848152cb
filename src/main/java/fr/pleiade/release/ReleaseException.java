package fr.pleiade.release;

import java.nio.file.Path;

/** A release on disk is not what its manifest says: a file is missing, altered, or of a newer version of Pléiade. */
public final class ReleaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Path file;

    ReleaseException(Path file, String problem) {
        super("%s: %s".formatted(file, problem));
        this.file = file;
    }

    ReleaseException(Path file, String problem, Throwable cause) {
        this(file, problem);
        initCause(cause);
    }

    /** {@return the file that is wrong} */
    public Path file() {
        return file;
    }
}
