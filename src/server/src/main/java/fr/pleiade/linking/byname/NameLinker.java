package fr.pleiade.linking.byname;

import fr.pleiade.findings.Text;
import fr.pleiade.linking.byname.NameLink.Reason;
import fr.pleiade.linking.names.Candidate;
import fr.pleiade.linking.names.MatchQuery;
import fr.pleiade.linking.names.Name;
import fr.pleiade.linking.names.NamedThing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Links things by one rule: what a person decided comes first, then a code that both bear, then names.
 *
 * <p>By name a thing is linked only if one candidate is likely and no other is near; one that was not there at the date is no answer, nor
 * is one of which nothing but the place is the same. Everything else is a doubt for a person. Memory: five candidates a thing.
 * Not thread-safe; the order of the things makes no difference.
 */
public final class NameLinker {
    private static final int CANDIDATES = 5;
    private static final double DOUBTFUL = 50;

    private final NameRule rule;
    private final NameCandidates candidates;
    private final NameDecisions decisions;
    private final Set<String> sources;
    private final Predicate<String> isGone;
    private final Map<String, Integer> bearers = new HashMap<>();

    /**
     * @param candidates the things of all targets
     * @param sourceIris the IRI of each target, a dataset or a register
     * @param isGone whether a thing is none of those that any rule of the dataset leads to
     */
    public NameLinker(
            NameRule rule,
            NameCandidates candidates,
            NameDecisions decisions,
            Function<String, String> sourceIris,
            Predicate<String> isGone) {
        this.rule = rule;
        this.candidates = candidates;
        this.decisions = decisions;
        this.isGone = isGone;
        this.sources = new TreeSet<>();
        rule.targets().forEach(target -> sources.add(sourceIris.apply(target.name())));
    }

    /** What is known of one thing. */
    private record Answer(
            NamedThing thing, Optional<Likely> meant, Reason reason, Optional<Text> why, List<Likely> likely) {
        Answer {
            likely = List.copyOf(likely);
        }

        static Answer link(NamedThing thing, Likely meant, Reason reason, List<Likely> likely) {
            return new Answer(thing, Optional.of(meant), reason, Optional.empty(), likely);
        }

        static Answer doubt(NamedThing thing, Text why, List<Likely> likely) {
            return new Answer(thing, Optional.empty(), Reason.NAME, Optional.of(why), likely);
        }

        /** That it is none of them, or nothing is like it. */
        static Answer none(NamedThing thing, Reason reason, List<Likely> likely) {
            return new Answer(thing, Optional.empty(), reason, Optional.empty(), likely);
        }
    }

    /** {@return the links of some things, and the doubts} */
    public NameLinks link(List<NamedThing> things) {
        List<NamedThing> sorted =
                things.stream().sorted(Comparator.comparing(NamedThing::iri)).toList();
        sorted.forEach(thing ->
                candidates.codes(thing).stream().distinct().forEach(code -> bearers.merge(code, 1, Integer::sum)));
        Map<String, Answer> answers = new TreeMap<>();
        sorted.forEach(thing -> answers.put(thing.iri(), answer(thing, Set.of())));
        if (rule.isOneToOne()) {
            new OneToOne().run(answers);
        }
        List<NameLink> links = new ArrayList<>();
        List<Doubt> doubts = new ArrayList<>();
        List<Doubt> missing = new ArrayList<>();
        for (Answer answer : answers.values()) {
            NamedThing thing = answer.thing();
            Doubt doubt =
                    new Doubt(rule, thing.iri(), label(thing), answer.why().orElse(new Text("", "")), answer.likely());
            if (answer.meant().isPresent()) {
                links.add(link(answer));
            } else if (answer.why().isPresent()) {
                doubts.add(doubt);
            } else if (answer.reason() != Reason.DECISION) {
                missing.add(doubt);
            }
        }
        return new NameLinks(rule, sorted.size(), links, doubts, missing);
    }

    private NameLink link(Answer answer) {
        Likely meant = answer.meant().orElseThrow();
        return new NameLink(
                answer.thing().iri(),
                label(answer.thing()),
                new NameLink.Target(meant.iri(), meant.source(), meant.label(), meant.reasons()),
                predicate(answer.reason(), meant.score()),
                answer.reason(),
                answer.reason() == Reason.NAME ? meant.score() / Likely.CERTAIN : 1);
    }

    private String predicate(Reason reason, double score) {
        if (!rule.isIdentity()) {
            return rule.predicate();
        }
        return switch (reason) {
            case CODE -> NameRule.SAME_AS;
            case DECISION -> NameRule.EXACT;
            case NAME -> score >= rule.exactFrom() ? NameRule.EXACT : NameRule.CLOSE;
        };
    }

    private static String label(NamedThing thing) {
        return thing.name("fr").text();
    }

    /** @param taken things that others are already */
    private Answer answer(NamedThing thing, Set<String> taken) {
        Set<String> excluded = new TreeSet<>(decisions.rejected(thing.iri()));
        excluded.add(thing.iri());
        Optional<String> decided = decisions.accepted(
                thing.iri(),
                sources,
                object -> candidates.contains(object) || rule.isIdentity() && isGone.test(object));
        if (decided.isPresent()) {
            return decided(thing, decided.get(), excluded);
        }
        excluded.addAll(taken);
        List<Likely> likely = likely(thing, excluded);
        List<String> codes = candidates.codes(thing);
        Set<String> bearing = candidates.bearing(codes);
        bearing.removeAll(excluded);
        return bearing.isEmpty() ? byName(thing, likely) : byCode(thing, codes, bearing, likely);
    }

    private Answer decided(NamedThing thing, String object, Set<String> excluded) {
        if (object.equals(NameDecisions.NOTHING)) {
            return Answer.none(thing, Reason.DECISION, List.of());
        }
        return candidates
                .find(object)
                .map(meant -> Answer.link(thing, meant, Reason.DECISION, List.of()))
                .orElseGet(() -> Answer.doubt(
                        thing,
                        new Text(
                                        "it was decided to be <%s>, which is not there any more",
                                        "il avait été décidé que c'est <%s>, qui n'existe plus")
                                .with(object),
                        likely(thing, excluded)));
    }

    private Answer byCode(NamedThing thing, List<String> codes, Set<String> bearing, List<Likely> likely) {
        if (bearing.size() > 1) {
            return Answer.doubt(
                    thing,
                    new Text("its codes are those of several: %s", "ses codes sont ceux de plusieurs : %s")
                            .with(String.join(", ", bearing)),
                    likely);
        }
        String iri = bearing.iterator().next();
        boolean isShared = codes.stream().anyMatch(code -> bearers.getOrDefault(code, 0) > 1);
        if (isShared) {
            return Answer.doubt(
                    thing,
                    new Text(
                            "its code, which should tell it, is said of several things",
                            "son code, qui devrait le désigner, est attribué à plusieurs objets"),
                    likely);
        }
        boolean isContradicted = isMatch(likely) && !likely.get(0).iri().equals(iri) && isCalledSo(likely.get(0));
        if (isContradicted) {
            return Answer.doubt(
                    thing,
                    new Text(
                                    "its code is that of <%s>, and its name another's",
                                    "son code est celui de <%s>, son nom celui d'un autre")
                            .with(iri),
                    likely);
        }
        Likely meant = likely.stream()
                .filter(candidate -> candidate.iri().equals(iri))
                .findFirst()
                .or(() -> candidates.find(iri))
                .orElseThrow();
        Map<Candidate.Part, Double> parts = new TreeMap<>(meant.parts());
        parts.put(Candidate.Part.CODE, 1.0);
        return Answer.link(
                thing,
                new Likely(iri, meant.source(), meant.label(), Likely.CERTAIN, true, parts),
                Reason.CODE,
                likely);
    }

    private Answer byName(NamedThing thing, List<Likely> likely) {
        if (likely.isEmpty() || likely.get(0).score() < DOUBTFUL) {
            return Answer.none(thing, Reason.NAME, likely);
        }
        Likely best = likely.get(0);
        if (best.has(Candidate.Part.TIME)) {
            return Answer.doubt(
                    thing,
                    new Text(
                            "what is called so was not there at the time",
                            "ce qui porte ce nom n'existait pas à la date"),
                    likely);
        }
        if (isOnlyAPlace(thing, best)) {
            return Answer.doubt(
                    thing, new Text("its name says only where it is", "son nom ne dit que son lieu"), likely);
        }
        if (!isMatch(likely)) {
            boolean isNear = likely.size() > 1 && likely.get(1).score() >= DOUBTFUL;
            return Answer.doubt(
                    thing,
                    isNear
                            ? new Text("several are called alike", "plusieurs portent un nom semblable")
                            : new Text("it may be one of another name", "ce peut être un autre nom"),
                    likely);
        }
        return Answer.link(thing, best, Reason.NAME, likely);
    }

    private boolean isOnlyAPlace(NamedThing thing, Likely best) {
        if (!rule.isIdentity() && isCalledSo(best)) {
            return false; // a town is looked for, and this one is called so
        }
        List<String> places = new ArrayList<>(thing.placeNames());
        candidates.names().find(best.iri()).ifPresent(found -> places.addAll(found.placeNames()));
        return !places.isEmpty()
                && thing.names().stream()
                        .filter(name -> name.role() != Name.Role.HIDDEN)
                        .allMatch(name -> candidates.names().isOnlyAPlace(name.text(), places));
    }

    private static boolean isCalledSo(Likely likely) {
        return likely.has(Candidate.Part.SAME_NAME) || likely.parts().getOrDefault(Candidate.Part.OTHER_NAME, 0.0) >= 1;
    }

    /** {@return whether the first of some candidates was without doubt when they were compared} */
    private static boolean isMatch(List<Likely> likely) {
        return !likely.isEmpty() && likely.get(0).isMatch();
    }

    private List<Likely> likely(NamedThing thing, Set<String> excluded) {
        return candidates.names().match(query(thing), excluded).stream()
                .map(Likely::of)
                .toList();
    }

    private MatchQuery query(NamedThing thing) {
        List<String> places = thing.placeNames();
        List<String> place = candidates
                .names()
                .narrowest(places)
                .map(List::of)
                .orElse(places.stream().limit(1).toList());
        Set<String> kinds = new TreeSet<>();
        thing.types().forEach(type -> kinds.addAll(rule.kinds().getOrDefault(type, Set.of())));
        thing.kinds().forEach(kind -> kinds.addAll(rule.kinds().getOrDefault(kind.iri(), Set.of())));
        return new MatchQuery(
                thing.names().stream().map(Name::text).distinct().toList(),
                List.copyOf(kinds),
                List.of(),
                place,
                thing.hosts(),
                thing.point(),
                rule.asOf(),
                CANDIDATES);
    }

    /** No two things are one: who is surest is it, and the others are looked for among what is left. */
    private final class OneToOne {
        private static final double SURER = 5;
        private static final double LEFT = 80;

        private final Set<String> taken = new TreeSet<>();

        void run(Map<String, Answer> answers) {
            boolean hasChanged = true;
            while (hasChanged) {
                settle(answers);
                hasChanged = again(answers);
            }
        }

        /** Of those that would be one thing, leaves it to who is surest, or to nobody. */
        private void settle(Map<String, Answer> answers) {
            Map<String, List<Answer>> byObject = new TreeMap<>();
            answers.values().stream()
                    .filter(answer -> answer.meant().isPresent())
                    .forEach(answer -> byObject.computeIfAbsent(
                                    answer.meant().get().iri(), iri -> new ArrayList<>())
                            .add(answer));
            byObject.forEach((object, claims) -> {
                taken.add(object);
                if (claims.size() > 1) {
                    claims.sort(Comparator.comparing(Answer::reason)
                            .thenComparing(claim -> -claim.meant().orElseThrow().score())
                            .thenComparing(claim -> claim.thing().iri()));
                    boolean isSurer = isSurer(claims.get(0), claims.get(1));
                    claims.subList(isSurer ? 1 : 0, claims.size())
                            .forEach(claim -> answers.put(claim.thing().iri(), lost(claim, object)));
                }
            });
        }

        private static boolean isSurer(Answer one, Answer other) {
            return one.reason() != other.reason()
                    || one.reason() == Reason.NAME
                            && one.meant().orElseThrow().score()
                                            - other.meant().orElseThrow().score()
                                    >= SURER;
        }

        private Answer lost(Answer claim, String object) {
            return Answer.doubt(
                    claim.thing(),
                    new Text(
                                    "another thing is <%s>, or may be as well",
                                    "<%s> est déjà, ou serait aussi bien, un autre objet")
                            .with(object),
                    claim.likely());
        }

        /** Looks for the doubtful among what nobody is. {@return whether one was found} */
        private boolean again(Map<String, Answer> answers) {
            boolean isFound = false;
            for (Answer doubt : List.copyOf(answers.values())) {
                if (doubt.why().isPresent()
                        && doubt.likely().stream().anyMatch(likely -> taken.contains(likely.iri()))) {
                    Answer left = answer(doubt.thing(), taken);
                    boolean isSure = left.meant()
                            .filter(meant ->
                                    left.reason() == Reason.NAME && (meant.score() >= LEFT || isCalledSo(meant)))
                            .isPresent();
                    if (isSure) {
                        answers.put(doubt.thing().iri(), left);
                        isFound = true;
                    }
                }
            }
            return isFound;
        }
    }
}
