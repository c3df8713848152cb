package fr.pleiade.web.http;

import fr.pleiade.release.Software;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a client is told about the bytes that follow.
 *
 * @param contentType the {@code Content-Type}
 * @param validator what the strong entity tag is made of: equal exactly if the bytes are; without quotes
 * @param modified when the content last changed
 * @param language the language of a page; absent for data, which has several
 * @param profile the profile that the data follow, where there is a choice
 * @param location the address that always gives this form, for {@code Content-Location}
 * @param links values of {@code Link} fields
 * @param caching how long it may be kept
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8">RFC 9110, section 8</a>
 */
public record Entity(
        String contentType,
        String validator,
        Instant modified,
        Optional<Language> language,
        Optional<Profile> profile,
        Optional<String> location,
        List<String> links,
        Caching caching) {
    /** Tells this build of the software from others, which may make other bytes of the same release. */
    private static final String BUILD = "." + Software.FINGERPRINT.substring(0, 8);

    public Entity {
        links = List.copyOf(links);
    }

    /** How long an answer may be kept without asking again. */
    public enum Caching {
        /** It changes with the next release: kept for a minute, and shown for an hour more while it is being asked for again. */
        CURRENT("public, max-age=60, stale-while-revalidate=3600"),
        /** Its address names what it contains: never asked for again. */
        IMMUTABLE("public, max-age=31536000, immutable"),
        /** It says how things are at this moment. */
        NONE("no-store");

        private final String directives;

        Caching(String directives) {
            this.directives = directives;
        }

        /** {@return the value of {@code Cache-Control}} */
        public String directives() {
            return directives;
        }
    }

    /** {@return bytes of any type} */
    public static Entity of(String contentType, String validator, Instant modified) {
        return new Entity(
                contentType,
                validator + BUILD,
                modified,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Caching.CURRENT);
    }

    /** {@return data in this form} */
    public static Entity data(Variant variant, String validator, Instant modified) {
        return of(variant.contentType(), validator, modified);
    }

    /** {@return a page in this language} */
    public static Entity page(Language language, String validator, Instant modified) {
        return new Entity(
                Variant.HTML.contentType(),
                validator + BUILD,
                modified,
                Optional.of(language),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Caching.CURRENT);
    }

    /** {@return the same, with the address that always gives this form} */
    public Entity at(String address) {
        return new Entity(contentType, validator, modified, language, profile, Optional.of(address), links, caching);
    }

    /**
     * {@return the same document in a profile: other bytes, so another validator, unless it is the default one}
     *
     * @param profiles the profiles that it can be had in
     * @param document the document's address without a suffix
     */
    public Entity in(Profile chosen, Profiles profiles, String document) {
        List<String> moreLinks = new ArrayList<>(links);
        moreLinks.addAll(profiles.links(document, chosen));
        String tag = chosen.equals(profiles.byDefault()) ? validator : validator + "." + chosen.token();
        Optional<String> address = location.map(l -> profiles.address(l, chosen));
        return new Entity(contentType, tag, modified, language, Optional.of(chosen), address, moreLinks, caching);
    }

    /** {@return the same, with links to its neighbours} */
    public Entity linked(List<String> moreLinks) {
        return new Entity(contentType, validator, modified, language, profile, location, moreLinks, caching);
    }

    /** {@return the same in a content coding: other bytes, so another validator} */
    Entity coded(String coding) {
        return new Entity(contentType, validator + "-" + coding, modified, language, profile, location, links, caching);
    }

    /** {@return the same, kept for another time} */
    public Entity cached(Caching otherCaching) {
        return new Entity(contentType, validator, modified, language, profile, location, links, otherCaching);
    }
}
