package fr.pleiade.web.reconcile;

import fr.pleiade.linking.names.NameResults;
import fr.pleiade.linking.names.Names;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.Served;
import java.util.List;
import java.util.Optional;

/** The classes of a release's named things, the most frequent first. */
final class Types {
    private final Served served;
    private final Names names;

    Types(Served served, Names names) {
        this.served = served;
        this.names = names;
    }

    List<NameResults.Count> all() {
        return names.types();
    }

    /** {@return the class with this IRI, this prefixed name, or this last part of its IRI} */
    Optional<String> named(String name) {
        List<String> types = all().stream().map(NameResults.Count::value).toList();
        return types.stream()
                .filter(name::equals)
                .findFirst()
                .or(() -> types.stream()
                        .filter(type -> served.lexicon().shorten(type).equals(name))
                        .findFirst())
                .or(() -> types.stream()
                        .filter(type -> Lexicon.lastPart(type).equals(name))
                        .findFirst());
    }
}
