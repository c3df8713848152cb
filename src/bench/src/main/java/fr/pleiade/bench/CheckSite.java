package fr.pleiade.bench;

import fr.pleiade.mapping.Mapping;
import fr.pleiade.publication.PublishOptions;
import fr.pleiade.publication.Publisher;
import fr.pleiade.site.Site;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** A made-up site of datasets that are alike: things of 20 columns, texts, codes with check digits, dates, numbers and addresses among them. */
final class CheckSite {
    static final String BASE = "http://localhost:8080/";

    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String PREFIXES =
            "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .\n"
                    + "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n";

    /** What is special about the rows. */
    enum Rows {
        GOOD,
        /** One number differs in each row. */
        CHANGED,
        /** A date that does not exist, a word for a number and a code of a wrong check digit in each row, each time another. */
        FAULTY
    }

    private final Path folder;
    private final int datasets;
    private final int rows;

    CheckSite(Path folder, int datasets, int rows) throws IOException {
        this.folder = folder;
        this.datasets = datasets;
        this.rows = rows;
        write(
                "mappings/catalog.ttl",
                PREFIXES + "<catalog> a dcat:Catalog ; dct:title \"C\" . <id/agent/tests> rdfs:label \"Tests\" .\n");
        Path systems = Path.of("ontology", Site.IDENTIFIER_SYSTEMS);
        write("ontology/" + Site.IDENTIFIER_SYSTEMS, Files.readString(systems));
        for (int dataset = 0; dataset < datasets; dataset++) {
            write("mappings/" + slug(dataset) + "/mapping.yml", mapping(dataset));
            write("ontology/shapes/" + slug(dataset) + ".ttl", shapes(dataset));
            writeRows(dataset, Rows.GOOD);
        }
    }

    static String slug(int dataset) {
        return "things" + dataset;
    }

    Path sources() {
        return folder.resolve("sources");
    }

    Path file(int dataset) {
        return sources().resolve(slug(dataset) + ".csv");
    }

    Path shapes() {
        return folder.resolve("ontology/shapes");
    }

    int datasets() {
        return datasets;
    }

    Mapping mapping(String slug) {
        Path mapping = folder.resolve("mappings").resolve(slug).resolve("mapping.yml");
        return Mapping.read(mapping, BASE, Site.identifierSystems(folder.resolve("ontology"), BASE));
    }

    /** {@return what publishes or checks the site, on one thread, with its releases in a folder of this name} */
    Publisher publisher(String state) {
        Site site = Site.read(folder.resolve("mappings"), folder.resolve("ontology"), BASE);
        return new Publisher(site, sources(), folder.resolve(state), PublishOptions.USUAL.onThreads(1));
    }

    private static String mapping(int dataset) {
        return """
                about:
                  title:       { fr: Choses, en: Things }
                  description: { en: "Things of which benchmarks are made; there are many of them, all alike, and none of them is anywhere but here." }
                  licence:     licence-ouverte-2.0
                  publisher:   tests
                lang: fr
                url: %1$s.csv
                dialect: { delimiter: ";" }
                class: Thing
                columns:
                  Code:       { is: key, type: code }
                  Libellé:    { is: label, lang: fr }
                  Sigle:      text
                  UAI:        { type: uai, as: uai }
                  SIREN:      { type: siren, as: siren }
                  Commune:    { type: code, as: commune }
                  Adresse:    text
                  Localité:   text
                  Site:       { type: url, as: site }
                  Ouverture:  { type: date, as: ouverture }
                  Mise à jour: { type: date, as: modifie }
                  Secteur:    { type: code, as: secteur }
                  Inscrits:   { type: integer, as: inscrits }
                  Femmes:     integer
                  Part:       decimal
                  Budget:     decimal
                  Latitude:   decimal
                  Longitude:  decimal
                  Note:       text
                  Année:      { type: year, as: annee }
                """.formatted(slug(dataset));
    }

    private static String shapes(int dataset) {
        return (PREFIXES + """
                <shapes/%1$s> a sh:NodeShape ; sh:targetClass <vocab/%1$s#Thing> ; sh:property
                  [ sh:path <vocab/%1$s#uai> ; sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^[0-9]{7}[A-Z]$" ] ,
                  [ sh:path <vocab/%1$s#siren> ; sh:maxCount 1 ; sh:pattern "^[0-9]{9}$" ] ,
                  [ sh:path <vocab/%1$s#commune> ; sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^([0-9]{2}|2A|2B)[0-9]{3}$" ] ,
                  [ sh:path <vocab/%1$s#site> ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
                  [ sh:path <vocab/%1$s#inscrits> ; sh:maxCount 1 ; sh:minInclusive 0 ; sh:datatype <http://www.w3.org/2001/XMLSchema#integer> ] ,
                  [ sh:path <vocab/%1$s#annee> ; sh:minCount 1 ; sh:datatype <http://www.w3.org/2001/XMLSchema#gYear> ] ,
                  [ sh:path rdfs:label ; sh:minCount 1 ; sh:uniqueLang true ] .
                """).formatted(slug(dataset));
    }

    /** Writes the file of a dataset. */
    void writeRows(int dataset, Rows kind) throws IOException {
        Random random = new Random(dataset);
        Files.createDirectories(sources());
        try (BufferedWriter out = Files.newBufferedWriter(file(dataset))) {
            out.write(
                    "Code;Libellé;Sigle;UAI;SIREN;Commune;Adresse;Localité;Site;Ouverture;Mise à jour;Secteur;Inscrits;Femmes;Part;"
                            + "Budget;Latitude;Longitude;Note;Année\n");
            for (int row = 0; row < rows; row++) {
                boolean faulty = kind == Rows.FAULTY;
                int number = random.nextInt(9_999_999);
                String uai = "%07d%c".formatted(number, LETTERS.charAt((number + (faulty ? 1 : 0)) % 23));
                String opened = faulty
                        ? "31/02/%d".formatted(1000 + row % 8000)
                        : "%02d/%02d/%d".formatted(1 + row % 28, 1 + row % 12, 1900 + row % 120);
                out.write(String.format(
                        Locale.ROOT,
                        "C%06d;Établissement n° %d de l’université;E%d;%s;%s;%05d;%d, rue de la République;Saint-Étienne;"
                                + "https://www.example.org/etablissement/%d;%s;2024-%02d-%02d;%s;%s;%d;%.2f;%d.%02d;%.6f;%.6f;%s;%d%n",
                        row,
                        row,
                        row % 5_000,
                        uai,
                        siren(random.nextInt(99_999_999)),
                        1001 + random.nextInt(90_000),
                        1 + row % 300,
                        row,
                        opened,
                        1 + row % 12,
                        1 + row % 28,
                        row % 3 == 0 ? "PU" : "PR",
                        faulty
                                ? "env. " + row
                                : String.valueOf(random.nextInt(40_000) + (kind == Rows.CHANGED ? 1 : 0)),
                        random.nextInt(20_000),
                        random.nextDouble() * 100,
                        random.nextInt(10_000_000),
                        row % 100,
                        41 + random.nextDouble() * 10,
                        -5 + random.nextDouble() * 13,
                        row % 4 == 0 ? "" : "une remarque que d'autres partagent " + row % 1_000,
                        2000 + row % 24));
            }
        }
    }

    private static String siren(int number) {
        String digits = "%08d".formatted(number);
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            int digit = digits.charAt(i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return digits + (10 - sum % 10) % 10;
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
