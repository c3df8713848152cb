package fr.pleiade.release;

import fr.pleiade.linking.LinkException;
import fr.pleiade.mapping.MappingException;
import fr.pleiade.site.SiteException;
import fr.pleiade.sources.CsvException;
import fr.pleiade.store.StoreException;
import fr.pleiade.syntax.SyntaxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** Tells, of whatever a stage threw, whose fault it is and what to do. */
final class Faults {
    private Faults() {}

    /** {@return the exception for a stage's own; programming errors are passed on as they are} */
    static RuntimeException explain(Exception thrown, Path state) {
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
            return PublicationException.environment(
                            state.toString(),
                            "it cannot be written: " + thrown.getMessage(),
                            "give the process the right to write there, or name another folder with --state")
                    .causedBy(thrown);
        }
        return explainStage(thrown, state);
    }

    private static RuntimeException explainStage(Exception thrown, Path state) {
        if (thrown instanceof CsvException e) {
            return input(e.line() > 0 ? e.file() + ":" + e.line() : e.file(), e.problem(), thrown);
        }
        if (thrown instanceof MappingException e) {
            return input(e.errors().get(0).place(), String.valueOf(e.getMessage()), thrown);
        }
        if (thrown instanceof LinkException e) {
            return input(e.document(), String.valueOf(e.getMessage()), thrown);
        }
        if (thrown instanceof SyntaxException e) {
            return input(e.document(), String.valueOf(e.getMessage()), thrown);
        }
        if (thrown instanceof SiteException) {
            return input("mappings", String.valueOf(thrown.getMessage()), thrown);
        }
        if (thrown instanceof StoreException e) {
            return PublicationException.environment(e.place(), String.valueOf(e.getMessage()), e.advice())
                    .causedBy(thrown);
        }
        if (thrown instanceof ReleaseException e) {
            return PublicationException.environment(
                            String.valueOf(e.file()),
                            String.valueOf(e.getMessage()),
                            "roll back to a whole release, or remove the damaged one")
                    .causedBy(thrown);
        }
        if (thrown instanceof IOException || thrown instanceof UncheckedIOException) {
            return PublicationException.environment(
                            state.toString(), String.valueOf(thrown.getMessage()), "see that the folder can be written")
                    .causedBy(thrown);
        }
        return thrown instanceof RuntimeException programming ? programming : new IllegalStateException(thrown);
    }

    private static PublicationException input(String place, String problem, Exception cause) {
        return PublicationException.input(place, problem, "correct it and publish again")
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
