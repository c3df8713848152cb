package fr.pleiade.web.catalog;

import fr.pleiade.quality.stars.Audit;
import fr.pleiade.web.http.Variant;
import java.util.Set;
import org.springframework.web.util.HtmlUtils;

/**
 * A dataset's stars as a picture to put on other pages; its words are in both languages, for its address has none.
 *
 * <p>White and gold on dark blue: both contrasts are over 8:1.
 *
 * @see <a href="https://www.w3.org/TR/SVG-access/">Accessibility features of SVG</a>
 */
final class Badge {
    static final Variant SVG = new Variant("image/svg+xml", "svg", "SVG", Set.of());

    private Badge() {}

    static String of(Audit audit, String title) {
        String said = "%s : %d étoiles sur 5 / %2$d stars of 5".formatted(title, audit.total());
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="170" height="24" viewBox="0 0 170 24" role="img" aria-labelledby="t">
                  <title id="t">%s</title>
                  <rect width="170" height="24" rx="4" fill="#14305c"/>
                  <text x="8" y="16.5" font-family="sans-serif" font-size="12" fill="#ffffff">open data</text>
                  <text x="70" y="17" font-family="sans-serif" font-size="14" letter-spacing="1" fill="#ffd479">%s</text>
                  <text x="147" y="16.5" font-family="sans-serif" font-size="12" fill="#ffffff">%d/5</text>
                </svg>
                """.formatted(HtmlUtils.htmlEscape(said, "UTF-8"), Audit.drawn(audit.total()), audit.total());
    }
}
