package fr.pleiade.web.sparql.build;

import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Query;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.sparql.build.Held.HeldClass;
import fr.pleiade.web.sparql.build.Held.HeldProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The form as its address fills it: {@code ?class=org:FormalOrganization&show=rdfs:label&p1=rdfs:label&o1=has&v1=lyon&sort=rdfs:label&limit=200}.
 *
 * @param chosen the class whose things are asked for
 * @param columns what is shown of them
 * @param conditions which of them, those with faults among them
 * @param sorted what the rows are sorted by
 * @param textLanguage the language of texts that have one: {@code fr}, {@code en} or {@code ""} for any; where the address says nothing, the
 *     reader's
 * @param limit rows at most
 * @param dropped what the address names that is not there, or is too many
 */
record QueryForm(
        HeldClass chosen,
        List<HeldProperty> columns,
        List<Condition> conditions,
        Optional<HeldProperty> sorted,
        boolean isDescending,
        String textLanguage,
        int limit,
        List<String> dropped) {
    static final int MOST_CONDITIONS = 8;
    static final int MOST_COLUMNS = 20;
    static final List<Integer> LIMITS = List.of(50, 200, 1000, 10_000);
    private static final int USUAL_LIMIT = 200;
    private static final int LONGEST_VALUE = 200;
    private static final List<String> TEXT_LANGUAGES = List.of("fr", "en");

    QueryForm {
        columns = List.copyOf(columns);
        conditions = List.copyOf(conditions);
        dropped = List.copyOf(dropped);
    }

    /** {@return the form of an address whose class is that} */
    static QueryForm of(Exchange exchange, HeldClass chosen, Held held) {
        Reader reader = new Reader(chosen, held);
        List<Query.Parameter> parameters = exchange.parameters();
        List<HeldProperty> columns = reader.columns(parameters);
        List<Condition> conditions = reader.conditions(exchange, parameters);
        Optional<HeldProperty> sorted =
                exchange.parameter("sort").filter(name -> !name.isEmpty()).flatMap(reader::property);
        return new QueryForm(
                chosen,
                columns,
                conditions,
                sorted.or(() -> columns.stream().findFirst()),
                exchange.parameter("desc").isPresent(),
                exchange.parameter("texts")
                        .map(named -> TEXT_LANGUAGES.contains(named) ? named : "")
                        .orElse(exchange.language().tag()),
                exchange.parameter("limit").map(QueryForm::limit).orElse(USUAL_LIMIT),
                reader.dropped);
    }

    private static int limit(String text) {
        return LIMITS.stream()
                .filter(limit -> String.valueOf(limit).equals(text))
                .findFirst()
                .orElse(USUAL_LIMIT);
    }

    /** {@return the conditions that mean something} */
    List<Condition> sound() {
        return conditions.stream()
                .filter(condition -> condition.fault().isEmpty())
                .toList();
    }

    boolean isSound() {
        return sound().size() == conditions.size() && dropped.isEmpty();
    }

    /** Takes what is there, and remembers what is not. */
    private static final class Reader {
        private final HeldClass chosen;
        private final Held held;
        private final List<String> dropped = new ArrayList<>();

        Reader(HeldClass chosen, Held held) {
            this.chosen = chosen;
            this.held = held;
        }

        Optional<HeldProperty> property(String name) {
            Optional<HeldProperty> property = held.propertyCalled(name, chosen);
            if (property.isEmpty()) {
                dropped.add(Lexicon.shortened(name));
            }
            return property;
        }

        /** {@return the columns; where none is named, the names of the things} */
        List<HeldProperty> columns(List<Query.Parameter> parameters) {
            List<HeldProperty> named = parameters.stream()
                    .filter(parameter -> parameter.name().equals("show"))
                    .flatMap(parameter -> property(parameter.value()).stream())
                    .distinct()
                    .toList();
            named.stream()
                    .skip(MOST_COLUMNS)
                    .forEach(column -> dropped.add(held.prefixes().shorten(column.iri())));
            return named.isEmpty()
                    ? naming()
                    : named.stream().limit(MOST_COLUMNS).toList();
        }

        private List<HeldProperty> naming() {
            return Lexicon.NAMING.stream()
                    .flatMap(naming -> Optional.ofNullable(chosen.properties().get(naming)).stream())
                    .sorted(Comparator.comparing(property -> held.repetitions().contains(property.iri())))
                    .limit(1)
                    .toList();
        }

        List<Condition> conditions(Exchange exchange, List<Query.Parameter> parameters) {
            List<Condition> conditions = new ArrayList<>();
            for (Query.Parameter parameter : parameters) {
                if (!parameter.name().matches("p\\d{1,3}") || parameter.value().isEmpty()) {
                    continue;
                }
                String row = parameter.name().substring(1);
                String value = exchange.parameter("v" + row).orElse("").strip();
                Operator operator =
                        exchange.parameter("o" + row).flatMap(Operator::ofKey).orElse(Operator.HAS);
                if (conditions.size() == MOST_CONDITIONS || value.length() > LONGEST_VALUE) {
                    dropped.add(Lexicon.shortened(parameter.value()));
                } else {
                    property(parameter.value())
                            .ifPresent(property -> conditions.add(new Condition(property, operator, value)));
                }
            }
            return conditions;
        }
    }
}
