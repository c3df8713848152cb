package fr.pleiade.publication;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.identifiers.SystemsException;
import fr.pleiade.linking.LinkException;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.quality.PolicyException;
import fr.pleiade.quality.Rule;
import fr.pleiade.release.PublicationException;
import fr.pleiade.site.SiteException;
import fr.pleiade.sources.CsvException;
import fr.pleiade.syntax.SyntaxException;
import java.util.List;

/** What stops a publication before anything can be checked, as findings: a description, mapping, link rule or source that cannot be read. */
public final class FaultFindings {
    private FaultFindings() {}

    /**
     * {@return what an exception says about the publisher's input; nothing if it is not about that}
     *
     * @param thrown by reading a site, or by a {@link Publisher}
     */
    public static List<Finding> of(RuntimeException thrown) {
        RuntimeException cause =
                thrown instanceof PublicationException && thrown.getCause() instanceof RuntimeException stage
                        ? stage
                        : thrown;
        if (cause instanceof MappingException mapping) {
            return mapping.errors().stream()
                    .map(error -> unreadable(lineOf(error.document(), error.line()), error.problem()))
                    .toList();
        }
        if (cause instanceof CsvException csv) {
            return List.of(said(lineOf(csv.file(), csv.line()), csv));
        }
        if (cause instanceof LinkException link) {
            return List.of(said(lineOf(link.document(), link.line()), link));
        }
        if (cause instanceof SyntaxException syntax) {
            return List.of(said(lineOf(syntax.document(), syntax.line()), syntax));
        }
        if (cause instanceof PolicyException policy) {
            return List.of(said(policy.place(), policy));
        }
        if (cause instanceof SiteException || cause instanceof SystemsException) {
            return List.of(said(new Place.InFile("mappings"), cause));
        }
        return cause instanceof PublicationException input && input.fault() == PublicationException.Fault.INPUT
                ? List.of(unreadable(new Place.InFile(input.place()), input.problem() + "; " + input.advice()))
                : List.of();
    }

    private static Place lineOf(String document, long line) {
        return line > 0 ? new Place.InLine(document, line) : new Place.InFile(document);
    }

    private static Finding said(Place place, RuntimeException thrown) {
        return unreadable(place, PublicationException.without(place.describe(), String.valueOf(thrown.getMessage())));
    }

    private static Finding unreadable(Place place, String problem) {
        return Rule.UNREADABLE.at(place, "%s", "lecture impossible : %s", problem);
    }
}
