package fr.pleiade.quality.identity;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Text;
import fr.pleiade.mapping.engine.RowNames;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.Plan;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.mapping.model.Template;
import fr.pleiade.mapping.model.TermType;
import fr.pleiade.mapping.model.TriplesMap;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.quality.Rule;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tells rows without a key, rows of one key, and keys that make addresses nobody could ask for.
 *
 * <p>Which triples maps make the things that are a file's rows is not declared: they are taken to be those that tell most rows apart, if
 * they tell apart more than half of those that they name; the others make what rows share, such as the towns of schools. A file of which no
 * map tells most rows apart is told once: perhaps its rows are about something that repeats, and {@code dataset.ttl} can say so. Memory: the sorter's, and
 * {@value KeyCount#KEPT} rows that are wrong for each triples map. To be given to one run, then asked to {@link #tell}, then closed.
 */
public final class RowKeys implements RowNames, AutoCloseable {
    private final Plan plan;
    private final Addresses addresses;
    private final LineSorter names;

    /**
     * @param plan the mapping whose rows are named
     * @param base the IRI that the site's addresses begin with
     * @param work a folder for what does not fit into memory
     */
    public RowKeys(Plan plan, String base, Path work) {
        this.plan = plan;
        this.addresses = new Addresses(base);
        this.names = new LineSorter(work);
    }

    @Override
    public Optional<Text> refusal(byte[] bytes, int from, int to) {
        return addresses.refusal(bytes, from, to);
    }

    @Override
    public OutputStream keys() {
        return names;
    }

    /** Tells what is wrong with the keys of all rows. */
    public void tell(Consumer<Finding> findings) throws IOException {
        Map<Integer, KeyCount> counts = new TreeMap<>();
        names.drain((bytes, from, to) -> {
            String line = new String(bytes, from, to - from, StandardCharsets.UTF_8).stripTrailing();
            int place = line.lastIndexOf(' ');
            int map = line.lastIndexOf(' ', place - 1);
            counts.computeIfAbsent(Integer.valueOf(line.substring(map + 1, place)), KeyCount::new)
                    .add(line.substring(0, map), Long.parseLong(line.substring(place + 1)));
        });
        Map<String, List<KeyCount>> byFile = counts.values().stream()
                .collect(Collectors.groupingBy(
                        count -> map(count).source().path(), LinkedHashMap::new, Collectors.toList()));
        byFile.values()
                .forEach(candidates -> rowsOf(candidates)
                        .ifPresentOrElse(
                                rows -> tell(rows, candidates.size() == 1, findings),
                                () -> tellRepeated(candidates, findings)));
    }

    /** Tells that no map tells most rows apart, unless that of most things takes nothing from a row but its key, or its parts are the rows. */
    private void tellRepeated(Collection<KeyCount> candidates, Consumer<Finding> findings) {
        KeyCount most = candidates.stream()
                .max(Comparator.comparingLong(KeyCount::distinct))
                .orElseThrow();
        TriplesMap map = map(most);
        Set<String> key = columns(map);
        if (partsTellApart(map.source(), key)) {
            return;
        }
        if (!most.duplicates().isEmpty() && saysMoreThan(key, map.source())) {
            KeyCount.Duplicate first = most.duplicates().stream()
                    .min(Comparator.comparingLong(KeyCount.Duplicate::line))
                    .orElseThrow();
            String file = map.source().path();
            findings.accept(Rule.REPEATED_KEY.at(
                    new Place.InLine(file, first.line()),
                    "%1$s rows make %2$s things only: what rows of one key say goes to one thing, as here to %3$s, which %4$s makes too",
                    "%1$s lignes ne donnent que %2$s objets : ce que disent les lignes de même clé va à un seul, comme ici à %3$s, que donne aussi %4$s",
                    most.rows() - most.namelessRows(),
                    most.distinct(),
                    first.name(),
                    new Place.InLine(file, first.first()).describe()));
        }
        if (candidates.size() == 1 && map.subject().conditions().isEmpty()) {
            tellNameless(most, findings);
        }
    }

    /** {@return whether things that are not counted, the parts of others, are made of more columns than a key} */
    private boolean partsTellApart(LogicalSource source, Set<String> key) {
        return plan.triplesMaps().stream()
                .filter(other -> other.source().path().equals(source.path()))
                .filter(other -> other.subject().type() != TermType.IRI || isPart(other))
                .anyMatch(other -> !key.containsAll(columns(other)));
    }

    private static boolean isPart(TriplesMap map) {
        return map.subject().expression() instanceof Template template
                && template.segments().stream()
                        .anyMatch(segment -> segment.text().contains("#"));
    }

    /** {@return whether what rows say of the things of a key is made of more columns than that} */
    private boolean saysMoreThan(Set<String> key, LogicalSource source) {
        return plan.triplesMaps().stream()
                .filter(map -> map.source().path().equals(source.path())
                        && columns(map).equals(key))
                .flatMap(map -> map.pairs().stream())
                .flatMap(pair -> pair.objects().stream())
                .flatMap(object -> object.expression().references().stream())
                .anyMatch(reference -> !key.contains(reference.column()));
    }

    private static Set<String> columns(TriplesMap map) {
        return map.subject().expression().references().stream()
                .map(Reference::column)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** {@return the count of the map whose things are the rows, if there is such a map} */
    private static Optional<KeyCount> rowsOf(Collection<KeyCount> candidates) {
        return candidates.stream()
                .max(Comparator.comparingLong(KeyCount::distinct)
                        .thenComparing(Comparator.comparingLong(KeyCount::namelessRows)))
                .filter(count -> count.distinct() * 2 > count.rows() - count.namelessRows()
                        || count.distinct() == 0 && candidates.size() == 1);
    }

    private TriplesMap map(KeyCount count) {
        return plan.triplesMaps().get(count.map());
    }

    /** @param alone whether there is no other map that may have made something of a row which this one leaves out */
    private void tell(KeyCount count, boolean alone, Consumer<Finding> findings) {
        TriplesMap map = map(count);
        String file = map.source().path();
        count.duplicates()
                .forEach(duplicate -> findings.accept(Rule.DUPLICATE_KEY.at(
                        new Place.InLine(file, duplicate.line()),
                        "it makes %s, as %s does: two rows are one thing",
                        "elle donne %s, comme %s : deux lignes sont une seule chose",
                        duplicate.name(),
                        new Place.InLine(file, duplicate.first()).describe())));
        if (map.subject().conditions().isEmpty()) {
            tellNameless(count, findings);
        } else if (alone && !count.nameless().isEmpty()) {
            findings.accept(Rule.ROW_LEFT_OUT.at(
                    new Place.InLine(file, count.nameless().get(0)),
                    "%s rows, of which this is the first, are not published: they meet no condition of the mapping",
                    "%s lignes, dont celle-ci est la première, ne sont pas publiées : elles ne remplissent aucune condition du mapping",
                    count.namelessRows()));
        }
    }

    private void tellNameless(KeyCount count, Consumer<Finding> findings) {
        TriplesMap map = map(count);
        String columns = String.join(", ", columns(map));
        count.nameless()
                .forEach(line -> findings.accept(Rule.NO_KEY.at(
                        new Place.InLine(map.source().path(), line),
                        "the row has no key (%s), so that it is not published",
                        "la ligne n'a pas de clé (%s) : elle n'est pas publiée",
                        columns)));
    }

    @Override
    public void close() throws IOException {
        names.close();
    }
}
