package fr.pleiade.web.sparql.build;

import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.sparql.build.Held.HeldProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes the query that a filled form means.
 *
 * <pre>{@code
 * PREFIX org: <http://www.w3.org/ns/org#>
 * PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
 * SELECT DISTINCT ?thing ?label {
 *   ?thing a org:FormalOrganization .
 *   ?thing rdfs:label ?label . FILTER(CONTAINS(LCASE(STR(?label)), "lyon"))
 * }
 * ORDER BY ?label
 * LIMIT 200
 * }</pre>
 */
final class BuiltQuery {
    private static final String LANG_STRING = Vocabulary.RDF + "langString";

    /** Those by which things are mostly called: a query that names all is hard to read. */
    private static final List<String> NAMING = Lexicon.NAMING.subList(0, 4);

    private final QueryForm form;
    private final Prefixes prefixes;
    private final SortedMap<String, String> used = new TreeMap<>();

    /** The variables of the properties, with their question marks. */
    private final Map<String, String> variables = new HashMap<>();

    private BuiltQuery(QueryForm form, Prefixes prefixes) {
        this.form = form;
        this.prefixes = prefixes;
    }

    /** {@return the query in SPARQL 1.1; what the form has that is at fault is not in it} */
    static String of(QueryForm form, Prefixes prefixes) {
        return new BuiltQuery(form, prefixes).text();
    }

    private String text() {
        List<String> patterns =
                new ArrayList<>(List.of("?thing a " + name(form.chosen().iri()) + " ."));
        Map<String, List<Condition>> demanded = new LinkedHashMap<>();
        for (Condition condition : form.sound()) {
            if (condition.operator() == Operator.NONE) {
                String property = name(condition.property().iri());
                patterns.add("FILTER NOT EXISTS { ?thing " + property + " ?none }");
            } else {
                demanded.computeIfAbsent(condition.property().iri(), iri -> new ArrayList<>())
                        .add(condition);
            }
        }
        demanded.values().forEach(conditions -> patterns.add(demanded(conditions)));
        for (HeldProperty column : shown()) {
            if (!demanded.containsKey(column.iri())) {
                patterns.add("OPTIONAL { " + pattern(column) + " }");
            }
        }
        String columns = form.columns().stream()
                .map(column -> " " + variable(column))
                .distinct()
                .collect(Collectors.joining());
        String select = "SELECT DISTINCT ?thing" + columns + " {\n"
                + patterns.stream().map(line -> "  " + line + "\n").collect(Collectors.joining()) + "}\n"
                + order() + "LIMIT " + form.limit() + "\n";
        return declared() + select;
    }

    /** {@return the columns, and what the rows are sorted by} */
    private List<HeldProperty> shown() {
        List<HeldProperty> shown = new ArrayList<>(form.columns());
        form.sorted().filter(by -> !shown.contains(by)).ifPresent(shown::add);
        return shown;
    }

    private String demanded(List<Condition> conditions) {
        HeldProperty property = conditions.get(0).property();
        return pattern(property)
                + conditions.stream()
                        .filter(condition -> condition.operator().isOfValue())
                        .map(condition -> " " + condition.filter(variable(property), naming(condition)))
                        .collect(Collectors.joining());
    }

    /** What is not shown may be in any language. */
    private String pattern(HeldProperty property) {
        String variable = variable(property);
        String all = "?thing " + name(property.iri()) + " " + variable + " .";
        boolean isInLanguages = property.datatypes().containsKey(LANG_STRING) && shown().contains(property);
        return isInLanguages && !form.textLanguage().isEmpty()
                ? all + " FILTER(LANG(%s) IN (\"%s\", \"\"))".formatted(variable, form.textLanguage())
                : all;
    }

    /** Only a condition on a thing reads it, and only then are the prefixes of names declared. */
    private String naming(Condition condition) {
        return condition.property().datatype().isPresent()
                ? ""
                : NAMING.stream().map(this::name).collect(Collectors.joining("|"));
    }

    private String order() {
        return form.sorted()
                .map(by -> form.isDescending()
                        ? "ORDER BY DESC(" + variable(by) + ")\n"
                        : "ORDER BY " + variable(by) + "\n")
                .orElse("");
    }

    private String declared() {
        return used.entrySet().stream()
                .map(prefix -> "PREFIX %s: <%s>\n".formatted(prefix.getKey(), prefix.getValue()))
                .collect(Collectors.joining());
    }

    /** {@return an IRI as the query writes it} */
    private String name(String iri) {
        String shortened = prefixes.shorten(iri);
        if (shortened.equals(iri)) {
            return new Term.Iri(iri).toNTriples();
        }
        String prefix = shortened.substring(0, shortened.indexOf(':'));
        used.put(prefix, prefixes.namespaces().getOrDefault(prefix, ""));
        return shortened;
    }

    private String variable(HeldProperty property) {
        return variables.computeIfAbsent(property.iri(), iri -> {
            String plain = Lexicon.lastPart(iri).replaceAll("[^A-Za-z0-9_]", "_");
            String name = "?" + (plain.isEmpty() ? "value" : plain);
            String own = name;
            for (int i = 2; own.equals("?thing") || own.equals("?none") || variables.containsValue(own); i++) {
                own = name + "_" + i;
            }
            return own;
        });
    }
}
