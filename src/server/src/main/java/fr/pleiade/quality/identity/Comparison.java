package fr.pleiade.quality.identity;

import static fr.pleiade.rdf.Vocabulary.LINK;

import fr.pleiade.findings.Text;
import fr.pleiade.quality.Rule;
import fr.pleiade.quality.register.Register;
import fr.pleiade.quality.register.RegisterRecord;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A thing and the record that a link says to be the same.
 *
 * <p>The link is confirmed by a name that is the same but for letters, accents and punctuation, or by more identifiers that agree than
 * disagree. Of a confirmed link, an identifier that disagrees is what is doubtful; of another one, the link is. Where nothing can be
 * compared nothing is doubtful.
 */
final class Comparison {
    private final Register register;
    private final SaidIdentity thing;
    private final Quad link;
    private final RegisterRecord record;
    private final Map<String, Set<String>> said = new TreeMap<>();
    private final Map<String, Quad> statements = new TreeMap<>();
    private final Set<String> agreeing = new TreeSet<>();
    private final Set<String> conflicting = new TreeSet<>();

    Comparison(Register register, SaidIdentity thing, Quad link, RegisterRecord record, BorneCodes codes) {
        this.register = register;
        this.thing = thing;
        this.link = link;
        this.record = record;
        for (Quad other : thing.links()) {
            if (other.object() instanceof Term.Iri target) {
                codes.system(target.value())
                        .flatMap(system -> codes.ofTarget(target.value()).map(code -> {
                            statements.put(code, other);
                            return said.computeIfAbsent(system, s -> new TreeSet<>())
                                    .add(code);
                        }));
            }
        }
        record.codes().forEach((system, given) -> {
            Set<String> ours = said.getOrDefault(system, Set.of());
            if (!ours.isEmpty()) {
                (Collections.disjoint(ours, given) ? conflicting : agreeing).add(system);
            }
        });
    }

    /** {@return what is doubtful; nothing if the register confirms the link, or says nothing against it} */
    List<IdentityDoubt> doubts(Map<String, RegisterRecord> records) {
        List<IdentityDoubt> doubts = new ArrayList<>();
        Optional<String> parent = parent(records);
        if (parent.isPresent()) {
            doubts.add(new IdentityDoubt(
                    Rule.IDENTITY_PARENT,
                    link,
                    true,
                    "in %s that is a part of <%s>, and %s"
                            .formatted(register.label().en(), parent.get(), conflictsEn()),
                    "dans %s c'est une partie de <%s>, et %s"
                            .formatted(register.label().fr(), parent.get(), conflictsFr())));
        } else if (!isConfirmed() && (!conflicting.isEmpty() || isElsewhere())) {
            doubts.add(new IdentityDoubt(
                    Rule.IDENTITY_CONFLICT,
                    link,
                    true,
                    "%s says otherwise: %s".formatted(register.label().en(), conflictsEn()),
                    "%s dit autre chose : %s".formatted(register.label().fr(), conflictsFr())));
        } else {
            conflicting.forEach(system -> doubts.addAll(ofOtherIdentifiers(system)));
        }
        if (record.isInactive()) {
            doubts.add(inactive(records));
        }
        return doubts;
    }

    private List<IdentityDoubt> ofOtherIdentifiers(String system) {
        String given = String.join(", ", record.codes().getOrDefault(system, Set.of()));
        return said.getOrDefault(system, Set.of()).stream()
                .flatMap(code -> Optional.ofNullable(statements.get(code)).stream())
                .map(other -> new IdentityDoubt(
                        Rule.IDENTITY_CONFLICT,
                        other,
                        true,
                        "<%s>, which it is too, gives <%s> in %s"
                                .formatted(
                                        record.address(),
                                        given,
                                        register.label().en()),
                        "<%s>, qu'il est aussi, donne <%s> dans %s"
                                .formatted(
                                        record.address(),
                                        given,
                                        register.label().fr())))
                .toList();
    }

    private IdentityDoubt inactive(Map<String, RegisterRecord> records) {
        Text succession = succession(records);
        return new IdentityDoubt(
                Rule.IDENTITY_INACTIVE,
                link,
                false,
                "%s says that it exists no more%s".formatted(register.label().en(), succession.en()),
                "%s dit qu'il n'existe plus%s".formatted(register.label().fr(), succession.fr()));
    }

    /** {@return what came after the record, and whether the register can tell what it is by now} */
    private Text succession(Map<String, RegisterRecord> records) {
        List<String> next = record.successors();
        if (next.isEmpty()) {
            return new Text("", "");
        }
        String named = next.stream().map(successor -> "<" + successor + ">").collect(Collectors.joining(", "));
        Text followed = new Text(", and is followed by " + named, " ; lui succède " + named);
        if (leadsBack(records)) {
            return new Text(followed.en() + ", which leads back to it", followed.fr() + ", qui ramène à lui");
        }
        String absent = next.stream()
                .filter(successor -> !records.containsKey(successor))
                .map(successor -> "<" + successor + ">")
                .collect(Collectors.joining(", "));
        if (!absent.isEmpty()) {
            return new Text(
                    followed.en() + ", but has no record of " + absent,
                    followed.fr() + ", mais il n'a pas de notice de " + absent);
        }
        return next.size() == 1
                ? followed
                : new Text(
                        followed.en() + ": which of them it may be, nobody says",
                        followed.fr() + " : nul ne dit lequel il peut être");
    }

    private boolean leadsBack(Map<String, RegisterRecord> records) {
        Set<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(record.successors());
        while (!open.isEmpty()) {
            String successor = open.pop();
            if (successor.equals(record.address())) {
                return true;
            }
            RegisterRecord next = records.get(successor);
            if (next != null && seen.add(successor)) {
                open.addAll(next.successors());
            }
        }
        return false;
    }

    /** {@return the codes that the thing and the record both have} */
    Set<String> agreedCodes() {
        Set<String> agreed = new TreeSet<>();
        agreeing.forEach(system -> {
            Set<String> both = new TreeSet<>(said.getOrDefault(system, Set.of()));
            both.retainAll(record.codes().getOrDefault(system, Set.of()));
            agreed.addAll(both);
        });
        return agreed;
    }

    /** {@return in what the record is like the thing: names, places, systems of identifiers, each by an IRI} */
    Set<String> agreement() {
        Set<String> agreement = new TreeSet<>(agreeing);
        if (isNamedAlike()) {
            agreement.add(LINK + "name");
        }
        if (isAtOnePlace()) {
            agreement.add(LINK + "place");
        }
        return agreement;
    }

    private boolean isAtOnePlace() {
        Set<String> there = folded(record.places());
        return folded(thing.places()).stream()
                .anyMatch(ours -> there.stream().anyMatch(theirs -> within(ours, theirs)));
    }

    /** {@return the parent that may be meant: of a link that is not confirmed, or if it bears what the record does not} */
    private Optional<String> parent(Map<String, RegisterRecord> records) {
        return record.parents().stream()
                .filter(parent -> !conflicting.isEmpty() && !isConfirmed() || bearsOurs(records.get(parent)))
                .findFirst();
    }

    private boolean bearsOurs(@Nullable RegisterRecord parent) {
        return parent != null
                && conflicting.stream()
                        .anyMatch(system -> !Collections.disjoint(
                                said.getOrDefault(system, Set.of()),
                                parent.codes().getOrDefault(system, Set.of())));
    }

    private boolean isConfirmed() {
        return isNamedAlike() || agreeing.size() > conflicting.size();
    }

    private boolean isNamedAlike() {
        return !Collections.disjoint(folded(thing.names()), folded(record.names()));
    }

    /** {@return whether names differ and no identifier agrees, and the places, as far as they are known, do not either} */
    private boolean isElsewhere() {
        Set<String> here = folded(thing.places());
        Set<String> there = folded(record.places());
        return agreeing.isEmpty()
                && !thing.names().isEmpty()
                && !record.names().isEmpty()
                && !here.isEmpty()
                && !there.isEmpty()
                && !isAtOnePlace();
    }

    /** A post name may have more around a place's name: its district, the kind of delivery. */
    private static boolean within(String one, String other) {
        return (" " + one + " ").contains(" " + other + " ") || (" " + other + " ").contains(" " + one + " ");
    }

    private String conflictsEn() {
        return conflicting.isEmpty()
                ? "neither name, place nor any identifier is the same"
                : "it bears " + conflicts("instead of");
    }

    private String conflictsFr() {
        return conflicting.isEmpty()
                ? "ni le nom, ni le lieu, ni aucun identifiant n'est le même"
                : "elle porte " + conflicts("au lieu de");
    }

    private String conflicts(String instead) {
        return conflicting.stream()
                .map(system -> "%s %s %s"
                        .formatted(
                                brackets(record.codes().getOrDefault(system, Set.of())),
                                instead,
                                brackets(said.getOrDefault(system, Set.of()))))
                .collect(Collectors.joining(", "));
    }

    private static String brackets(Set<String> codes) {
        return codes.stream().map(code -> "<" + code + ">").collect(Collectors.joining(" "));
    }

    private static Set<String> folded(List<String> names) {
        return names.stream()
                .map(name -> Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
