package fr.pleiade.web;

import static fr.pleiade.rdf.Vocabulary.DCT;

import fr.pleiade.release.Release;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.RequestPath;
import java.util.List;

/**
 * A release in the way an address names it: as the latest one at {@code /…}, or by its id at {@code /release/{id}/…}.
 *
 * <p>The same path below both is the same document of the one or the other; what is below an id stays what it is.
 *
 * @param release the release
 * @param prefix what stands between the base and the path: {@code ""} or {@code release/{id}/}
 */
public record Edition(Release release, String prefix) {
    /** {@return the release that is being served, at the addresses that follow it to the next one} */
    public static Edition latest(Release release) {
        return new Edition(release, "");
    }

    /** {@return the release at the addresses that stay with it} */
    public static Edition pinned(Release release) {
        return new Edition(release, "release/" + release.id() + "/");
    }

    /** {@return whether the addresses stay with the release} */
    public boolean isPinned() {
        return !prefix.isEmpty();
    }

    /** {@return the address of a path in this edition} */
    public String address(String path) {
        return release.base() + prefix + path;
    }

    /** {@return the address of the path that always has the latest release} */
    public String latestAddress(String path) {
        return release.base() + path;
    }

    /** {@return the address of the path that stays with this release} */
    public String pinnedAddress(String path) {
        return pinned(release).address(path);
    }

    /** {@return how long data of this edition may be kept; pages are drawn anew by each version of this software, so not they} */
    public Entity.Caching caching() {
        return isPinned() ? Entity.Caching.IMMUTABLE : Entity.Caching.CURRENT;
    }

    /**
     * {@return the {@code Link} fields that lead from the one address of a document to the other}
     *
     * <p>A pinned address leads to where the latest version is, so that an answer that is never asked for again says nothing that could
     * become untrue. That one leads to its version of today, by what the graph of a document calls it too: whoever goes from version to
     * latest version comes to an end.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5829#section-3.2">RFC 5829, section 3.2</a>
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8288#section-2.1.2">RFC 8288, section 2.1.2, relations that are IRIs</a>
     */
    public List<String> links(String path) {
        String link = isPinned()
                ? "<" + RequestPath.toUri(latestAddress(path)) + ">; rel=\"latest-version\""
                : "<" + RequestPath.toUri(pinnedAddress(path)) + ">; rel=\"" + DCT + "hasVersion\"";
        return List.of(link);
    }
}
