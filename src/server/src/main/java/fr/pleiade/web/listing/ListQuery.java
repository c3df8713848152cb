package fr.pleiade.web.listing;

import fr.pleiade.rdf.Term;
import fr.pleiade.web.shape.PageShape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The query that gives the things of a list that have a class or a name: those that are asked for, in the order that is asked for. It
 * looks for words in the name and in the values of the columns or their names, not in the sentences that a column may make of them; and
 * it sorts by code points, where the page sorts as the language does.
 *
 * @param start what the IRIs of the things begin with
 * @param naming the property by which they are called so
 * @param whole the thing that they belong to, if they all do
 * @param columns what the columns show, the first of key 1
 */
record ListQuery(
        String start,
        String naming,
        Optional<Term.Iri> whole,
        List<PageShape.Property> columns,
        Arrangement arrangement,
        Locale locale) {
    /** Characters of a pattern that stand for something else there. */
    private static final String SPECIAL = "\\.[]{}()*+-?^$|";

    ListQuery {
        columns = List.copyOf(columns);
    }

    /** {@return in SPARQL} */
    String sparql() {
        Optional<String> sorted = IntStream.range(0, columns.size())
                .filter(i -> Integer.toString(i + 1).equals(arrangement.column()))
                .mapToObj(i -> columns.get(i).path().sparql())
                .findFirst();
        return Stream.of(
                        Stream.of("PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"),
                        Stream.of("SELECT ?thing (MIN(?label) AS ?name)"
                                + (sorted.isPresent() ? " (MIN(?value) AS ?least) {" : " {")),
                        whole.map(thing -> "  ?thing ?belongs " + thing.toNTriples() + " .").stream(),
                        Stream.of(
                                "  ?thing a|%s ?any .".formatted(called()),
                                "  FILTER (STRSTARTS(STR(?thing), %s) && !CONTAINS(STR(?thing), \"#\"))"
                                        .formatted(Term.Literal.of(start).toNTriples())),
                        named("thing", called(), "label").map(line -> "  " + line),
                        arrangement.each().stream().flatMap(this::has),
                        sorted.stream().flatMap(this::value),
                        Stream.of("}", "GROUP BY ?thing", "ORDER BY " + order(sorted.isPresent()), ""))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private String called() {
        return new Term.Iri(naming).toNTriples();
    }

    /** {@return lines that give the name of something in the language, else in whatever language, else itself} */
    private Stream<String> named(String variable, String property, String name) {
        return Stream.of(
                "OPTIONAL { ?%s %s ?here_%s FILTER LANGMATCHES(LANG(?here_%s), \"%s\") }"
                        .formatted(variable, property, variable, variable, locale.getLanguage()),
                "OPTIONAL { ?%s %s ?other_%s }".formatted(variable, property, variable),
                "BIND (COALESCE(?here_%s, ?other_%s, ?%s) AS ?%s)".formatted(variable, variable, variable, name));
    }

    private Stream<String> has(String word) {
        String likes = "REGEX(STR(?%s), " + Term.Literal.of(pattern(word)).toNTriples() + ", \"i\")";
        if (columns.isEmpty()) {
            return Stream.of("  FILTER " + likes.formatted("label"));
        }
        String paths = columns.stream()
                .map(column -> column.path().sparql())
                .distinct()
                .collect(Collectors.joining("|"));
        return Stream.of(
                        Stream.of(
                                "  FILTER (" + likes.formatted("label") + " || EXISTS {",
                                "    ?thing %s ?it .".formatted(paths)),
                        named("it", "rdfs:label", "text").map(line -> "    " + line),
                        Stream.of("    FILTER " + likes.formatted("text"), "  })"))
                .flatMap(lines -> lines);
    }

    /** {@return a pattern that finds a word whatever its accents and apostrophes} */
    private static String pattern(String word) {
        return SortableTable.folded(word)
                .codePoints()
                .mapToObj(Character::toString)
                .map(ListQuery::likes)
                .collect(Collectors.joining());
    }

    private static String likes(String letter) {
        if (letter.equals("'")) {
            return "['\u2019]";
        }
        String accented = IntStream.rangeClosed('\u00e0', '\u00ff')
                .mapToObj(Character::toString)
                .filter(other -> SortableTable.folded(other).equals(letter) && !other.equals(letter))
                .collect(Collectors.joining());
        String plain = SPECIAL.contains(letter) ? "\\" + letter : letter;
        return accented.isEmpty() ? plain : "[" + letter + accented + "]";
    }

    private Stream<String> value(String path) {
        return Stream.of(
                        Stream.of("  OPTIONAL {", "    ?thing %s ?it .".formatted(path)),
                        named("it", "rdfs:label", "value").map(line -> "    " + line),
                        Stream.of("  }"))
                .flatMap(lines -> lines);
    }

    private String order(boolean isByValue) {
        String by = isByValue ? "?least" : "?name";
        String directed = arrangement.isDescending() ? "DESC(" + by + ")" : by;
        return isByValue ? "(!BOUND(?least)) " + directed + " ?name" : directed;
    }
}
