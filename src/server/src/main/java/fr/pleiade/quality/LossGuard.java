package fr.pleiade.quality;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a dataset would have less of than in the current release: nothing may shrink by more than a declared share without a word.
 *
 * <p>The first loss tells the others: where things are lost, so are their links and values, and that is said once.
 */
public final class LossGuard implements Check<LossGuard.Change> {
    /** One row may always go: of ten, it would be a tenth. */
    private static final long ONE = 1;

    /**
     * What a graph has.
     *
     * @param rows how many rows it was made from
     * @param things how many things it describes
     * @param links how many of its triples link rules made
     * @param values for each property, how many triples have it
     */
    public record Figures(long rows, long things, long links, Map<String, Long> values) {
        public Figures {
            values = Map.copyOf(values);
        }
    }

    /**
     * How a dataset would change.
     *
     * @param dataset its slug
     * @param before what it has in the current release
     * @param after what it would have; nothing if it is gone
     * @param gone how many of its things would not be there any more
     * @param share the part of anything that may be lost, from 0 to 1
     */
    public record Change(String dataset, Figures before, Optional<Figures> after, long gone, double share) {
        private boolean isLoss(long number, long now) {
            return number - now > Math.max(share * number, ONE);
        }
    }

    @Override
    public void run(Change change, Consumer<Finding> findings) {
        if (change.after().isEmpty()) {
            findings.accept(Rule.DATASET_GONE.at(
                    new Place.InFile(change.dataset()),
                    "the dataset '%s' of the current release is gone, with its %d things",
                    "le jeu de données « %s » de la version actuelle a disparu, avec ses %d objets",
                    change.dataset(),
                    change.before().things()));
            return;
        }
        Figures before = change.before();
        Figures after = change.after().get();
        boolean things = change.isLoss(before.things(), Math.min(after.things(), before.things() - change.gone()));
        if (things) {
            findings.accept(Rule.THINGS_LOST.at(
                    place(change),
                    "%d of %d things would not be there any more; there would be %d",
                    "%d objets sur %d n'existeraient plus ; il y en aurait %d",
                    Math.max(change.gone(), before.things() - after.things()),
                    before.things(),
                    after.things()));
        }
        boolean isCounted = after.rows() > 0 || after.things() == 0; // of a graph that was made elsewhere rows are not
        if (isCounted && change.isLoss(before.rows(), after.rows())) {
            findings.accept(fewer(Rule.ROWS_LOST, change, "rows", "lignes", before.rows(), after.rows()));
            return;
        }
        if (!things) {
            if (change.isLoss(before.links(), after.links())) {
                findings.accept(fewer(Rule.LINKS_LOST, change, "links", "liens", before.links(), after.links()));
            }
            values(change, before, after, findings);
        }
    }

    private static void values(Change change, Figures before, Figures after, Consumer<Finding> findings) {
        new TreeMap<>(before.values()).forEach((property, number) -> {
            long now = after.values().getOrDefault(property, 0L);
            if (change.isLoss(number, now)) {
                findings.accept(Rule.VALUES_LOST.at(
                        place(change),
                        "%2$d values of <%1$s> instead of %3$d",
                        "%2$d valeurs de <%1$s> au lieu de %3$d",
                        property,
                        now,
                        number));
            }
        });
    }

    private static Finding fewer(Rule rule, Change change, String en, String fr, long before, long after) {
        return rule.at(place(change), "%3$d %1$s instead of %4$d", "%3$d %2$s au lieu de %4$d", en, fr, after, before);
    }

    private static Place place(Change change) {
        return new Place.InFile(change.dataset());
    }

    /** {@return the same loss as the publisher has accepted it: for the record} */
    public static Finding accepted(Finding loss) {
        return new Finding(
                Rule.LOSS_ACCEPTED.id(),
                Rule.LOSS_ACCEPTED.severity(),
                loss.place(),
                loss.problem(),
                Rule.LOSS_ACCEPTED.remedy());
    }

    /** {@return that every address would change, if the base does} */
    public static List<Finding> moved(String before, String now) {
        return before.equals(now)
                ? List.of()
                : List.of(Rule.BASE_MOVED.at(
                        new Place.InFile("catalog.ttl"),
                        "what is published begins with %s, and would begin with %s",
                        "ce qui est publié commence par %s, et commencerait par %s",
                        before,
                        now));
    }
}
