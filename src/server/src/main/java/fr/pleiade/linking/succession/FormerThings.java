package fr.pleiade.linking.succession;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.rdf.DateLiteral;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Says of each thing that exists no more what it was, until when, what replaced it, and what it is now; and tells what of the changes cannot be so.
 *
 * <p>Nothing is said of what no register has and no change explains: a successor that is not there is told, never linked to.
 */
public final class FormerThings {
    private static final Text MEND = new Text(
            "correct the change, or the dataset of what exists now",
            "corrigez l'événement, ou le jeu de ce qui existe");

    private final Lineage lineage;
    private final Succession succession;
    private final Changes changes;
    private final SortedSet<String> former = new TreeSet<>();

    public FormerThings(Lineage lineage) {
        this.lineage = lineage;
        this.succession = lineage.succession();
        this.changes = lineage.changes();
        for (String thing : changes.changed()) {
            if (isDescribed(thing) && !changes.isPresent(thing)) {
                former.add(thing);
            }
        }
    }

    /** What cannot be so, and the change that says it. */
    private record Doubt(String rule, Severity severity, String thing, Quad statement, Text problem) {
        Finding finding(Map<Quad, Place> rows) {
            Place place = Objects.requireNonNullElseGet(rows.get(statement), () -> new Place.OfThing(thing, ""));
            return new Finding(rule, severity, place, problem, MEND);
        }
    }

    /** {@return how many things exist no more} */
    public long size() {
        return former.size();
    }

    /**
     * Writes what is to be said.
     *
     * @param statements takes it, in the order of the things
     * @param rows finds the rows that statements come from
     * @param findings takes {@code succession-unknown}, {@code succession-circular}, {@code succession-split} and
     *     {@code succession-contradicted}
     */
    public void write(
            Consumer<Quad> statements, Function<Set<Quad>, Map<Quad, Place>> rows, Consumer<Finding> findings) {
        List<Doubt> doubts = new ArrayList<>();
        for (String thing : former) {
            write(thing, statements, doubts);
        }
        for (String thing : changes.changed()) {
            if (lineage.isContradicted(thing)) {
                doubts.add(contradiction(thing));
            }
        }
        Set<Quad> wanted = new HashSet<>();
        doubts.forEach(doubt -> wanted.add(doubt.statement()));
        Map<Quad, Place> places = wanted.isEmpty() ? new HashMap<>() : rows.apply(wanted);
        doubts.forEach(doubt -> findings.accept(doubt.finding(places)));
    }

    private boolean isDescribed(String thing) {
        return changes.kind(thing)
                .map(changes::kind)
                .filter(kind -> !kind.former().isEmpty())
                .isPresent();
    }

    private void write(String thing, Consumer<Quad> statements, List<Doubt> doubts) {
        Term.Iri subject = new Term.Iri(thing);
        String end = changes.from(thing).lastKey();
        List<Step> last = Objects.requireNonNull(changes.from(thing).get(end));
        String type = changes.kind(last.get(0).fromKind()).former();
        statements.accept(new Quad(subject, Vocabulary.TYPE, new Term.Iri(type)));
        succession
                .copies()
                .forEach(copy -> last.stream()
                        .flatMap(step -> changes.values(step.change(), copy.from()).stream())
                        .map(copy::value)
                        .distinct()
                        .forEach(value -> copy.to()
                                .forEach(property ->
                                        statements.accept(new Quad(subject, new Term.Iri(property), value)))));
        Term until = DateLiteral.of(end).orElseGet(() -> Term.Literal.typed(end, Vocabulary.XSD + "date"));
        say(subject, succession.until(), until, statements);
        last.stream()
                .map(step -> new Term.Iri(step.change()))
                .distinct()
                .forEach(change -> say(change, succession.ending(), subject, statements));
        Lineage.Successors now = lineage.successors(thing, end);
        if (now.isCircular()) {
            doubts.add(doubt(
                    "succession-circular",
                    Severity.WARNING,
                    last.get(0),
                    "the changes of %s lead from it back to itself",
                    "les événements du %s mènent de lui à lui-même",
                    end));
            return;
        }
        for (Step step : last) {
            if (step.to().equals(thing)) {
                continue; // nothing replaces itself: that it leads nowhere is told below
            }
            if (changes.isPresent(step.to()) || former.contains(step.to())) {
                say(subject, succession.replacedBy(), new Term.Iri(step.to()), statements);
            } else if (isDescribed(step.to())) {
                doubts.add(unknown(step, step.to()));
            }
        }
        writePresent(subject, now.things(), last.get(0), statements, doubts);
    }

    private void writePresent(
            Term.Iri subject, SortedSet<String> now, Step last, Consumer<Quad> statements, List<Doubt> doubts) {
        Optional<String> missing =
                now.stream().filter(thing -> !changes.isPresent(thing)).findFirst();
        if (missing.isPresent()) {
            if (!missing.get().equals(last.to()) || former.contains(missing.get())) {
                doubts.add(unknown(last, missing.get()));
            }
        } else if (now.size() == 1) {
            say(subject, succession.present(), new Term.Iri(now.first()), statements);
        } else {
            doubts.add(doubt(
                    "succession-split",
                    Severity.INFO,
                    last,
                    "it may be any of %s today: none is said to be it",
                    "il peut s'agir aujourd'hui de %s : aucun n'est donné pour lui",
                    String.join(", ", now)));
        }
    }

    private Doubt unknown(Step step, String successor) {
        return doubt(
                "succession-unknown",
                Severity.WARNING,
                step,
                "it leads to <%s>, which neither exists now nor was ended by another change",
                "il mène à <%s>, qui n'existe pas aujourd'hui et qu'aucun autre événement n'a supprimé",
                successor);
    }

    private Doubt contradiction(String thing) {
        String end = changes.from(thing).lastKey();
        return doubt(
                "succession-contradicted",
                Severity.WARNING,
                Objects.requireNonNull(changes.from(thing).get(end)).get(0),
                "it was ended on %s, and exists now",
                "il a été supprimé le %s, et existe aujourd'hui",
                end);
    }

    private Doubt doubt(String rule, Severity severity, Step step, String en, String fr, String value) {
        Quad statement = new Quad(
                new Term.Iri(step.change()),
                new Term.Iri(changes.kind(step.fromKind()).before()),
                new Term.Iri(step.from()));
        String thing = "<" + step.from() + ">";
        return new Doubt(
                rule, severity, step.from(), statement, new Text("%s: " + en, "%s : " + fr).with(thing, value));
    }

    private static void say(Term subject, String property, Term value, Consumer<Quad> statements) {
        if (!property.isEmpty()) {
            statements.accept(new Quad(subject, new Term.Iri(property), value));
        }
    }
}
