package fr.pleiade.draft.preview;

import fr.pleiade.findings.Finding;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.engine.RowMapper;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.quality.csv.SourceTable;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.site.Dataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A dataset that can be mapped, as its files were at one moment. Thread-safe.
 *
 * @param dataset its description
 * @param mapping its mapping
 * @param sources the folder of the sources
 * @param rows its sources, in the order in which the mapping names them; at least one
 * @param prefixes the prefixes of the site's documents and of the dataset's
 * @param terms the terms that its sheet and the site's vocabularies declare, with their labels
 */
public record Draft(
        Dataset dataset, Mapping mapping, Path sources, List<SourceRows> rows, Prefixes prefixes, InMemoryGraph terms) {
    /** Twice as many rows take a tenth of a second. */
    private static final int SAMPLE = 300;

    public Draft {
        rows = List.copyOf(rows);
    }

    /** {@return a row with what the mapping makes of it} */
    public MappedRow map(SourceRows source, SourceRow row) {
        List<Finding> findings = new ArrayList<>();
        Run run = Run.in(sources).withThreads(1).withFindings(findings::add);
        try (RowMapper mapper = mapping.mapper(run, source.name(), source.header())) {
            Set<Quad> quads = new LinkedHashSet<>(mapper.map(row.line(), row.cells()));
            return new MappedRow(row, List.copyOf(quads), findings);
        }
    }

    /** Maps some rows of each source: the first ones, those worth a look, and as many again from all over the file. */
    void sample(Consumer<Finding> findings) {
        Run run = Run.in(sources).withThreads(1).withFindings(findings);
        for (SourceRows source : rows) {
            long step = Math.max(1, source.total() / SAMPLE);
            Set<Long> instances =
                    source.instances().stream().map(Instance::number).collect(Collectors.toSet());
            try (RowMapper mapper = mapping.mapper(run, source.name(), source.header())) {
                source.each(
                        number -> number <= SAMPLE || number % step == 0 || instances.contains(number),
                        row -> mapper.map(row.line(), row.cells()));
            }
        }
    }

    /** {@return the columns of a source of which the mapping makes something; all, where it reads a view of them} */
    public Set<String> used(SourceRows source) {
        Set<String> uses = SourceTable.of(mapping.plan(), source.name(), source.path(), source.dialect(), Set.of())
                .uses()
                .keySet();
        return uses.isEmpty() ? Set.copyOf(source.header()) : uses;
    }

    /** {@return the labels of a term that the sheet or the site declares; empty for others} */
    public Labels labels(String term) {
        return Labels.of(terms.objects(new Term.Iri(term), Vocabulary.RDFS + "label"));
    }
}
