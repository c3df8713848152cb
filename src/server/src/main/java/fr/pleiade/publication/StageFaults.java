package fr.pleiade.publication;

import fr.pleiade.linking.LinkException;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.quality.PolicyException;
import fr.pleiade.release.Faults;
import fr.pleiade.release.PublicationException;
import fr.pleiade.site.SiteException;
import fr.pleiade.sources.CsvException;
import fr.pleiade.syntax.SyntaxException;
import java.nio.file.Path;

/** Tells, of whatever a stage threw, whose fault it is and what to do. */
final class StageFaults {
    private StageFaults() {}

    /** {@return the exception for a stage's own; programming errors are passed on as they are} */
    static RuntimeException explain(Exception thrown, Path state) {
        if (thrown instanceof CsvException e) {
            return input(place(e.file(), e.line()), thrown);
        }
        if (thrown instanceof MappingException e) {
            return input(e.errors().get(0).place(), thrown);
        }
        if (thrown instanceof LinkException e) {
            return input(place(e.document(), e.line()), thrown);
        }
        if (thrown instanceof SyntaxException e) {
            return input(place(e.document(), e.line()), thrown);
        }
        if (thrown instanceof PolicyException e) {
            return input(e.place().describe(), thrown);
        }
        if (thrown instanceof SiteException) {
            return input("mappings", thrown);
        }
        return Faults.explain(thrown, state);
    }

    private static String place(String document, long line) {
        return line > 0 ? document + ":" + line : document;
    }

    private static PublicationException input(String place, Exception cause) {
        String problem = PublicationException.without(place, String.valueOf(cause.getMessage()));
        return PublicationException.input(place, problem, "correct it and publish again")
                .causedBy(cause);
    }
}
