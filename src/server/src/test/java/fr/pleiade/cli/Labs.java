package fr.pleiade.cli;

import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** The smallest site of which nothing is wrong: laboratories that are linked to regions, with licence, publisher and vocabulary. Each test spoils something. */
final class Labs {
    static final String ROWS = """
            code,nom,region,creation,budget,site,idref
            L01,Laboratoire de chimie,11,1989-03-31,1234.50,https://chimie.example.org/,066951848
            L02,Laboratoire de physique,53,2001-09-01,99.9,https://physique.example.org/,
            L03,Observatoire,11,2010-12-31,12.5,,
            """;

    private static final String PREFIXES = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix fn: <https://w3id.org/pleiade/fn#> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix link: <https://w3id.org/pleiade/link#> . @prefix org: <http://www.w3.org/ns/org#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rml: <http://w3id.org/rml/> . @prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix csvw: <http://www.w3.org/ns/csvw#> .
            """;

    private final Path folder;
    private final StringWriter out = new StringWriter();

    Labs(Path folder) {
        this.folder = folder;
        turtle("mappings/catalog.ttl", """
                <catalog> a dcat:Catalog ; dct:title "Laboratoires"@fr, "Laboratories"@en ; dct:publisher <id/agent/univ> .
                <id/agent/univ> a foaf:Organization ; foaf:name "Université d'essai"@fr ; foaf:mbox <mailto:data@example.org> .
                """);
        describe("regions", "Régions");
        describe("labos", "Laboratoires");
        turtle("mappings/regions/mapping.ttl", """
                <#Region> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source "regions.csv" ] ;
                  rml:subjectMap [ rml:template "id/region/{code}" ; rml:class <vocab/t#Region> ] ;
                  rml:predicateObjectMap [ rml:predicate <vocab/t#code> ; rml:objectMap [ rml:reference "code" ] ] ,
                    [ rml:predicate skos:prefLabel ; rml:objectMap [ rml:reference "nom" ; rml:language "fr" ] ] .
                """);
        turtle("mappings/labos/mapping.ttl", """
                <#Lab> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "labos.csv" ; rml:null "" ] ] ;
                  rml:subjectMap [ rml:template "id/labo/{code}" ; rml:class org:OrganizationalUnit ] ;
                  rml:predicateObjectMap [ rml:predicate skos:prefLabel ; rml:objectMap [ rml:reference "nom" ; rml:language "fr" ] ] ,
                    [ rml:predicate <vocab/t#codeRegion> ; rml:objectMap [ rml:reference "region" ] ] ,
                    [ rml:predicate schema:foundingDate ; rml:objectMap [ rml:reference "creation" ; rml:datatype xsd:date ] ] ,
                    [ rml:predicate <vocab/t#budget> ; rml:objectMap [ rml:reference "budget" ; rml:datatype xsd:decimal ] ] ,
                    [ rml:predicate foaf:homepage ; rml:objectMap [ rml:reference "site" ; rml:termType rml:IRI ] ] .
                """);
        turtle("mappings/labos/links.ttl", """
                <dataset/labos#region> a link:Rule ;
                  rdfs:label "région"@fr , "region"@en ;
                  link:subjectClass org:OrganizationalUnit ; link:key <vocab/t#codeRegion> ; link:predicate <vocab/t#region> ; link:required true ;
                  link:target [ link:dataset "regions" ; link:class <vocab/t#Region> ; link:key <vocab/t#code> ] .
                """);
        turtle("ontology/vocabulary.ttl", """
                <vocab/t#Region> a owl:Class ; rdfs:label "région"@fr , "region"@en .
                <vocab/t#code> a owl:DatatypeProperty ; rdfs:label "code"@fr , "code"@en .
                <vocab/t#codeRegion> a owl:DatatypeProperty ; rdfs:label "code de la région"@fr , "code of the region"@en .
                <vocab/t#region> a owl:ObjectProperty ; rdfs:label "région"@fr , "region"@en .
                <vocab/t#budget> a owl:DatatypeProperty ; rdfs:label "budget"@fr , "budget"@en .
                """);
        write("data/regions.csv", "code,nom\n11,Île-de-France\n53,Bretagne\n");
        write("data/labos.csv", ROWS);
    }

    private void describe(String slug, String title) {
        turtle("mappings/" + slug + "/dataset.ttl", """
                <dataset/%s> a dcat:Dataset ; dct:title "%s"@fr , "%s of the test"@en ;
                  dct:description "%s tels que l'université d'essai les tient, avec leur code et leur nom, mis à jour chaque année pour les besoins de cet essai."@fr ;
                  dct:license <https://www.etalab.gouv.fr/licence-ouverte-open-licence> ; dct:publisher <id/agent/univ> .
                """.formatted(slug, title, title, title));
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Replaces a text of a file, which must be there. */
    Labs spoil(String name, String text, String by) {
        String before = read(name);
        if (!before.contains(text)) {
            throw new IllegalArgumentException(name + " has no '" + text + "'");
        }
        return write(name, before.replace(text, by));
    }

    Labs turtle(String name, String turtle) {
        return write(name, PREFIXES + turtle);
    }

    Labs write(String name, String text) {
        return write(name, text, StandardCharsets.UTF_8);
    }

    Labs write(String name, String text, Charset charset) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, text.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the exit code of a command with its arguments} */
    int run(String... arguments) {
        out.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--site");
        all.add(folder.toString());
        CommandLine command = Pleiade.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        return command.execute(all.toArray(String[]::new));
    }

    /** {@return a dataset's N-Quads in the current release} */
    String graph(String slug) {
        Release release = Releases.in(folder.resolve("var")).current().orElseThrow();
        return read(folder.relativize(Release.graphFile(release.folder(), slug)).toString());
    }

    /** {@return a dataset's CSV in the current release} */
    String table(String slug) {
        Release release = Releases.in(folder.resolve("var")).current().orElseThrow();
        return read(folder.relativize(Release.tableFile(release.folder(), slug)).toString());
    }

    /** {@return all that the last command said} */
    String said() {
        return out.toString();
    }
}
