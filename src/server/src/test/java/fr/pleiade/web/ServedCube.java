package fr.pleiade.web;

import fr.pleiade.publication.ColumnSheetSite;
import fr.pleiade.publication.PublishReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small site with a cube, published and served: how many people of each sex there were in three towns in two years. Acigné, 35001, became
 * a part of Rennes, 35238.
 */
public final class ServedCube implements AutoCloseable {
    public static final String BASE = ColumnSheetSite.BASE;

    private static final String TOWNS = """
            url: towns.csv
            about:
              title: { fr: Villes, en: Towns }
              description: { en: "Towns invented for tests, each with its code, its name and the town that it became a part of, if any." }
              licence: licence-ouverte-2.0
              publisher: tests
            class: { as: Town, fr: Ville, en: Town }
            columns:
              Code:       { is: key, type: code }
              Nom:        { is: label, lang: fr }
              Habitants:  skip
              Successeur: { as: "dct:isReplacedBy", valueUrl: "id/towns/{Successeur}" }
            """;
    private static final String HEADCOUNTS = """
            url: headcounts.csv
            about:
              title: { fr: Dénombrement, en: Count }
              description: { en: "Headcounts invented for tests: how many people of each sex there were in each town in some years." }
              licence: cc0
              publisher: tests
            columns:
              Id: { is: key, type: code }
              Ville: { type: code, name: ville, valueUrl: "id/towns/{Ville}", fr: ville, en: town }
              Année: { type: year, name: annee, fr: année, en: year }
              "Effectif {sexe}":
                type: integer
                name: effectif
                fr: effectif
                en: headcount
                cube: { fr: Effectifs, en: Headcounts, dimensions: [Ville, Année] }
            """;

    private final Path folder;
    private final PleiadeServer server;

    private ServedCube(Path folder, PleiadeServer server) {
        this.folder = folder;
        this.server = server;
    }

    /** Publishes it into a folder and serves it. */
    public static ServedCube start(Path folder) {
        ColumnSheetSite site = new ColumnSheetSite(folder);
        site.sheet("towns", TOWNS);
        site.sheet("headcounts", HEADCOUNTS);
        write(folder.resolve("data/towns.csv"), """
                Code,Nom,Habitants,Successeur
                01004,Ambérieu,14514,
                35238,Rennes,222485,
                35001,Acigné,6500,35238
                """);
        write(folder.resolve("data/headcounts.csv"), """
                Id,Ville,Année,Effectif F,Effectif H
                1,35238,2021,10,11
                2,35238,2022,12,13
                3,01004,2022,3,
                4,35001,2021,4,5
                """);
        write(folder.resolve("ontology/maps/areas/towns.txt"), """
                credit "Squares"@en "Carrés"@fr
                id/towns/35238 | -1.7 48, -1.5 48, -1.5 48.2, -1.7 48.2
                id/towns/35001 | -1.5 48, -1.3 48, -1.3 48.2, -1.5 48.2
                """);
        PublishReport report = site.publish();
        if (report.outcome() != PublishReport.Outcome.PUBLISHED) {
            throw new AssertionError(report.toString());
        }
        return new ServedCube(
                folder,
                PleiadeServer.start(new ServerOptions(site.state(), 0, BASE, Path.of("fuseki-config/pleiade.ttl"))));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path state() {
        return folder.resolve("var");
    }

    public int port() {
        return server.port();
    }

    public HttpResponse<String> get(String path, String... headers) {
        return SmallSite.get(server, path, headers);
    }

    @Override
    public void close() {
        server.close();
    }
}
