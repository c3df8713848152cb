package fr.pleiade.publication;

import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.site.Site;
import java.nio.file.Path;

/** A site of two datasets that are a column sheet each and nothing else: schools, and the towns that they stand in. */
public final class ColumnSheetSite {
    public static final String BASE = "http://localhost:8080/";

    static final String TOWNS = """
            url: towns.csv
            about:
              title: { fr: Villes, en: Towns }
              description: { en: "Towns invented for tests, each with its code, its name and how many people live in it according to the census." }
              licence: licence-ouverte-2.0
              publisher: tests
              keywords: { fr: [ville, commune], en: town }
              version: "2024"
              language: fr
              issued: 2024-01-31
              temporal: 2024
              contact: { fr: "L'équipe", email: data@towns.example }
            class: { as: Town, fr: Ville, en: Town }
            columns:
              Code:      { is: key, type: code }
              Nom:       { is: label, lang: fr }
              Habitants: { type: integer, fr: habitants, en: inhabitants }
            """;

    static final String SCHOOLS = """
            url: schools.csv
            about:
              title: { en: Schools }
              description: { en: "Schools invented for tests, each with its code, its name and the code of the town that it stands in." }
              licence: cc0
              publisher: tests
            class: School
            columns:
              Id:       key
              Nom:      label
              Commune:  { type: code, link: towns }
              Courriel: { skip: personal }
            """;

    private final Path folder;

    public ColumnSheetSite(Path folder) {
        this.folder = folder;
        file("mappings/catalog.ttl", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                <catalog> a dcat:Catalog ; dct:title "A catalogue"@en ; dct:license <https://l.example/> ;
                  dct:publisher <id/agent/tests> .
                <id/agent/tests> a <http://xmlns.com/foaf/0.1/Agent> ; <http://xmlns.com/foaf/0.1/name> "Tests" .
                """);
        file("ontology/README.md", "No vocabulary: the sheets' own terms are all.\n");
        sheet("towns", TOWNS);
        sheet("schools", SCHOOLS);
        file("data/towns.csv", "Code,Nom,Habitants\n01004,Ambérieu,14 514\n35238,Rennes,222485\n");
        file("data/schools.csv", "Id,Nom,Commune,Courriel\na,Alpha,35238,x@y.example\nb,Beta,99999,\n");
    }

    public void sheet(String slug, String yaml) {
        file("mappings/" + slug + "/mapping.yml", yaml);
    }

    public Path state() {
        return folder.resolve("var");
    }

    Site read() {
        return Site.read(folder.resolve("mappings"), folder.resolve("ontology"), BASE);
    }

    public PublishReport publish() {
        return new Publisher(read(), folder.resolve("data"), state(), PublishOptions.USUAL)
                .publish(PublishObserver.NONE);
    }

    Release current() {
        return Releases.in(state()).current().orElseThrow();
    }

    void file(String name, String text) {
        new WrittenFolder(folder).file(name, text);
    }

    void remove(String name) {
        new WrittenFolder(folder).remove(name);
    }
}
