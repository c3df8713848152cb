package fr.pleiade.draft.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A site of one dataset of four labs in a folder, whose files tests save anew. */
public final class LabSite {
    public static final String BASE = "http://localhost:8080/";

    private static final String SHEET = """
            url: labs.csv
            dialect: { delimiter: ";" }
            lang: fr
            class: Lab
            about:
              title: Les labos
              description: "Quatre laboratoires inventés pour les tests, avec leurs places, leur ville et leur date de création, et rien d'autre."
              licence: cc0
              publisher: tests
            columns:
              Code:   { is: key, type: code }
              Nom:    { is: label }
              Places: integer
              Ville:  { fr: ville }
            """;

    private final Path folder;

    public LabSite(Path folder) {
        this.folder = folder;
        write("mappings/catalog.ttl", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                <catalog> a dcat:Catalog ; dct:title "Labos"@fr , "Labs"@en .
                <id/agent/tests> a foaf:Organization ; foaf:name "Tests" .
                """);
        sheet("", "");
        rows("L1;Un;12;Brest", "L2;Deux;;Lyon", "L3;Trois, de loin le plus long;7;", "L4;<b>Quatre</b>;beaucoup;Lille");
        write("ontology/README.md", "");
    }

    /** Saves the sheet with one text in it replaced by another. */
    public void sheet(String old, String other) {
        write("mappings/labs/mapping.yml", SHEET.replace(old, other));
    }

    public void rows(String... rows) {
        write("data/labs.csv", "Code;Nom;Places;Ville\n" + String.join("\n", rows) + "\n");
    }

    public Path folder() {
        return folder;
    }

    public Preview preview() {
        return new Preview(new Preview.Folders(
                folder.resolve("mappings"),
                folder.resolve("ontology"),
                folder.resolve("data"),
                folder.resolve("var"),
                BASE,
                "labs"));
    }

    public void write(String name, String text) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
