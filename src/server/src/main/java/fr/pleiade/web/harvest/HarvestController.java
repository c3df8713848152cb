package fr.pleiade.web.harvest;

import fr.pleiade.quality.harvest.CatalogueRehearsal;
import fr.pleiade.quality.harvest.Fate;
import fr.pleiade.quality.harvest.Field;
import fr.pleiade.quality.harvest.Harvester;
import fr.pleiade.quality.harvest.Rehearsal;
import fr.pleiade.quality.harvest.RehearsalMembers;
import fr.pleiade.quality.harvest.Score;
import fr.pleiade.release.Release;
import fr.pleiade.web.Edition;
import fr.pleiade.web.Editions;
import fr.pleiade.web.document.Document;
import fr.pleiade.web.document.Documents;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.Written;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /dataset/{slug}/harvest}: what portals would keep, drop or misread of a dataset's description, and the scores that they would
 * give, had they read it on the day of its release; {@code /catalog/harvest}: the scores of all datasets, and what they lose together. Each
 * as a page and as JSON; below {@code /release/{id}} those of one release.
 */
@Controller
class HarvestController {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Editions editions;
    private final Documents documents;
    private final ServedReleases served;

    HarvestController(Editions editions, Documents documents, ServedReleases served) {
        this.editions = editions;
        this.documents = documents;
        this.served = served;
    }

    /** A score on the page. */
    record ShownScore(String portal, int total, int most, String rating, List<ShownPoint> lost) {
        ShownScore {
            lost = List.copyOf(lost);
        }

        static ShownScore of(Harvester portal, Score score, String rating, Locale locale) {
            return new ShownScore(
                    portal.title(),
                    score.total(),
                    score.most(),
                    rating,
                    score.lost().stream()
                            .map(point -> new ShownPoint(
                                    point.most() - point.got(),
                                    point.title().in(locale),
                                    point.why().in(locale)))
                            .toList());
        }
    }

    /** What a score loses, and why. */
    record ShownPoint(int points, String title, String why) {}

    /** A property on the page, with what each harvester does with it, in the order of {@link Harvester}. */
    record ShownField(String property, String iri, boolean isOfFiles, List<ShownFate> fates) {
        ShownField {
            fates = List.copyOf(fates);
        }

        static ShownField of(Field field, Locale locale) {
            return new ShownField(
                    Rehearsal.shortened(field.property()),
                    field.property(),
                    field.level() == Field.Level.DISTRIBUTION,
                    Arrays.stream(Harvester.values())
                            .map(field::at)
                            .map(fate -> ShownFate.of(fate, locale))
                            .toList());
        }
    }

    /** What a harvester does; {@code kind} is the end of the key of its word in the messages. */
    record ShownFate(String kind, String note) {
        static ShownFate of(Fate fate, Locale locale) {
            return new ShownFate(
                    fate.kind().name().toLowerCase(Locale.ROOT), fate.note().in(locale));
        }
    }

    @GetMapping({
        "/dataset/{slug:[^.]+}/harvest",
        "/dataset/{slug:[^.]+}/harvest.{suffix}",
        "/release/{id}/dataset/{slug:[^.]+}/harvest",
        "/release/{id}/dataset/{slug:[^.]+}/harvest.{suffix}"
    })
    void harvest(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        editions.answer(path, edition -> send(exchange, edition, path));
    }

    private void send(Exchange exchange, Edition edition, Map<String, String> path) throws IOException {
        Release release = edition.release();
        Served content = served.of(release);
        String slug = path.getOrDefault("slug", "");
        if (!content.audits().containsKey(slug)) {
            throw Refusal.notFound(exchange.address());
        }
        String place = "dataset/" + slug;
        Supplier<Rehearsal> rehearsal = () -> Rehearsal.of(content.catalog(), release.base(), slug, day(release));
        Document document = Document.of(edition, place + "/harvest")
                .page(
                        "dataset-harvest",
                        locale -> model(content, rehearsal.get(), "/" + edition.prefix() + place, locale))
                .also(Variant.JSON, out -> MAPPER.writeValue(out, RehearsalMembers.of(rehearsal.get())));
        documents.answer(exchange, document, path);
    }

    private static LocalDate day(Release release) {
        return LocalDate.ofInstant(release.created(), ZoneOffset.UTC);
    }

    @GetMapping({
        "/catalog/harvest",
        "/catalog/harvest.{suffix}",
        "/release/{id}/catalog/harvest",
        "/release/{id}/catalog/harvest.{suffix}"
    })
    void all(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        editions.answer(path, edition -> sendAll(exchange, edition, path));
    }

    private void sendAll(Exchange exchange, Edition edition, Map<String, String> path) throws IOException {
        Release release = edition.release();
        Served content = served.of(release);
        Supplier<CatalogueRehearsal> rehearsal = () -> CatalogueRehearsal.of(
                content.catalog(), release.base(), content.audits().keySet(), day(release));
        Document document = Document.of(edition, "catalog/harvest")
                .page(
                        "catalog-harvest",
                        locale -> HarvestSummary.of(content, rehearsal.get(), edition.prefix(), locale))
                .also(Variant.JSON, out -> MAPPER.writeValue(out, RehearsalMembers.of(rehearsal.get())));
        documents.answer(exchange, document, path);
    }

    private static Map<String, Object> model(Served content, Rehearsal rehearsal, String place, Locale locale) {
        return Map.of(
                "name", content.title(rehearsal.slug(), locale),
                "place", place,
                "day", Written.day(rehearsal.day(), locale),
                "scores",
                        List.of(
                                ShownScore.of(
                                        Harvester.EUROPA,
                                        rehearsal.europa(),
                                        rehearsal.rating().in(locale),
                                        locale),
                                ShownScore.of(Harvester.DATA_GOUV, rehearsal.dataGouv(), "", locale)),
                "harvesters",
                        Arrays.stream(Harvester.values()).map(Harvester::title).toList(),
                "fields",
                        rehearsal.fields().stream()
                                .map(field -> ShownField.of(field, locale))
                                .toList(),
                "notes", rehearsal.notes().stream().map(note -> note.in(locale)).toList());
    }
}
