package fr.pleiade.web.page;

import fr.pleiade.release.Release;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * {@code /accessibility}: what is done for accessibility, what is not, and whom to tell.
 *
 * @see <a href="https://accessibilite.numerique.gouv.fr/">Référentiel général d'amélioration de l'accessibilité (RGAA)</a>
 */
@Controller
class AccessibilityController {
    /** When what the page says was last true to what was tested: changed with its words. */
    private static final LocalDate MADE = LocalDate.of(2026, Month.NOVEMBER, 26);

    private final CurrentRelease current;
    private final ServedReleases served;
    private final Pages pages;

    AccessibilityController(CurrentRelease current, ServedReleases served, Pages pages) {
        this.current = current;
        this.served = served;
        this.pages = pages;
    }

    @GetMapping("/accessibility")
    void statement(Exchange exchange) throws IOException {
        Release release = current.now();
        String contact = Contact.of(served.of(release).site());
        pages.send(
                exchange,
                pages.entity(exchange, release),
                "accessibility",
                Map.of(
                        "contact", Shown.href(contact, exchange.base()),
                        "contactName", contact.replaceFirst("^mailto:", ""),
                        "made", Written.day(MADE, exchange.language().locale())));
    }
}
