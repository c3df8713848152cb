package fr.pleiade.release;

import java.nio.file.Path;

/** A release is not there, or is not what its manifest says. */
public final class ReleaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Path file;
    private final Kind kind;

    /** What is the matter with the release. */
    public enum Kind {
        /** There is no such release. */
        ABSENT,
        /** A file of it is missing or altered. */
        DAMAGED,
        /** A newer version of Pléiade wrote it. */
        NEWER,
        /** An earlier version of Pléiade wrote it, without what serving it needs. */
        OLDER
    }

    private ReleaseException(Kind kind, Path file, String problem) {
        super("%s: %s".formatted(file, problem));
        this.kind = kind;
        this.file = file;
    }

    static ReleaseException absent(Path folder, String problem) {
        return new ReleaseException(Kind.ABSENT, folder, problem);
    }

    static ReleaseException damaged(Path file, String problem) {
        return new ReleaseException(Kind.DAMAGED, file, problem);
    }

    public static ReleaseException damaged(Path file, String problem, Throwable cause) {
        ReleaseException damaged = damaged(file, problem);
        damaged.initCause(cause);
        return damaged;
    }

    static ReleaseException altered(Path file, String found, String expected) {
        return damaged(file, "it was altered: its SHA-256 is %s, the manifest says %s".formatted(found, expected));
    }

    static ReleaseException older(Path file, String problem) {
        return new ReleaseException(Kind.OLDER, file, problem);
    }

    static ReleaseException newer(Path file, String problem) {
        return new ReleaseException(Kind.NEWER, file, problem);
    }

    /** {@return what is the matter} */
    public Kind kind() {
        return kind;
    }

    /** {@return the file or folder that is wrong} */
    public Path file() {
        return file;
    }
}
