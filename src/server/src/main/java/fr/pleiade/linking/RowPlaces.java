package fr.pleiade.linking;

import fr.pleiade.findings.Place;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.engine.RowMapper;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Plan;
import fr.pleiade.mapping.model.PredicateObjectMap;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.mapping.model.TriplesMap;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where in its sources a dataset says something: the rows are mapped once more, by the part of the mapping that can have said it.
 *
 * <p>Only asked when something is wrong: a graph does not keep the rows that it comes from. Memory: what is looked for, and one row.
 */
public final class RowPlaces {
    private final Mapping mapping;
    private final Path sources;

    /**
     * @param mapping the dataset's mapping
     * @param sources the folder in which its sources are
     */
    public RowPlaces(Mapping mapping, Path sources) {
        this.mapping = mapping;
        this.sources = sources;
    }

    /**
     * {@return the first row that makes each of some triples, with the cell if the triple's object is made of one; none for triples that joins
     * make, or that go into files of their own}
     *
     * @param triples triples of the default graph
     */
    public Map<Quad, Place> of(Set<Quad> triples) {
        Set<String> predicates =
                triples.stream().map(triple -> triple.predicate().value()).collect(Collectors.toSet());
        Plan plan = mapping.plan();
        Plan part = new Plan(
                plan.document(),
                plan.folder(),
                plan.triplesMaps().stream()
                        .map(map -> only(map, predicates))
                        .filter(map -> !map.pairs().isEmpty())
                        .toList(),
                plan.systems());
        Map<Quad, Place> places = new HashMap<>();
        if (!triples.isEmpty() && part.targets().isEmpty()) {
            Map<Path, Dialect> dialects = mapping.dialects(sources);
            mapping.filesByName(sources).forEach((name, file) -> {
                if (part.sources().stream().anyMatch(source -> source.path().equals(name))) {
                    Dialect dialect = Objects.requireNonNull(dialects.get(file));
                    new Search(part, name, triples, places).read(file, dialect);
                }
            });
        }
        return places;
    }

    /** {@return the part of a triples map that makes statements of some properties without a join} */
    private static TriplesMap only(TriplesMap map, Set<String> predicates) {
        List<PredicateObjectMap> pairs = new ArrayList<>();
        for (PredicateObjectMap pair : map.pairs()) {
            List<TermMap> wanted = pair.predicates().stream()
                    .filter(predicate -> predicate.expression() instanceof Constant constant
                            && predicates.contains(constant.term().text()))
                    .toList();
            if (!wanted.isEmpty() && !pair.objects().isEmpty()) {
                pairs.add(new PredicateObjectMap(wanted, pair.objects(), List.of(), List.of()));
            }
        }
        return new TriplesMap(map.name(), map.source(), map.subject(), List.of(), pairs, map.line());
    }

    /** One source, row by row. */
    private final class Search {
        private final Plan part;
        private final String name;
        private final Set<Quad> wanted;
        private final Map<Quad, Place> places;

        Search(Plan part, String name, Set<Quad> wanted, Map<Quad, Place> places) {
            this.part = part;
            this.name = name;
            this.wanted = wanted;
            this.places = places;
        }

        void read(Path file, Dialect dialect) {
            Run run = Run.in(sources).withFindings(finding -> {});
            try (CsvFile rows = CsvFile.open(name, file, dialect);
                    RowMapper mapper = RowMapper.of(part, run, name, rows.header())) {
                Row row = new Row(List.of());
                for (Optional<RowBlock> block = rows.nextBlock(); block.isPresent(); block = rows.nextBlock()) {
                    while (block.get().next(row)) {
                        List<String> cells = IntStream.range(0, row.size())
                                .mapToObj(row::text)
                                .toList();
                        for (Quad made : mapper.map(row.line(), cells)) {
                            if (wanted.contains(made)) {
                                places.computeIfAbsent(made, m -> place(m, row.line(), rows.header(), cells, mapper));
                            }
                        }
                    }
                    block.get().recycle();
                }
            }
        }

        private Place place(Quad made, long line, List<String> header, List<String> cells, RowMapper mapper) {
            List<String> columns = columns(made.predicate());
            if (columns.size() > 1) {
                columns = columns.stream()
                        .filter(column -> !mapper.map(line, without(cells, header.indexOf(column)))
                                .contains(made))
                        .toList();
            }
            return columns.size() == 1
                    ? new Place.InCell(name, line, columns.get(0), cells.get(header.indexOf(columns.get(0))))
                    : new Place.InLine(name, line);
        }

        /** {@return a row with an empty cell in it: what it still makes is not made of that} */
        private static List<String> without(List<String> cells, int column) {
            List<String> others = new ArrayList<>(cells);
            others.set(column, "");
            return others;
        }

        /** {@return the columns that the objects of a property are made of} */
        private List<String> columns(Term.Iri property) {
            return part.triplesMaps().stream()
                    .filter(map -> map.source().path().equals(name)
                            && map.source().view().isEmpty())
                    .flatMap(map -> map.pairs().stream())
                    .filter(pair -> pair.predicates().stream()
                            .anyMatch(predicate -> predicate.expression().equals(new Constant(property))))
                    .flatMap(pair -> pair.objects().stream())
                    .flatMap(object -> object.expression().references().stream())
                    .map(Reference::column)
                    .distinct()
                    .toList();
        }
    }
}
