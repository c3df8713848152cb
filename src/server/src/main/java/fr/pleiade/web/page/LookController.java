package fr.pleiade.web.page;

import fr.pleiade.quality.look.Logo;
import fr.pleiade.quality.look.Palette;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.served.ServedReleases;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /logo.svg}, or whatever its kind, and {@code /look.css}: the publisher's, from this site and no other. */
@Controller
class LookController {
    /** A picture that is opened by itself is drawn, and does nothing else. */
    private static final String PICTURE_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    private final ServedReleases served;
    private final Assets assets;

    LookController(ServedReleases served, Assets assets) {
        this.served = served;
        this.assets = assets;
    }

    /** Where there is no logo, ours; a logo of another kind is not there. */
    @GetMapping({"/logo", "/logo.{suffix}"})
    void logo(Exchange exchange, HttpServletResponse response, @PathVariable Optional<String> suffix)
            throws IOException {
        Optional<Logo> logo = served.current().flatMap(now -> now.look().logo());
        if (logo.isEmpty() && suffix.isEmpty()) {
            exchange.redirect(
                    303, exchange.base() + assets.address("pleiade.svg").substring(1));
            return;
        }
        Logo shown = logo.filter(is -> suffix.isEmpty() || is.name().equals("logo." + suffix.get()))
                .orElseThrow(() -> Refusal.notFound(exchange.address()));
        response.setHeader("Content-Security-Policy", PICTURE_POLICY);
        byte[] bytes = shown.bytes();
        exchange.send(entity(exchange, shown.mediaType(), shown.digest()), out -> out.write(bytes));
    }

    /** Empty where the publisher has no colours. */
    @GetMapping("/look.css")
    void colours(Exchange exchange) throws IOException {
        Optional<Palette> palette = served.current().flatMap(now -> now.look().palette());
        String sheet = palette.map(Palette::styleSheet).orElse("");
        exchange.send(
                entity(
                        exchange,
                        "text/css;charset=utf-8",
                        palette.map(Palette::key).orElse("none")),
                out -> out.write(sheet.getBytes(StandardCharsets.UTF_8)));
    }

    /** An address that names the content is kept for good, the plain one for a minute. */
    private Entity entity(Exchange exchange, String contentType, String digest) {
        boolean isNamed = exchange.parameter("v").filter(digest::equals).isPresent();
        return Entity.of(
                        contentType,
                        digest,
                        served.current().map(Served::release).orElseThrow().created())
                .cached(isNamed ? Entity.Caching.IMMUTABLE : Entity.Caching.CURRENT);
    }
}
