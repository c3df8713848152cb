package fr.pleiade.web.card;

import fr.pleiade.quality.look.Palette;
import fr.pleiade.quality.stars.Audit;
import fr.pleiade.release.Release;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /card/{slug}.png}: the picture of a dataset; {@code /card/catalog.png}: that of the site. In French, as pages are for who asks for no language. */
@Controller
class CardController {
    private static final String CATALOG = "catalog";

    private final CurrentRelease current;
    private final ServedReleases served;
    private final PerRelease<Map<String, byte[]>> drawn = new PerRelease<>(release -> new ConcurrentHashMap<>());

    CardController(CurrentRelease current, ServedReleases served) {
        this.current = current;
        this.served = served;
    }

    @GetMapping({"/card/{slug:[^.]+}", "/card/{slug:[^.]+}.{suffix}"})
    void card(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        Release release = current.now();
        String slug = path.getOrDefault("slug", CATALOG);
        if (!path.getOrDefault("suffix", "png").equals("png")
                || !slug.equals(CATALOG) && release.graph(slug).isEmpty()) {
            throw Refusal.notFound(exchange.address());
        }
        Entity entity = Entity.of("image/png", release.id() + ".card." + slug, release.created());
        exchange.send(
                entity,
                out -> out.write(drawn.of(release).computeIfAbsent(slug, name -> draw(name, served.of(release)))));
    }

    private static byte[] draw(String slug, Served served) {
        String site = served.site().catalog().title().in(Locale.FRENCH);
        String name = site.split("\\s*:\\s", 2)[0];
        Palette palette = served.look().palette().orElse(Palette.USUAL);
        Card card = slug.equals(CATALOG)
                ? new Card(
                        name,
                        site,
                        served.site()
                                .catalog()
                                .summary()
                                .in(Locale.FRENCH)
                                .lines()
                                .findFirst()
                                .orElse(""),
                        palette)
                : new Card(name, served.title(slug, Locale.FRENCH), stars(slug, served), palette);
        try {
            return card.png();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stars(String slug, Served served) {
        return Optional.ofNullable(served.audits().get(slug))
                .map(audit -> Audit.drawn(audit.total()))
                .orElse("");
    }
}
