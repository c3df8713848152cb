package fr.pleiade.linking.byname;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.sources.CsvException;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people decided of a dataset's things, in the columns of SSSOM; read at each publication, so that nothing is asked twice.
 *
 * <pre>{@code
 * subject_id,object_id,predicate_modifier
 * id/school/17,https://register.example/a,        17 is this one, whatever else is more alike
 * id/school/18,https://register.example/b,Not     18 is not that one
 * id/school/19,sssom:NoTermFound,                 19 is none
 * }</pre>
 *
 * <p>IRIs of the site may be written without its base. {@code object_source}, where there is one, says among which things: the IRI of a
 * dataset, or of a register's declaration. Other columns are not looked at. A row that cannot be understood is told and decides nothing. In memory.
 *
 * @see <a href="https://mapping-commons.github.io/sssom/">Simple Standard for Sharing Ontological Mappings</a>
 */
public final class NameDecisions {
    /** The file within a dataset's folder. */
    public static final String FILE = "decisions.csv";

    static final String NOTHING = "sssom:NoTermFound";

    private static final String SUBJECT = "subject_id";
    private static final String OBJECT = "object_id";
    private static final String MODIFIER = "predicate_modifier";
    private static final String SOURCE = "object_source";
    private static final String NOT = "Not";
    private static final String MALFORMED = "name-decision";
    private static final String GONE = "decision-gone";

    private final String document;
    private final String base;
    private final Map<String, List<Decision>> bySubject = new HashMap<>();

    /** One row. */
    private record Decision(String subject, String object, String source, boolean isNo, long line) {}

    private NameDecisions(String document, String base) {
        this.document = document;
        this.base = base;
    }

    /** {@return that nothing was decided} */
    public static NameDecisions none() {
        return new NameDecisions("", "");
    }

    /**
     * {@return the decisions of a file}
     *
     * @param document the file's name, as findings cite it
     * @param base the IRI against which relative ones are resolved
     * @param findings takes what is wrong with it
     */
    public static NameDecisions read(String document, Path file, String base, Consumer<Finding> findings) {
        NameDecisions read = new NameDecisions(document, base);
        try (CsvFile table = CsvFile.open(document, file, Dialect.RFC_4180)) {
            List<String> header = table.header();
            if (!header.contains(SUBJECT) || !header.contains(OBJECT)) {
                findings.accept(read.wrong(
                        1,
                        new Text(
                                "it lacks the column subject_id or object_id; it has " + String.join(", ", header),
                                "la colonne subject_id ou object_id y manque ; il y a " + String.join(", ", header))));
                return read;
            }
            Row row = new Row(List.of());
            for (Optional<RowBlock> block = table.nextBlock(); block.isPresent(); block = table.nextBlock()) {
                while (block.get().next(row)) {
                    Map<String, String> cells = new LinkedHashMap<>();
                    for (int i = 0; i < row.size(); i++) {
                        cells.put(header.get(i), row.text(i).strip());
                    }
                    read.add(cells, row.line()).ifPresent(findings);
                }
            }
        } catch (CsvException e) {
            String problem = String.valueOf(e.getMessage());
            findings.accept(read.wrong(1, new Text(problem, problem)));
        }
        return read;
    }

    private Optional<Finding> add(Map<String, String> cells, long line) {
        String subject = absolute(cells.getOrDefault(SUBJECT, ""));
        String object = absolute(cells.getOrDefault(OBJECT, ""));
        String modifier = cells.getOrDefault(MODIFIER, "");
        if (subject.isEmpty() || object.isEmpty()) {
            return Optional.of(
                    wrong(line, new Text("subject_id or object_id is empty", "subject_id ou object_id est vide")));
        }
        if (!modifier.isEmpty() && !modifier.equals(NOT)) {
            return Optional.of(wrong(
                    line,
                    new Text(
                                    "predicate_modifier is '%s'; it is empty for yes and Not for no",
                                    "predicate_modifier vaut « %s » ; il est vide pour oui, et Not pour non")
                            .with(modifier)));
        }
        Decision decision =
                new Decision(subject, object, absolute(cells.getOrDefault(SOURCE, "")), modifier.equals(NOT), line);
        List<Decision> earlier = bySubject.computeIfAbsent(subject, key -> new ArrayList<>());
        Optional<Decision> other =
                earlier.stream().filter(one -> contradicts(one, decision)).findFirst();
        if (other.isPresent()) {
            return Optional.of(wrong(
                    line,
                    new Text(
                                    "<%s> was decided otherwise on line %s; this line is not followed",
                                    "<%s> a été décidé autrement à la ligne %s ; cette ligne n'est pas suivie")
                            .with(subject, other.get().line())));
        }
        earlier.add(decision);
        return Optional.empty();
    }

    /** {@return whether two decisions on one thing are yes and no to another, or it is two things among the same ones} */
    private static boolean contradicts(Decision one, Decision other) {
        boolean isSame = one.object().equals(other.object());
        return one.isNo() != other.isNo()
                ? isSame
                : !one.isNo()
                        && !isSame
                        && one.source().equals(other.source())
                        && !one.source().isEmpty();
    }

    private String absolute(String iri) {
        return iri.isEmpty() || iri.indexOf(':') >= 0 ? iri : base + iri;
    }

    /**
     * {@return what a thing was decided to be, or {@link #NOTHING}}
     *
     * @param sources the IRIs of what it is looked for among
     * @param isMeant whether a thing that was decided on without its source is meant to be one of them
     */
    Optional<String> accepted(String subject, Set<String> sources, Predicate<String> isMeant) {
        return of(subject)
                .filter(decision -> !decision.isNo())
                .filter(decision -> decision.source().isEmpty()
                        ? decision.object().equals(NOTHING) || isMeant.test(decision.object())
                        : sources.contains(decision.source()))
                .map(Decision::object)
                .findFirst();
    }

    /** {@return what a thing was decided not to be} */
    Set<String> rejected(String subject) {
        return of(subject).filter(Decision::isNo).map(Decision::object).collect(Collectors.toSet());
    }

    private Stream<Decision> of(String subject) {
        return bySubject.getOrDefault(subject, List.of()).stream();
    }

    /** {@return all that was decided of things that are not there any more, in the order of the lines} */
    public List<Finding> gone(Predicate<String> isSubject, Predicate<String> isObject) {
        List<Finding> gone = new ArrayList<>();
        List<Decision> decisions = bySubject.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Decision::line))
                .toList();
        for (Decision decision : decisions) {
            boolean isThere = isSubject.test(decision.subject());
            if (!isThere || !(decision.object().equals(NOTHING) || isObject.test(decision.object()))) {
                gone.add(new Finding(
                        GONE,
                        Severity.WARNING,
                        new Place.InLine(document, decision.line()),
                        new Text(
                                        "it is about <%s>, which is not there any more",
                                        "elle porte sur <%s>, qui n'existe plus")
                                .with(isThere ? decision.object() : decision.subject()),
                        new Text("decide anew, or take the line out", "décider de nouveau, ou retirer la ligne")));
            }
        }
        return gone;
    }

    private Finding wrong(long line, Text problem) {
        return new Finding(
                MALFORMED,
                Severity.WARNING,
                new Place.InLine(document, line),
                problem,
                new Text(
                        "correct the line; it decides nothing until then",
                        "corriger la ligne ; elle ne décide rien d'ici là"));
    }
}
