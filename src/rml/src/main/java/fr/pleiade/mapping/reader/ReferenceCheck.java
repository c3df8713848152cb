package fr.pleiade.mapping.reader;

import fr.pleiade.mapping.model.PredicateObjectMap;
import fr.pleiade.mapping.model.ReferencingObjectMap;
import fr.pleiade.mapping.model.TriplesMap;
import fr.pleiade.rdf.Term;
import java.util.List;
import java.util.Optional;

/** Checks that every parent triples map exists, and has the same source where nothing joins it. */
final class ReferenceCheck {
    private final MappingDocument document;
    private final List<TriplesMap> maps;

    ReferenceCheck(MappingDocument document, List<TriplesMap> maps) {
        this.document = document;
        this.maps = maps;
    }

    void run() {
        if (document.hasErrors()) {
            return;
        }
        for (TriplesMap map : maps) {
            for (PredicateObjectMap pair : map.pairs()) {
                pair.references().forEach(reference -> check(map, reference));
            }
        }
    }

    private void check(TriplesMap child, ReferencingObjectMap reference) {
        Optional<TriplesMap> parent =
                maps.stream().filter(m -> m.name().equals(reference.parent())).findFirst();
        if (parent.isEmpty()) {
            document.error(reference.line(), "the parent triples map %s does not exist".formatted(named(reference)));
        } else if (reference.joins().isEmpty() && !parent.get().source().equals(child.source())) {
            document.error(
                    reference.line(),
                    "%s reads another source, so an rml:joinCondition is needed".formatted(named(reference)));
        }
    }

    private String named(ReferencingObjectMap reference) {
        return reference.parent().startsWith("_:")
                ? reference.parent()
                : document.describe(new Term.Iri(reference.parent()));
    }
}
