package fr.pleiade.web.search;

import fr.pleiade.linking.names.NameQuery;
import fr.pleiade.linking.names.NameRules;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.Served;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the properties that results are narrowed by are called in addresses: by the last part of their IRI, by their prefixed name where
 * that is another one's too.
 *
 * @param byProperty the names of parameters by the properties' IRIs
 */
record Parameters(Map<String, String> byProperty) {
    private static final Set<String> TAKEN =
            Set.of("q", "type", "dataset", "page", "size", "lang", SearchViews.PARAMETER);

    Parameters {
        byProperty = Map.copyOf(byProperty);
    }

    static Parameters of(Served served, NameRules rules) {
        List<String> names = rules.facets().stream().map(Lexicon::lastPart).toList();
        Map<String, String> byProperty = new LinkedHashMap<>();
        for (String property : rules.facets()) {
            String name = Lexicon.lastPart(property);
            boolean isOwn =
                    !TAKEN.contains(name) && names.stream().filter(name::equals).count() == 1;
            byProperty.put(property, isOwn ? name : served.lexicon().shorten(property));
        }
        return new Parameters(byProperty);
    }

    /** {@return the parameter of a property, which may be {@link NameQuery#TYPE} or {@link NameQuery#DATASET} too} */
    String of(String property) {
        return byProperty.getOrDefault(property, property);
    }
}
