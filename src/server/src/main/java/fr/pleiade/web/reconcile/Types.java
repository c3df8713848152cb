package fr.pleiade.web.reconcile;

import fr.pleiade.linking.names.NameResults;
import fr.pleiade.web.served.Lexicon;
import java.util.List;
import java.util.Optional;

/** The classes of named things, the most frequent first. */
final class Types {
    private final Holdings holdings;

    Types(Holdings holdings) {
        this.holdings = holdings;
    }

    List<NameResults.Count> all() {
        return holdings.names().types();
    }

    /** {@return the class with this IRI, this prefixed name, or this last part of its IRI} */
    Optional<String> named(String name) {
        List<String> types = all().stream().map(NameResults.Count::value).toList();
        return types.stream()
                .filter(name::equals)
                .findFirst()
                .or(() -> types.stream()
                        .filter(type -> holdings.shorten(type).equals(name))
                        .findFirst())
                .or(() -> types.stream()
                        .filter(type -> Lexicon.lastPart(type).equals(name))
                        .findFirst());
    }
}
