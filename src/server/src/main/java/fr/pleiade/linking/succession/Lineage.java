package fr.pleiade.linking.succession;

import fr.pleiade.rdf.Term;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What things became, and what they were, by a dataset of dated changes.
 *
 * <p>A day is written {@code 2016-01-01}; a change of that day has happened on it. Where a thing goes on and another comes out of it, the
 * other is a successor too, unless it had gone into the thing before: then it takes back what is its own, and leaves what had come from elsewhere.
 * Immutable once it is read.
 */
public final class Lineage {
    private final Succession succession;
    private final Changes changes;

    private Lineage(Succession succession, Changes changes) {
        this.succession = succession;
        this.changes = changes;
    }

    /**
     * Reads the changes of a succession.
     *
     * @param graphs the sorted graph of a dataset, by its slug: of that of the changes, and of those that describe what exists now
     */
    public static Lineage read(Succession succession, Function<String, Path> graphs) {
        return new Lineage(succession, Changes.read(succession, graphs.apply(succession.slug()), graphs));
    }

    /** {@return what declares it} */
    public Succession succession() {
        return succession;
    }

    Changes changes() {
        return changes;
    }

    /**
     * Where a thing is today.
     *
     * @param things what it became, in the order of their IRIs: the thing itself if nothing happened to it
     * @param isCircular whether changes of one day lead from a thing back to it, so that nothing is known
     */
    public record Successors(SortedSet<String> things, boolean isCircular) {}

    /** A thing on the way, and what it was before. */
    private record At(
            String thing,
            String day,
            boolean isArrival,
            @Nullable At before) {
        boolean isAfter(String other) {
            for (At at = this; at != null; at = at.before()) {
                if (at.thing().equals(other)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** {@return what a thing that was there on a day has become since; of a thing that ended earlier, since the day before its end} */
    public Successors successors(String thing, String day) {
        SortedSet<String> found = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        boolean isCircular = false;
        Deque<At> open = new ArrayDeque<>(List.of(new At(thing, start(thing, day), false, null)));
        while (!open.isEmpty()) {
            At at = open.remove();
            Optional<String> next = nextDay(at);
            if (next.isEmpty()
                    || isContradicted(at.thing())
                            && next.get().equals(changes.from(at.thing()).lastKey())) {
                found.add(at.thing());
            } else if (seen.add(next.get() + ' ' + at.thing())) {
                for (String successor : further(at, next.get())) {
                    boolean isArrival = !successor.equals(at.thing());
                    isCircular |= isArrival && isRepeated(at, successor, next.get());
                    open.add(new At(successor, next.get(), isArrival, at));
                }
            }
        }
        return new Successors(found, isCircular);
    }

    /** {@return the day, or if the thing has ended by then for good, one on which it was there} */
    private String start(String thing, String day) {
        Optional<String> ended = ended(thing);
        return ended.isPresent() && ended.get().compareTo(day) <= 0 ? before(thing, ended.get()) : day;
    }

    private String before(String thing, String day) {
        return Optional.ofNullable(changes.from(thing).lowerKey(day)).orElse("");
    }

    /** {@return the day from which a thing is no more; nothing if it exists, or if no change ends it} */
    public Optional<String> ended(String thing) {
        return changes.isPresent(thing) || changes.from(thing).isEmpty()
                ? Optional.empty()
                : Optional.of(changes.from(thing).lastKey());
    }

    /** {@return whether the last change ended a thing that a register has all the same: it is the register's word that counts today} */
    boolean isContradicted(String thing) {
        if (!changes.isPresent(thing) || changes.from(thing).isEmpty()) {
            return false;
        }
        String end = changes.from(thing).lastKey();
        String come = changes.to(thing).isEmpty() ? "" : changes.to(thing).lastKey();
        return come.compareTo(end) < 0 && !became(thing, end).contains(thing);
    }

    /** {@return whether the changes of that day, which lead there, began with that thing or met it} */
    private static boolean isRepeated(At at, String thing, String day) {
        At earlier = at;
        while (earlier != null && !earlier.thing().equals(thing)) {
            earlier = earlier.isArrival() && earlier.day().equals(day) ? earlier.before() : null;
        }
        return earlier != null;
    }

    /** {@return the day of the next change: of the very day of arrival only if the thing leaves at once} */
    private Optional<String> nextDay(At at) {
        List<Step> sameDay = changes.from(at.thing()).getOrDefault(at.day(), List.of());
        return at.isArrival() && !sameDay.isEmpty() && sameDay.stream().noneMatch(Step::isOwn)
                ? Optional.of(at.day())
                : Optional.ofNullable(changes.from(at.thing()).higherKey(at.day()));
    }

    private SortedSet<String> further(At at, String day) {
        SortedSet<String> all = became(at.thing(), day);
        SortedSet<String> returned = all.stream()
                .filter(to -> !to.equals(at.thing()) && at.isAfter(to))
                .collect(sorted());
        if (!returned.isEmpty()) {
            return returned;
        }
        return all.contains(at.thing())
                ? all.stream()
                        .filter(to -> to.equals(at.thing()) || changes.from(to).lowerKey(day) == null)
                        .collect(sorted())
                : all;
    }

    /** {@return what a thing became on a day: of its own kind, if there is such; else of the main kind; else anything, but for a thing of the main kind} */
    SortedSet<String> became(String thing, String day) {
        List<Step> steps = changes.from(thing).getOrDefault(day, List.of()).stream()
                .filter(step -> !changes.kind(step.fromKind()).isPartial())
                .toList();
        if (steps.isEmpty()) {
            return new TreeSet<>(Set.of(thing));
        }
        SortedSet<String> own = steps.stream()
                .filter(step -> step.toKind() == step.fromKind())
                .map(Step::to)
                .collect(sorted());
        SortedSet<String> main = steps.stream()
                .filter(step -> changes.kind(step.toKind()).isMain())
                .map(Step::to)
                .collect(sorted());
        if (own.isEmpty()
                && main.isEmpty()
                && changes.kind(steps.get(0).fromKind()).isMain()) {
            return new TreeSet<>(Set.of(thing)); // parts were made within it
        }
        return !own.isEmpty()
                ? own
                : !main.isEmpty() ? main : steps.stream().map(Step::to).collect(sorted());
    }

    private static Collector<String, ?, TreeSet<String>> sorted() {
        return Collectors.toCollection(TreeSet::new);
    }

    /**
     * What a thing was on an earlier day, or a part of what it was.
     *
     * @param thing the earlier thing's IRI, which may be the same
     * @param isUnchanged whether each change since was of this one thing into that one
     * @param isWhole whether all of the earlier thing went into the later one
     * @param isMain whether it is of the main kind
     */
    public record Ancestor(String thing, boolean isUnchanged, boolean isWhole, boolean isMain) {}

    /** What is still to be traced back: a thing as it was just before some day. */
    private record Back(String thing, int kind, String day, boolean isArrival, boolean isUnchanged, boolean isWhole) {}

    /**
     * {@return what a thing was on a day, as it is now or, if it is no more, as it was when it ended; nothing if it had ended by then}
     *
     * @param type the class of the thing, for those that no change names
     */
    public List<Ancestor> ancestors(String thing, String type, String day) {
        Optional<String> ended = ended(thing);
        if (ended.isPresent() && ended.get().compareTo(day) <= 0) {
            return List.of();
        }
        int kind = changes.kind(thing).orElseGet(() -> kindOf(type));
        List<Ancestor> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String latest = ended.orElse("9999-12-31");
        Deque<Back> open = new ArrayDeque<>(List.of(new Back(thing, kind, latest, false, true, true)));
        while (!open.isEmpty()) {
            Back at = open.remove();
            Optional<String> earlier = earlier(at).filter(change -> change.compareTo(day) > 0);
            if (earlier.isEmpty()) {
                boolean isMain = at.kind() >= 0 && changes.kind(at.kind()).isMain();
                found.add(new Ancestor(at.thing(), at.isUnchanged(), at.isWhole(), isMain));
            } else if (seen.add(earlier.get() + ' ' + at.thing())) {
                open.addAll(origins(at, earlier.get()));
            }
        }
        return found;
    }

    private int kindOf(String type) {
        for (int place = 0; place < succession.kinds().size(); place++) {
            if (changes.kind(place).has(type)) {
                return place;
            }
        }
        return -1;
    }

    /** {@return the day of the change before: of the very day of arrival only if the thing had come into being on it} */
    private Optional<String> earlier(Back at) {
        List<Step> sameDay = changes.to(at.thing()).getOrDefault(at.day(), List.of());
        if (at.isArrival() && !sameDay.isEmpty() && sameDay.stream().noneMatch(Step::isOwn)) {
            return Optional.of(at.day());
        }
        String in =
                Optional.ofNullable(changes.to(at.thing()).lowerKey(at.day())).orElse("");
        String out =
                Optional.ofNullable(changes.from(at.thing()).lowerKey(at.day())).orElse("");
        return Optional.of(in.compareTo(out) > 0 ? in : out).filter(day -> !day.isEmpty());
    }

    private List<Back> origins(Back at, String day) {
        if (at.kind() >= 0 && changes.kind(at.kind()).isPartial()) {
            return List.of(new Back(at.thing(), at.kind(), day, false, false, at.isWhole()));
        }
        List<Step> all = changes.to(at.thing()).getOrDefault(day, List.of());
        List<Step> own =
                all.stream().filter(step -> step.fromKind() == at.kind()).toList();
        if (all.isEmpty() || own.isEmpty() && changes.wasThere(at.thing(), day)) {
            return List.of(new Back(at.thing(), at.kind(), day, false, at.isUnchanged(), at.isWhole()));
        }
        List<Step> steps = own.isEmpty() ? all : own;
        long sources = steps.stream().map(Step::from).distinct().count();
        List<Back> origins = new ArrayList<>();
        for (Step step : steps) {
            boolean isWhole = isWhole(step);
            origins.add(new Back(
                    step.from(),
                    step.fromKind(),
                    day,
                    !step.isOwn(),
                    at.isUnchanged() && isWhole && sources == 1,
                    at.isWhole() && isWhole));
        }
        return origins;
    }

    /** {@return whether the thing went into nothing else of that kind on that day} */
    private boolean isWhole(Step step) {
        return changes.from(step.from()).getOrDefault(step.date(), List.of()).stream()
                .filter(other -> other.toKind() == step.toKind())
                .allMatch(other -> other.to().equals(step.to()));
    }

    /** {@return the key of a thing as it was when a change took it} */
    public Optional<String> key(String thing) {
        return changes.from(thing).descendingMap().values().stream()
                .flatMap(List::stream)
                .flatMap(step -> changes.values(step.change(), succession.key()).stream())
                .map(Term::text)
                .findFirst();
    }

    /** {@return the dataset that says that a thing which a change names exists now} */
    public Optional<String> register(String thing) {
        return changes.register(thing);
    }
}
