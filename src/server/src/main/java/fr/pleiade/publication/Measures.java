package fr.pleiade.publication;

import static fr.pleiade.rdf.Vocabulary.GEO;

import fr.pleiade.linking.LinkReport;
import fr.pleiade.publication.catalog.Downloads;
import fr.pleiade.publication.count.Extent;
import fr.pleiade.publication.count.Partitions;
import fr.pleiade.publication.table.TableDescriber;
import fr.pleiade.quality.identity.VerifiedIdentities;
import fr.pleiade.quality.register.Register;
import fr.pleiade.quality.stars.Audits;
import fr.pleiade.quality.stars.Figures;
import fr.pleiade.quality.stars.StarCount;
import fr.pleiade.release.Building;
import fr.pleiade.release.InputFile;
import fr.pleiade.release.document.DumpFile;
import fr.pleiade.syntax.Syntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is counted of a dataset whose graph is complete, and written beside it.
 *
 * @param inputs the dataset as it was read
 * @param made its graph
 * @param content what it is had as
 * @param table what its table has, if it has one
 * @param confirmed by register, of how many links to each site its records say the same
 * @param extent of the points of the graph, if it has any
 */
record Measures(
        DatasetInputs inputs,
        DatasetGraph.Made made,
        List<DumpFile> files,
        Audits.Content content,
        Optional<CleanTable.Figures> table,
        Figures stars,
        Partitions counted,
        Map<Register, SortedMap<String, Long>> confirmed,
        Optional<Extent> extent) {

    /** Measures datasets of one release: reads only what is complete, and writes only the dataset's own files, so that any number can be measured at a time. */
    static final class Measuring {
        private final Building building;
        private final Path sources;
        private final Downloads downloads;
        private final Audits audits;
        private final String base;

        /** @param sources the folder of the sources */
        Measuring(Building building, Path sources, Downloads downloads, Audits audits, String base) {
            this.building = building;
            this.sources = sources;
            this.downloads = downloads;
            this.audits = audits;
            this.base = base;
        }

        /**
         * {@return the measures of a dataset}
         *
         * @param inputs the dataset as it was read
         * @param asMade the same, as its graph was made of it
         * @param isOld whether the graph was taken over from the release before
         */
        Measures of(DatasetInputs inputs, DatasetInputs asMade, DatasetGraph.Made made, boolean isOld)
                throws IOException {
            Path graph = building.graphFile(inputs.slug());
            List<DumpFile> files = downloads.of(made.graph(), graph, isOld);
            Optional<CleanTable.Figures> table = table(asMade, made);
            StarCount stars = audits.count(foundLinks(inputs, made));
            Partitions counted = Partitions.of(graph, base, stars::line);
            Map<Register, SortedMap<String, Long>> confirmed = new LinkedHashMap<>();
            for (Register register : inputs.registers()) {
                Path records = sources.resolve(register.file());
                confirmed.put(
                        register,
                        new VerifiedIdentities(
                                        register, records, inputs.plan().plan().systems())
                                .confirmed(graph));
            }
            return new Measures(
                    inputs,
                    made,
                    files,
                    content(made),
                    table,
                    stars.result(),
                    counted,
                    confirmed,
                    counted.properties().containsKey(GEO + "asWKT") ? Extent.of(graph) : Optional.empty());
        }

        /** {@return the dataset's table, taken over or written and described now} */
        private Optional<CleanTable.Figures> table(DatasetInputs dataset, DatasetGraph.Made made) throws IOException {
            Path file = building.tableFile(dataset.slug());
            if (Files.exists(file)) {
                return Optional.of(CleanTable.read(file));
            }
            if (dataset.given().isPresent()) {
                return Optional.empty(); // its rows are elsewhere
            }
            Optional<CleanTable.Figures> figures = CleanTable.write(dataset, sources, file);
            if (figures.isPresent()) {
                new TableDescriber(
                                dataset.plan().plan(),
                                made.predicates(),
                                dataset.registers().isEmpty() ? Set.of() : VerifiedIdentities.SAID,
                                building.work())
                        .describe(
                                file,
                                building.graphFile(dataset.slug()),
                                dataset.dataset().iri())
                        .write(building.schemaFile(dataset.slug()));
            }
            return figures;
        }

        private Audits.Content content(DatasetGraph.Made made) throws IOException {
            Path table = building.tableFile(made.graph().slug());
            return new Audits.Content(
                    made.graph().rows(),
                    made.graph().triples(),
                    Downloads.SYNTAXES.stream().map(Syntax::label).toList(),
                    Files.exists(table) ? CleanTable.columns(table) : List.of());
        }

        /** {@return by the property of link rules, how many of their links lead to things that were found in files of others} */
        private static Map<String, Long> foundLinks(DatasetInputs dataset, DatasetGraph.Made made) {
            Set<String> files =
                    dataset.linkSources().stream().map(InputFile::name).collect(Collectors.toSet());
            Map<String, Long> found = new TreeMap<>();
            for (LinkReport report : made.links()) {
                report.linksByTarget().forEach((target, links) -> {
                    if (files.contains(target) && links > 0) {
                        found.merge(report.predicate(), links, Long::sum);
                    }
                });
            }
            return found;
        }
    }
}
