package fr.pleiade.linking;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.linking.succession.Lineage;
import fr.pleiade.mapping.bytes.CodeList;
import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One rule at work on one dataset: looks the keys up, and counts. */
final class RuleRun {
    private static final Text CORRECT_KEY = new Text(
            "correct the key in the source, or add a target that knows it",
            "corrigez la clé dans la source, ou ajoutez une cible qui la connaît");

    /** Codes are rarely written with more zeros before them. */
    private static final int ZEROS = 4;

    /** For so many keys that nothing has, it is looked for what may have been meant. */
    private static final int HINTED = 20;

    private final LinkRule rule;
    private final ReferenceKeys keys;
    private final List<Misfit> misfits;
    private final Optional<Lineage> lineage;
    private final Consumer<Unlinked> unlinked;
    private final Map<String, Long> linksByTarget = new LinkedHashMap<>();
    private final Set<String> classes = new TreeSet<>();
    private final Map<String, CodeList.Hint> hints = new HashMap<>();

    /** The things without a key, as long as none has had one. */
    private final List<Unlinked> keyless = new ArrayList<>();

    private long candidates;
    private long keyed;
    private long found;
    private long linked;
    private long links;
    private long unknown;

    /** @param unlinked takes what could not be linked, in the order of the subjects */
    RuleRun(LinkRule rule, ReferenceKeys keys, Consumer<Unlinked> unlinked) {
        this.rule = rule;
        this.keys = keys;
        this.misfits = keys.misfits(rule.targets());
        this.lineage = keys.lineage(rule);
        this.unlinked = unlinked;
    }

    void apply(Subject subject, Consumer<Quad> quads) {
        if (!subject.isA(rule.subjectClass())) {
            subject.classes().forEach(classes::add);
            return;
        }
        candidates++;
        List<String> values = subject.values(rule.key());
        if (!values.isEmpty()) {
            keyed++;
            keyless.forEach(unlinked);
            keyless.clear();
        } else if (rule.required()) {
            (keyed == 0 ? (Consumer<Unlinked>) keyless::add : unlinked).accept(noKey(subject));
        }
        found += values.size();
        long before = links;
        boolean isAccounted = true;
        for (String key : values) {
            isAccounted &= link(subject, key, quads);
        }
        if (links > before) {
            linked++;
        } else if (!isAccounted) {
            unknown++;
        }
    }

    /** {@return whether the key was linked, or rightly leads to nothing} */
    private boolean link(Subject subject, String key, Consumer<Quad> quads) {
        if (!rule.history().targetsOf().isEmpty() && lineage.isPresent()) {
            return linkToEarlier(subject, key, lineage.get(), quads);
        }
        Map<String, LinkTarget> named = keys.things(rule.targets(), key);
        Map<String, LinkTarget> things =
                lineage.map(known -> today(named, known)).orElse(named);
        if (things.size() == 1) {
            Map.Entry<String, LinkTarget> thing = things.entrySet().iterator().next();
            write(subject, thing.getKey(), thing.getValue(), quads);
            if (!named.containsKey(thing.getKey())) {
                tellSuperseded(subject, key, named.keySet().iterator().next(), thing.getKey(), quads);
            }
            return true;
        }
        Optional<Elsewhere> elsewhere =
                rule.elsewhere().stream().filter(keys -> keys.has(key)).findFirst();
        if (things.size() > 1) {
            unlinked.accept(ambiguous(subject, key, things.keySet()));
        } else if (elsewhere.isPresent()) {
            unlinked.accept(elsewhere(subject, key, elsewhere.get()));
            return true;
        } else if (rule.required() && misfits.isEmpty()) {
            unlinked.accept(missing(subject, key));
        }
        return false;
    }

    private void write(Subject subject, String thing, LinkTarget target, Consumer<Quad> quads) {
        links++;
        linksByTarget.merge(target.name(), 1L, Long::sum);
        quads.accept(new Quad(subject.term(), new Term.Iri(rule.predicate()), new Term.Iri(thing)));
    }

    /** {@return what the things of the keys' day are today, each with the target that has it; nothing of what is not known to exist} */
    private Map<String, LinkTarget> today(Map<String, LinkTarget> named, Lineage known) {
        Map<String, LinkTarget> today = new LinkedHashMap<>();
        named.forEach((thing, target) -> {
            Lineage.Successors successors =
                    known.successors(thing, rule.history().keysOf());
            for (String now : successors.isCircular() ? Set.<String>of() : successors.things()) {
                Optional<String> register = known.register(now);
                if (register.isPresent()
                        || now.equals(thing) && known.ended(now).isEmpty()) {
                    today.put(now, target(register.orElse(target.name()), target));
                }
            }
        });
        return today;
    }

    private LinkTarget target(String name, LinkTarget otherwise) {
        return rule.targets().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    private void tellSuperseded(Subject subject, String key, String former, String now, Consumer<Quad> quads) {
        String formerly = rule.history().formerly();
        if (!formerly.isEmpty()) {
            quads.accept(new Quad(subject.term(), new Term.Iri(formerly), new Term.Iri(former)));
        }
        unlinked.accept(new Unlinked(
                "link-superseded",
                Severity.INFO,
                subject,
                subject.statement(rule.key(), key),
                new Text(
                                "'%s' is the key of what is no more, <%s>; the link leads to what it is today, <%s>",
                                "« %s » est la clé de ce qui n'existe plus, <%s> ; le lien mène à ce qu'il est aujourd'hui, <%s>")
                        .with(key, former, now),
                new Text(
                        "nothing, or write today's key in the source",
                        "rien, ou écrivez la clé actuelle dans la source")));
    }

    /** Links to the things of another day that the subject comes from. */
    private boolean linkToEarlier(Subject subject, String key, Lineage known, Consumer<Quad> quads) {
        boolean isAccounted = true;
        for (Lineage.Ancestor ancestor : known.ancestors(
                subject.term().text(), rule.subjectClass(), rule.history().targetsOf())) {
            if (ancestor.isMain() && isWanted(ancestor)) {
                String earlier = ancestor.thing().equals(subject.term().text())
                        ? key
                        : known.key(ancestor.thing()).orElse("");
                Map<String, LinkTarget> things = keys.things(rule.targets(), earlier);
                if (things.size() == 1) {
                    things.forEach((thing, target) -> write(subject, thing, target, quads));
                }
                isAccounted &= things.size() == 1;
            }
        }
        return isAccounted;
    }

    private boolean isWanted(Lineage.Ancestor ancestor) {
        return switch (rule.history().change()) {
            case ANY -> ancestor.isWhole();
            case NONE -> ancestor.isUnchanged();
            case SOME -> ancestor.isWhole() && !ancestor.isUnchanged();
        };
    }

    /**
     * Ends the run: tells in one finding what is wrong with the rule itself, and in one what an optional rule did not link.
     *
     * @param graph the name of the dataset whose things were to be linked
     * @param predicates the properties that the dataset has; asked for only if they are needed
     */
    LinkReport finish(String graph, Supplier<Set<String>> predicates, Consumer<Finding> findings) {
        if (candidates == 0 && !classes.isEmpty()) {
            findings.accept(Misfit.noClass(graph, rule.subjectClass(), Spelling.slip(rule.subjectClass(), classes))
                    .of(rule));
        } else if (candidates > 0 && keyed == 0) {
            findings.accept(Misfit.noKey(graph, rule.key(), Spelling.slip(rule.key(), predicates.get()))
                    .of(rule));
        }
        misfits.forEach(misfit -> findings.accept(misfit.of(rule)));
        if (!rule.required() && unknown > 0 && misfits.isEmpty()) {
            findings.accept(summary());
        }
        Map<String, Long> byTarget = new LinkedHashMap<>();
        rule.targets().forEach(t -> byTarget.merge(t.name(), linksByTarget.getOrDefault(t.name(), 0L), Math::max));
        return new LinkReport(
                rule.iri(), rule.label(), rule.predicate(), candidates, linked, keyed, found, links, byTarget);
    }

    private Unlinked missing(Subject subject, String key) {
        CodeList.Hint hint = hint(key);
        return new Unlinked(
                "link-missing",
                subject,
                subject.statement(rule.key(), key),
                new Text(
                        "no %s has the key '%s'%s".formatted(rule.label().en(), key, hint.en()),
                        "aucun objet « %s » n'a la clé « %s »%s"
                                .formatted(rule.label().fr(), key, hint.fr())),
                zeroLost(key).orElse(CORRECT_KEY));
    }

    /** {@return which key may have been meant; of the first keys that nothing has, since each is compared with all that there are} */
    private CodeList.Hint hint(String key) {
        if (hints.size() < HINTED) {
            hints.computeIfAbsent(key, unknown -> keys.meant(rule.targets(), unknown));
        }
        return hints.getOrDefault(key, CodeList.Hint.NONE);
    }

    /** {@return what to do if the key would be known with zeros before it} */
    private Optional<Text> zeroLost(String key) {
        return Stream.iterate("0" + key, padded -> "0" + padded)
                .limit(ZEROS)
                .filter(padded -> !keys.things(rule.targets(), padded).isEmpty())
                .findFirst()
                .map(padded -> new Text(
                                "write '%s' in the source: it seems that a leading zero was lost",
                                "écrivez « %s » dans la source : il semble qu'un zéro initial ait été perdu")
                        .with(padded));
    }

    private Unlinked elsewhere(Subject subject, String key, Elsewhere keys) {
        return new Unlinked(
                "link-elsewhere",
                Severity.INFO,
                subject,
                subject.statement(rule.key(), key),
                new Text(
                        "'%s' is no code of a %s: it means %s"
                                .formatted(key, rule.label().en(), keys.label().en()),
                        "« %s » n'est pas un code (%s) : il désigne %s"
                                .formatted(key, rule.label().fr(), keys.label().fr())),
                new Text("nothing", "rien"));
    }

    private Unlinked noKey(Subject subject) {
        return new Unlinked(
                "link-no-key",
                subject,
                subject.statement(Vocabulary.TYPE.value(), rule.subjectClass()),
                new Text(
                        "it has no <%s>, so that its %s is not known"
                                .formatted(rule.key(), rule.label().en()),
                        "sans <%s>, le lien « %s » ne peut être établi"
                                .formatted(rule.key(), rule.label().fr())),
                new Text("fill the key in, in the source", "renseignez la clé dans la source"));
    }

    private Unlinked ambiguous(Subject subject, String key, Set<String> things) {
        String list = String.join(", ", things);
        return new Unlinked(
                "link-ambiguous",
                subject,
                subject.statement(rule.key(), key),
                new Text(
                        "%d things (%s) have the key '%s'; none was linked"
                                        .formatted(things.size(), rule.label().en(), key)
                                + ": " + list,
                        "%d objets (%s) ont la clé « %s » ; aucun lien n'a été fait"
                                        .formatted(things.size(), rule.label().fr(), key)
                                + " : " + list),
                new Text(
                        "narrow the target by link:class, or mend the reference data",
                        "restreignez la cible par link:class, ou corrigez les données de référence"));
    }

    private Finding summary() {
        return new Finding(
                "link-missing",
                Severity.INFO,
                new Place.OfThing(rule.iri(), rule.label().en()),
                new Text(
                        "the keys of %d of %d things lead to no %s"
                                .formatted(unknown, candidates, rule.label().en()),
                        "les clés de %d objets sur %d ne mènent à rien (%s)"
                                .formatted(unknown, candidates, rule.label().fr())),
                new Text(
                        "nothing, if the target is known to be incomplete",
                        "rien, si la cible est notoirement incomplète"));
    }
}
