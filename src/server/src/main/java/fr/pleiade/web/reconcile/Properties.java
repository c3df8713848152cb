package fr.pleiade.web.reconcile;

import fr.pleiade.identifiers.CodeReader;
import fr.pleiade.identifiers.IdentifierSystem;
import fr.pleiade.linking.names.NameQuery;
import fr.pleiade.linking.names.NameResults;
import fr.pleiade.linking.names.NameRules;
import fr.pleiade.web.served.Lexicon;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The properties of a service's things: those that the first things of a class, or of each class, have, the most frequent first, and a
 * property for each system of identifiers, called as the system is. What is looked for is found once and kept with what the service holds.
 */
final class Properties {
    private static final int LOOKED_AT = 40;
    private static final int CLASSES = 12;
    private static final int LOOKED_AT_OF_EACH = 10;

    private final Service service;

    Properties(Service service) {
        this.service = service;
    }

    /** A property, by its IRI or by the notation of a system of identifiers. */
    record Property(String id, String name) {}

    /** {@return the properties of the things of a class; of those of the service where it is {@code ""}} */
    List<Property> of(String type) {
        String wanted = type.isEmpty() ? service.type() : type;
        Map<String, List<String>> known = service.holdings().knownProperties();
        List<String> ids = known.getOrDefault(wanted, List.of());
        if (ids.isEmpty()) {
            ids = found(wanted);
            if (!ids.isEmpty()) { // what is no class has none, and is not kept
                known.put(wanted, ids);
            }
        }
        return ids.stream().map(id -> new Property(id, name(id))).toList();
    }

    private List<String> found(String wanted) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<String> classes = new Types(service.holdings())
                .all().stream().limit(CLASSES).map(NameResults.Count::value).toList();
        if (wanted.isEmpty() && !classes.isEmpty()) {
            classes.forEach(each -> count(filters(each), LOOKED_AT_OF_EACH, counts));
        } else {
            count(wanted.isEmpty() ? List.of() : filters(wanted), LOOKED_AT, counts);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<NameQuery.Filter> filters(String type) {
        return List.of(new NameQuery.Filter(NameQuery.TYPE, type));
    }

    private void count(List<NameQuery.Filter> filters, int things, Map<String, Integer> counts) {
        NameQuery query = new NameQuery("", filters, 0, things);
        for (NameResults.Hit hit : service.names().search(query).hits()) {
            String iri = hit.thing().iri();
            service.holdings().said(iri).properties().forEach(property -> counts.merge(property, 1, Integer::sum));
            hit.thing().codes().stream()
                    .map(code -> code.system())
                    .filter(system -> !system.isEmpty())
                    .distinct()
                    .forEach(system -> counts.merge(system, 1, Integer::sum));
        }
    }

    /** {@return what a property is called} */
    String name(String id) {
        return system(id).map(system -> system.name().in(service.locale())).orElseGet(() -> service.name(id));
    }

    /** {@return the system of identifiers with this notation, IRI or name} */
    Optional<IdentifierSystem> system(String id) {
        String lower = id.toLowerCase(Locale.ROOT);
        return service.names().rules().readers().stream()
                .map(CodeReader::system)
                .filter(system -> system.slug().equals(lower)
                        || system.iri().equals(id)
                        || system.name().fr().toLowerCase(Locale.ROOT).equals(lower))
                .findFirst();
    }

    /** {@return for what a property's values count when a thing is looked for; nothing if for nothing} */
    Optional<NameRules.Evidence> evidence(String id) {
        if (system(id).isPresent()) {
            return Optional.of(NameRules.Evidence.CODE);
        }
        NameRules rules = service.names().rules();
        return rules.evidence(id)
                .or(() -> rules.properties().stream()
                        .filter(property -> Lexicon.lastPart(property).equalsIgnoreCase(id)
                                || service.holdings().shorten(property).equals(id)
                                || service.name(property).equalsIgnoreCase(id))
                        .sorted()
                        .flatMap(property -> rules.evidence(property).stream())
                        .findFirst());
    }
}
