package fr.pleiade.quality.register;

import static fr.pleiade.rdf.Vocabulary.LINK;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.sources.json.RecordPath;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A register of which the site holds records, so that an {@code owl:sameAs} to one can be compared with what the register itself says.
 *
 * <pre>{@code
 * <dataset/towns#register> a link:Register ; rdfs:label "Register"@en ;
 *   link:file "register/records.jsonl" ; link:asOf "2024-01-31"^^xsd:date ; link:record "id" ;
 *   link:name "names[].value" ; link:label "names[types=label].value" ; link:place "locations[].name" ;
 *   link:acronym "acronyms[]" ; link:site "links[].value" ; link:kind "types[]" ; link:begin "since" ; link:end "until" ;
 *   link:status "status" ; link:inactive "inactive" , "withdrawn" ;
 *   link:parent "relationships[type=parent].id" ; link:successor "relationships[type=successor].id" ;
 *   link:identifier [ link:system "isni" ; link:code "external_ids[type=isni].all[]" ] .
 * }</pre>
 *
 * @param iri the declaration's IRI
 * @param label what the register is called
 * @param file its records, a JSON object on each line, as a path below the sources
 * @param asOf the day of the file, as in XML Schema; {@code ""} if it is not said
 * @param paths for each property of the declaration, the paths to its values; several where records have several forms
 * @param codes for each system, by its name or IRI, the paths to the codes that records give
 * @param inactive the values of the status of what exists no more
 */
public record Register(
        String iri,
        Text label,
        String file,
        String asOf,
        Map<String, List<String>> paths,
        Map<String, List<String>> codes,
        Set<String> inactive) {
    static final String RECORD = "record";
    static final String NAME = "name";
    static final String LABEL = "label";
    static final String PLACE = "place";
    static final String STATUS = "status";
    static final String PARENT = "parent";
    static final String SUCCESSOR = "successor";

    static final String ACRONYM = "acronym";
    static final String SITE = "site";
    static final String KIND = "kind";
    static final String BEGIN = "begin";
    static final String END = "end";

    private static final List<String> PATHS =
            List.of(RECORD, NAME, LABEL, ACRONYM, PLACE, SITE, KIND, BEGIN, END, STATUS, PARENT, SUCCESSOR);
    private static final Set<String> OTHERS = Set.of("file", "asOf", "inactive", "identifier");

    public Register {
        paths = Map.copyOf(paths);
        codes = Map.copyOf(codes);
        inactive = Set.copyOf(inactive);
    }

    /**
     * {@return the registers that a document declares, in its order}
     *
     * @throws IllegalArgumentException if a declaration lacks its file or the path to a record's IRI, or has what is not understood
     */
    public static List<Register> in(InMemoryGraph links) {
        return links.subjects(Vocabulary.TYPE.value(), new Term.Iri(LINK + "Register"))
                .map(node -> read(links, node))
                .toList();
    }

    /**
     * {@return whether the records are more than a year older than a day, so that they may not have what the data of that day say}
     *
     * @param day a day, month or year as in XML Schema; {@code ""} if it is not known, of which nothing is older
     */
    public boolean isOlderThan(String day) {
        return !asOf.isEmpty() && !day.isEmpty() && lastDay(asOf).plusYears(1).isBefore(firstDay(day));
    }

    private static LocalDate firstDay(String said) {
        return LocalDate.parse((said + "-01-01").substring(0, 10));
    }

    private static LocalDate lastDay(String said) {
        LocalDate first = firstDay(said);
        return said.length() > 7
                ? first
                : said.length() > 4
                        ? first.plusMonths(1).minusDays(1)
                        : first.plusYears(1).minusDays(1);
    }

    /** {@return the day of the file, if it is one, a month or a year} */
    private static String day(InMemoryGraph links, Term node) {
        String said = links.object(node, LINK + "asOf").map(Term::text).orElse("");
        try {
            if (!said.isEmpty()) {
                LocalDate.parse((said + "-01-01").substring(0, 10));
            }
            return said;
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw wrong(links, node, "link:asOf must be a day, a month or a year, not '%s'".formatted(said));
        }
    }

    private static Register read(InMemoryGraph links, Term node) {
        for (Quad triple : links.about(node)) {
            String property = triple.predicate().value();
            if (property.startsWith(LINK)
                    && !PATHS.contains(property.substring(LINK.length()))
                    && !OTHERS.contains(property.substring(LINK.length()))) {
                throw wrong(links, node, "unknown property link:" + property.substring(LINK.length()));
            }
        }
        Map<String, List<String>> paths = new TreeMap<>();
        PATHS.forEach(property -> paths.put(property, paths(links, node, property)));
        Map<String, List<String>> codes = new TreeMap<>();
        for (Term identifier : links.objects(node, LINK + "identifier")) {
            String system = links.object(identifier, LINK + "system")
                    .map(Term::text)
                    .orElseThrow(() -> wrong(links, node, "a link:identifier lacks its link:system"));
            codes.put(system, paths(links, identifier, "code"));
        }
        List<String> files = texts(links, node, "file");
        if (files.size() != 1 || texts(links, node, RECORD).isEmpty()) {
            throw wrong(links, node, "a register needs one link:file and a link:record");
        }
        return new Register(
                node.text(),
                label(links, node),
                files.get(0),
                day(links, node),
                paths,
                codes,
                Set.copyOf(texts(links, node, "inactive")));
    }

    private static List<String> paths(InMemoryGraph links, Term node, String property) {
        List<String> paths = texts(links, node, property);
        for (String path : paths) {
            try {
                new RecordPath(path);
            } catch (IllegalArgumentException e) {
                throw wrong(links, node, "link:" + property + ": " + e.getMessage());
            }
        }
        return paths;
    }

    private static List<String> texts(InMemoryGraph links, Term node, String property) {
        return links.objects(node, LINK + property).stream().map(Term::text).toList();
    }

    private static Text label(InMemoryGraph links, Term node) {
        String name = node.text().substring(node.text().lastIndexOf('#') + 1);
        return new Text(label(links, node, "en", name), label(links, node, "fr", name));
    }

    private static String label(InMemoryGraph links, Term node, String language, String otherwise) {
        return links.objects(node, Vocabulary.RDFS + "label").stream()
                .filter(label -> label instanceof Term.Literal literal
                        && literal.language().equals(language))
                .map(Term::text)
                .findFirst()
                .orElse(otherwise);
    }

    private static IllegalArgumentException wrong(InMemoryGraph links, Term node, String problem) {
        return new IllegalArgumentException("line %d: <%s>: %s".formatted(links.line(node), node.text(), problem));
    }
}
