package fr.pleiade.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/**
 * A made-up site for queries: six datasets of towns, schools and their units, with labels, types, coordinates and links, and the
 * catalogue; the same for the same scale. At scale 1 it has some 110,000 triples.
 */
final class QuerySite {
    static final String BASE = "http://localhost:8080/";
    private static final int DEPARTEMENTS = 100;
    private static final int COMMUNES = 6_000;
    private static final int ETABLISSEMENTS = 2_500;
    private static final int UNITS = 5_000;
    private static final int TYPES = 40;
    private static final String PREFIXES = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
            @prefix rml: <http://w3id.org/rml/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;

    private final Path folder;
    private final int scale;

    QuerySite(Path folder, int scale) {
        this.folder = folder;
        this.scale = scale;
    }

    Path mappings() {
        return folder.resolve("mappings");
    }

    Path ontology() {
        return folder.resolve("ontology");
    }

    Path sources() {
        return folder.resolve("sources");
    }

    /** Writes descriptions, mappings and sources. */
    void write() throws IOException {
        Files.createDirectories(ontology());
        Files.createDirectories(sources());
        Files.createDirectories(mappings());
        Files.writeString(
                mappings().resolve("catalog.ttl"),
                PREFIXES + "<catalog> a dcat:Catalog ; dct:title \"Catalogue\"@fr .");
        regions();
        departements();
        communes();
        types();
        etablissements();
        units();
    }

    private void regions() throws IOException {
        mapping("regions", "region", "<vocab/bench#Region>", label("rdfs:label"), value("<vocab/bench#code>", "id"));
        rows("regions", "id,label", 13, i -> i + ",Région " + i);
    }

    private void departements() throws IOException {
        mapping(
                "departements",
                "departement",
                "<vocab/bench#Departement>",
                label("rdfs:label"),
                value("<vocab/bench#code>", "id"),
                link("<vocab/bench#region>", "region", "region"));
        rows("departements", "id,label,region", DEPARTEMENTS, i -> i + ",Département " + i + "," + i % 13);
    }

    private void communes() throws IOException {
        mapping(
                "communes",
                "commune",
                "<vocab/bench#Commune>",
                label("rdfs:label"),
                value("<vocab/bench#code>", "id"),
                link("<vocab/bench#departement>", "departement", "departement"),
                typed("geo:lat", "lat", "xsd:decimal"),
                typed("geo:long", "long", "xsd:decimal"),
                typed("<vocab/bench#population>", "population", "xsd:integer"));
        rows(
                "communes",
                "id,label,departement,lat,long,population",
                (long) COMMUNES * scale,
                i -> String.format(
                        Locale.ROOT,
                        "%d,Commune %d,%d,%.4f,%.4f,%d",
                        10_000 + i,
                        i,
                        i % DEPARTEMENTS,
                        42 + i % 8_000 / 1_000.0,
                        -4 + i % 11_000 / 1_000.0,
                        10 + i * 7_919 % 90_000));
    }

    private void types() throws IOException {
        mapping("types", "type", "skos:Concept", label("skos:prefLabel"), value("skos:notation", "id"));
        rows("types", "id,label", TYPES, i -> i + ",Type " + i);
    }

    private void etablissements() throws IOException {
        mapping(
                "etablissements",
                "etablissement",
                "<vocab/bench#Etablissement>",
                label("rdfs:label"),
                value("skos:altLabel", "other"),
                link("<vocab/bench#kind>", "type", "kind"),
                link("<vocab/bench#commune>", "commune", "commune"),
                typed("<vocab/bench#students>", "students", "xsd:integer"),
                typed("<vocab/bench#opened>", "opened", "xsd:date"),
                "rml:predicateObjectMap [ rml:predicate foaf:homepage ;"
                        + " rml:objectMap [ rml:template \"http://www.example.org/{page}\" ] ]");
        rows(
                "etablissements",
                "id,label,other,kind,commune,students,opened,page",
                (long) ETABLISSEMENTS * scale,
                i -> "%d,Lycée %d,Lycée %d bis,%d,%d,%d,19%02d-0%d-15,%s"
                        .formatted(
                                i,
                                i,
                                i,
                                (i * 7 + i / 3) % TYPES,
                                10_000 + i * 13 % (COMMUNES * scale),
                                i * 31 % 2_000,
                                i % 100,
                                1 + i % 9,
                                i % 3 == 0 ? "" : "lycee" + i));
    }

    private void units() throws IOException {
        mapping(
                "unites",
                "unite",
                "<vocab/bench#Unit>",
                label("skos:prefLabel"),
                value("dct:identifier", "number"),
                link("<vocab/bench#establishment>", "etablissement", "establishment"),
                link("<vocab/bench#parent>", "unite", "parent"));
        rows(
                "unites",
                "id,label,number,establishment,parent",
                (long) UNITS * scale,
                i -> "%d,Unité %d,U-%d,%d,%s"
                        .formatted(i, i, i * 17, i % (ETABLISSEMENTS * scale), i < 2 ? "" : String.valueOf(i / 2)));
    }

    private void mapping(String slug, String kind, String type, String... properties) throws IOException {
        Path place = Files.createDirectories(mappings().resolve(slug));
        Files.writeString(
                place.resolve("dataset.ttl"),
                PREFIXES
                        + "<dataset/%1$s> a dcat:Dataset ; dct:license <https://creativecommons.org/publicdomain/zero/1.0/> ; dct:title \"%1$s\"@fr ."
                                .formatted(slug));
        Files.writeString(
                place.resolve("mapping.ttl"),
                PREFIXES + """
                <#Thing> a rml:TriplesMap ;
                  rml:logicalSource [ rml:referenceFormulation rml:CSV ;
                    rml:source [ a rml:RelativePathSource ; rml:path "%s.csv" ; rml:null "" ] ] ;
                  rml:subjectMap [ rml:template "id/%s/{id}" ; rml:class %s ] ;
                  %s .
                """.formatted(slug, kind, type, String.join(" ;\n  ", properties)));
    }

    private static String label(String predicate) {
        return "rml:predicateObjectMap [ rml:predicate " + predicate
                + " ; rml:objectMap [ rml:reference \"label\" ; rml:language \"fr\" ] ]";
    }

    private static String value(String predicate, String column) {
        return "rml:predicateObjectMap [ rml:predicate " + predicate + " ; rml:objectMap [ rml:reference \"" + column
                + "\" ] ]";
    }

    private static String typed(String predicate, String column, String type) {
        return "rml:predicateObjectMap [ rml:predicate " + predicate + " ; rml:objectMap [ rml:reference \"" + column
                + "\" ; rml:datatype " + type + " ] ]";
    }

    private static String link(String predicate, String kind, String column) {
        return "rml:predicateObjectMap [ rml:predicate " + predicate + " ; rml:objectMap [ rml:template \"id/" + kind
                + "/{" + column + "}\" ] ]";
    }

    private void rows(String slug, String header, long count, LongFunction<String> row) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(sources().resolve(slug + ".csv"))) {
            out.write(header + "\n");
            for (long i = 0; i < count; i++) {
                out.write(row.apply(i) + "\n");
            }
        }
    }

    /** {@return IRIs of so many communes, as a query writes them} */
    static String communes(int count) {
        StringBuilder iris = new StringBuilder();
        for (int i = 0; i < count; i++) {
            iris.append('<')
                    .append(BASE)
                    .append("id/commune/")
                    .append(10_000 + i * 7)
                    .append("> ");
        }
        return iris.toString();
    }

    /** {@return the graphs' slugs} */
    static List<String> slugs() {
        return List.of("catalog", "communes", "departements", "etablissements", "regions", "types", "unites");
    }
}
