package fr.pleiade.web.page;

import fr.pleiade.quads.Sha256;
import java.util.Base64;

/**
 * A file that a page loads.
 *
 * @param href its path on this site, such as {@code /assets/5ed5e98f/pleiade.css}
 * @param integrity what a browser holds its content against: {@code sha256-} and the digest in Base64
 * @see <a href="https://www.w3.org/TR/SRI/">Subresource Integrity</a>
 */
public record Subresource(String href, String integrity) {
    static Subresource of(String href, byte[] content) {
        return new Subresource(
                href,
                "sha256-" + Base64.getEncoder().encodeToString(Sha256.digest().digest(content)));
    }
}
