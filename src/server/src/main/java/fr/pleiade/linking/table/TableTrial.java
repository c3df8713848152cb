package fr.pleiade.linking.table;

import fr.pleiade.linking.names.Candidate;
import fr.pleiade.linking.names.MatchQuery;
import fr.pleiade.linking.names.NameResults;
import fr.pleiade.linking.names.NamedThing;
import fr.pleiade.linking.names.Names;
import fr.pleiade.sources.CsvFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks for the first cells of each column, and concludes which columns say what. */
final class TableTrial {
    private static final int ROWS = 10;
    private static final int MOST_COLUMNS = 30;
    private static final int CANDIDATES = 3;
    private static final int LONGEST = 200;
    private static final double NEARLY_ALL = 0.75;

    private final Names names;
    private final List<String> types;

    TableTrial(Names names, List<String> types) {
        this.names = names;
        this.types = types;
    }

    /**
     * The cells of one column.
     *
     * @param found what was found for each, of the classes that are wanted
     * @param places what was found for each, of any class
     */
    private record Column(
            String name, List<String> cells, List<Optional<Candidate>> found, List<Optional<Candidate>> places) {
        Column {
            cells = List.copyOf(cells);
            found = List.copyOf(found);
            places = List.copyOf(places);
        }

        /** {@return the mean of the scores, from 0 to 1; cells that repeat count once} */
        double worth() {
            Set<String> seen = new HashSet<>();
            double sum = 0;
            for (int i = 0; i < found.size(); i++) {
                if (found.get(i).isPresent() && seen.add(cells.get(i))) {
                    Candidate best = found.get(i).get();
                    sum += (best.score() / 100 + (best.isMatch() ? 1 : 0)) / 2;
                }
            }
            return sum / Math.max(1, found.size());
        }

        long letters() {
            return cells.stream()
                    .filter(cell -> cell.chars().anyMatch(Character::isLetter))
                    .distinct()
                    .count();
        }

        boolean isOfCodes() {
            long filled = cells.stream().filter(cell -> !cell.isEmpty()).count();
            long codes = found.stream()
                    .flatMap(Optional::stream)
                    .filter(best -> best.part(Candidate.Part.CODE) > 0)
                    .count();
            return codes > 0 && codes * 2 >= filled;
        }

        /** {@return whether its things are where those of another column are} */
        boolean isPlaceOf(Column other) {
            return share(
                            places,
                            other.found,
                            (place, thing) -> thing.places().stream()
                                    .anyMatch(where -> where.iri().equals(place.iri())
                                            || where.names().stream()
                                                    .anyMatch(name -> place.names().stream()
                                                            .anyMatch(own ->
                                                                    own.text().equalsIgnoreCase(name)))))
                    >= 0.5;
        }

        boolean isSameAs(Column other) {
            return share(found, other.found, (one, thing) -> one.iri().equals(thing.iri())) >= 0.5;
        }

        private interface Test {
            boolean holds(NamedThing own, NamedThing other);
        }

        /** {@return of the rows in which both have found something, the share for which it holds} */
        private static double share(List<Optional<Candidate>> these, List<Optional<Candidate>> those, Test test) {
            int both = 0;
            int holds = 0;
            for (int i = 0; i < these.size(); i++) {
                if (these.get(i).isPresent() && those.get(i).isPresent()) {
                    both++;
                    boolean isSo = test.holds(
                            these.get(i).get().thing(), those.get(i).get().thing());
                    holds += isSo ? 1 : 0;
                }
            }
            return both == 0 ? 0 : (double) holds / both;
        }
    }

    TableGuess run(CsvFile table) {
        List<Map<String, String>> rows = new ArrayList<>();
        TableRows all = new TableRows(table);
        while (rows.size() < ROWS && all.next()) {
            rows.add(all.cells());
        }
        List<Column> columns = table.header().stream()
                .filter(header -> !header.isBlank())
                .distinct()
                .limit(MOST_COLUMNS)
                .map(header -> tried(header, rows))
                .toList();
        List<Column> codes = columns.stream().filter(Column::isOfCodes).toList();
        List<Column> texts = columns.stream()
                .filter(column -> !column.isOfCodes() && column.letters() > 0)
                .toList();
        List<Column> places = texts.stream()
                .filter(place -> texts.stream().anyMatch(named -> named != place && place.isPlaceOf(named)))
                .toList();
        Optional<Column> name = texts.stream()
                .filter(column -> !places.contains(column))
                .max(Comparator.comparingDouble(Column::worth)
                        .thenComparing(Column::letters)
                        .thenComparing(column -> -columns.indexOf(column)))
                .or(() -> texts.stream().findFirst())
                .or(() -> codes.stream().findFirst());
        if (name.isEmpty()) {
            String first = table.header().isEmpty() ? "" : table.header().get(0);
            return new TableGuess(new TableColumns(first, List.of(), List.of(), List.of(), List.of()), "");
        }
        Column naming = name.get();
        List<Column> others = texts.stream()
                .filter(column -> column != naming && !places.contains(column) && column.isSameAs(naming))
                .toList();
        return new TableGuess(
                new TableColumns(
                        naming.name(),
                        names(others),
                        names(places.stream()
                                .filter(place -> place.isPlaceOf(naming))
                                .toList()),
                        // the number of a row may be the code of something
                        names(codes.stream()
                                .filter(column -> column != naming && column.isSameAs(naming))
                                .toList()),
                        List.of()),
                types.isEmpty() ? type(naming) : types.get(0));
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    /** {@return the widest class that nearly all that was found without doubt are of, unless most of what there is are} */
    private String type(Column naming) {
        List<NamedThing> found = naming.found().stream()
                .flatMap(Optional::stream)
                .filter(Candidate::isMatch)
                .map(Candidate::thing)
                .toList();
        return names.types().stream()
                .filter(count -> count.things() * 2 <= names.size())
                .map(NameResults.Count::value)
                .filter(type -> found.stream()
                                .filter(thing -> thing.types().contains(type))
                                .count()
                        >= Math.max(1, NEARLY_ALL * found.size()))
                .findFirst()
                .orElse("");
    }

    private Column tried(String header, List<Map<String, String>> rows) {
        List<String> cells =
                rows.stream().map(row -> row.getOrDefault(header, "")).toList();
        List<Optional<Candidate>> any =
                cells.stream().map(cell -> best(cell, List.of())).toList();
        return new Column(
                header,
                cells,
                types.isEmpty()
                        ? any
                        : cells.stream().map(cell -> best(cell, types)).toList(),
                any);
    }

    private Optional<Candidate> best(String cell, List<String> classes) {
        if (cell.isEmpty() || cell.length() > LONGEST) {
            return Optional.empty();
        }
        return names.match(MatchQuery.of(cell, CANDIDATES).typed(classes)).stream()
                .findFirst()
                .filter(best -> best.score() >= Candidate.LEAST / 2);
    }
}
