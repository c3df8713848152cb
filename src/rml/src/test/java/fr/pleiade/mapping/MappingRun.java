package fr.pleiade.mapping;

import fr.pleiade.findings.Finding;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.engine.EmptyCells;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A mapping and its files in a temporary folder, run as often as a test likes. */
final class MappingRun {
    private static final String PREFIXES = """
            @prefix rml: <http://w3id.org/rml/> .
            @prefix ex: <http://e/> .
            @prefix csvw: <http://www.w3.org/ns/csvw#> .
            @prefix fn: <https://w3id.org/pleiade/function#> .
            @prefix grel: <http://users.ugent.be/~bjdmeest/function/grel.ttl#> .
            @prefix idlab-fn: <https://w3id.org/imec/idlab/function#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @base <http://example.org/> .

            """;

    private final Path folder;
    private final List<Finding> findings = new ArrayList<>();
    private Run run;
    private IdentifierSystems systems =
            IdentifierSystems.read(Path.of("ontology/schemes/systemes-identifiants.ttl"), "http://example.org/");

    MappingRun() {
        try {
            folder = Files.createTempDirectory("mapping");
            folder.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run = Run.in(folder).withFindings(findings::add).withThreads(2);
    }

    Path folder() {
        return folder;
    }

    void file(String name, String content) {
        file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    void file(String name, byte[] content) {
        try {
            Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void inGraph(String graph) {
        run = run.withGraph(graph);
    }

    void threads(int number) {
        run = run.withThreads(number);
    }

    void withoutIdentifierSystems() {
        systems = IdentifierSystems.NONE;
    }

    void skipEmptyCells() {
        run = run.withEmptyCells(EmptyCells.SKIPPED);
    }

    /** {@return a mapping of a.csv with one object map, whose subjects are made of the column id} */
    String simple(String objectMap) {
        return """
                <#m> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "a.csv" ] ] ;
                  rml:subjectMap [ rml:template "{id}" ] ;
                  rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ %s ] ] .
                """.formatted(objectMap);
    }

    Mapping plan(String mapping) {
        file("mapping.ttl", PREFIXES + mapping);
        return Mapping.read(folder.resolve("mapping.ttl"), "http://example.org/", systems);
    }

    /** {@return the lines that the mapping makes, in their order} */
    List<String> lines(String mapping) {
        findings.clear();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run(plan(mapping), out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    void run(Mapping plan, OutputStream out) {
        plan.run(run, out);
    }

    List<Finding> findings() {
        return findings;
    }

    /** {@return the errors of a mapping that must have some} */
    List<String> errors(String mapping) {
        try {
            lines(mapping);
        } catch (MappingException e) {
            return e.errors().stream().map(MappingError::toString).toList();
        }
        throw new AssertionError("the mapping has no errors");
    }
}
