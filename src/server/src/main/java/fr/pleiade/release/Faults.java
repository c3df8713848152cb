package fr.pleiade.release;

import fr.pleiade.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** Tells, of what the state folder, its disk or the store threw, what to do. */
public final class Faults {
    private Faults() {}

    /** {@return the exception for a stage's own; programming errors are passed on as they are} */
    public static RuntimeException explain(Exception thrown, Path state) {
        if (thrown instanceof PublicationException known) {
            return known;
        }
        if (mentions(thrown, "No space left on device") || mentions(thrown, "Disk quota exceeded")) {
            return PublicationException.environment(
                            state.toString(),
                            "the disk is full",
                            "free some space, for instance by pruning old releases")
                    .causedBy(thrown);
        }
        if (mentions(thrown, "Read-only file system") || thrown instanceof AccessDeniedException) {
            return environment(
                    state.toString(),
                    "it cannot be written: " + thrown.getMessage(),
                    "give the process the right to write there, or name another folder with --state",
                    thrown);
        }
        if (thrown instanceof FileAlreadyExistsException) {
            return environment(
                    message(thrown),
                    "a file stands where a folder is to be",
                    "name another folder with --state",
                    thrown);
        }
        if (thrown instanceof StoreException e) {
            return environment(e.place(), message(thrown).replace("; " + e.advice(), ""), e.advice(), thrown);
        }
        if (thrown instanceof ReleaseException e) {
            String advice = e.kind() == ReleaseException.Kind.NEWER
                    ? "publish with the newer version, or name another folder with --state"
                    : "publish again";
            return environment(String.valueOf(e.file()), message(thrown).replace("; " + advice, ""), advice, thrown);
        }
        if (thrown instanceof IOException || thrown instanceof UncheckedIOException) {
            return environment(state.toString(), message(thrown), "see that the folder can be written", thrown);
        }
        return thrown instanceof RuntimeException programming ? programming : new IllegalStateException(thrown);
    }

    private static String message(Exception thrown) {
        return String.valueOf(thrown.getMessage());
    }

    private static PublicationException environment(String place, String message, String advice, Exception cause) {
        return PublicationException.environment(place, PublicationException.without(place, message), advice)
                .causedBy(cause);
    }

    private static boolean mentions(Throwable thrown, String text) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof IOException && String.valueOf(at.getMessage()).contains(text)) {
                return true;
            }
        }
        return false;
    }
}
