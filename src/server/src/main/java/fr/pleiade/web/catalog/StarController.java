package fr.pleiade.web.catalog;

import fr.pleiade.quality.stars.Audit;
import fr.pleiade.release.Release;
import fr.pleiade.web.Edition;
import fr.pleiade.web.Editions;
import fr.pleiade.web.document.Document;
import fr.pleiade.web.document.Documents;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /stars}: the stars of all datasets and producers, as a page or as Variant.JSON; {@code /dataset/{slug}/stars}: those of one with their
 * evidence, and as a badge; below {@code /release/{id}} those of one release.
 */
@Controller
class StarController {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Editions editions;
    private final Documents documents;
    private final ServedReleases served;
    private final StarTrend trend;

    StarController(Editions editions, Documents documents, ServedReleases served, StarTrend trend) {
        this.editions = editions;
        this.documents = documents;
        this.served = served;
        this.trend = trend;
    }

    @GetMapping({"/stars", "/stars.{suffix}", "/release/{id}/stars", "/release/{id}/stars.{suffix}"})
    void all(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        editions.answer(path, edition -> sendAll(exchange, edition, path));
    }

    private void sendAll(Exchange exchange, Edition edition, Map<String, String> path) throws IOException {
        Release release = edition.release();
        Document document = Document.of(edition, "stars")
                .page(
                        "stars",
                        locale -> Map.of(
                                "table",
                                StarTable.of(served.of(release), locale),
                                "prefix",
                                edition.prefix(),
                                "verified",
                                StarView.day(release, locale)))
                .also(
                        Variant.JSON,
                        out -> MAPPER.writeValue(
                                out,
                                served.of(release).audits().values().stream()
                                        .map(audit -> StarJson.of(audit, release))
                                        .toList()));
        documents.answer(exchange, document, path);
    }

    @GetMapping({
        "/dataset/{slug:[^.]+}/stars",
        "/dataset/{slug:[^.]+}/stars.{suffix}",
        "/release/{id}/dataset/{slug:[^.]+}/stars",
        "/release/{id}/dataset/{slug:[^.]+}/stars.{suffix}"
    })
    void one(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        editions.answer(path, edition -> sendOne(exchange, edition, path));
    }

    private void sendOne(Exchange exchange, Edition edition, Map<String, String> path) throws IOException {
        Release release = edition.release();
        Audit audit = Optional.ofNullable(served.of(release).audits().get(path.getOrDefault("slug", "")))
                .orElseThrow(() -> Refusal.notFound(exchange.address()));
        String place = "dataset/" + audit.slug();
        Document document = Document.of(edition, place + "/stars")
                .page(
                        "dataset-stars",
                        locale -> Map.of(
                                "name",
                                served.of(release).title(audit.slug(), locale),
                                "stars",
                                trend.of(release, audit.slug(), locale).orElseThrow(),
                                "place",
                                "/" + edition.prefix() + place,
                                "badge",
                                edition.latestAddress(place) + "/stars.svg",
                                "page",
                                edition.latestAddress(place)))
                .also(Variant.JSON, out -> MAPPER.writeValue(out, StarJson.of(audit, release)))
                .also(
                        Badge.SVG,
                        out -> out.write(Badge.of(audit, served.of(release).title(audit.slug(), Locale.FRENCH))
                                .getBytes(StandardCharsets.UTF_8)));
        documents.answer(exchange, document, path);
    }
}
