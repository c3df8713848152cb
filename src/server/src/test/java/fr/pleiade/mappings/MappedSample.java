package fr.pleiade.mappings;

import fr.pleiade.draft.sample.Sample;
import fr.pleiade.findings.Finding;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Quad;
import fr.pleiade.site.Site;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a mapping folder makes of a folder of sources.
 *
 * @param quads what was written, without duplicates
 * @param findings what could not be mapped, in the order of the rows
 * @param rows the rows read
 */
record MappedSample(Set<Quad> quads, List<Finding> findings, long rows) {
    /** The base IRI of the expected graphs. */
    static final String BASE = "http://localhost:8080/";

    /** Maps a folder's own sample, put where the mapping looks for its source. */
    static MappedSample of(Path folder, Path workspace) throws IOException {
        Mapping plan = Mapping.read(mapping(folder), BASE, Site.identifierSystems(Path.of("ontology"), BASE));
        for (String source : plan.sourcePaths()) {
            if (Files.exists(folder.resolve(source))) {
                continue; // it stands beside the mapping
            }
            Path copy = workspace.resolve(source);
            Files.createDirectories(copy.getParent());
            Files.copy(Sample.rows(folder), copy);
        }
        return ofSources(folder, workspace);
    }

    /** {@return the sources of a folder's mapping that stand beside it} */
    static List<Path> beside(Path folder) {
        return Mapping.read(mapping(folder), BASE, Site.identifierSystems(Path.of("ontology"), BASE))
                .sourcePaths()
                .stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .toList();
    }

    /** Maps the sources of a folder as they are; a column sheet is read with their headers. */
    static MappedSample ofSources(Path folder, Path sources) {
        return run(
                Mapping.read(
                        List.of(mapping(folder)), BASE, Site.identifierSystems(Path.of("ontology"), BASE), sources),
                sources);
    }

    /** A column sheet, or RML. */
    private static Path mapping(Path folder) {
        Path sheet = folder.resolve("mapping.yml");
        return Files.exists(sheet) ? sheet : folder.resolve("mapping.ttl");
    }

    private static MappedSample run(Mapping plan, Path sources) {
        List<Finding> findings = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rows = plan.run(Run.in(sources).withFindings(findings::add), out).rows();
        Set<Quad> quads = new LinkedHashSet<>();
        out.toString(StandardCharsets.UTF_8).lines().map(QuadLine::parse).forEach(quads::add);
        return new MappedSample(quads, findings, rows);
    }
}
