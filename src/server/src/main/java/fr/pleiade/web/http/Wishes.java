package fr.pleiade.web.http;

import fr.pleiade.quads.Coding;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a client would like of the answer: its type, profile, language and coding; what is asked in the address wins over the fields.
 *
 * <p>Whatever is looked at goes into {@code Vary}. One thread only.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12">RFC 9110, section 12, Content Negotiation</a>
 */
final class Wishes {
    /** Names a language in an address, and in the cookie that remembers it. */
    static final String LANGUAGE = "lang";

    private final HttpServletRequest request;
    private final Query query;
    private final Vary vary;

    Wishes(HttpServletRequest request, Query query, Vary vary) {
        this.request = request;
        this.query = query;
        this.vary = vary;
    }

    /** {@return the negotiation for what the client accepts; {@code ?_mediatype=} in the address stands for the header} */
    Negotiation accept() {
        vary.on("Accept");
        return Negotiation.accept(query.parameter("_mediatype")
                .map(type -> List.of(mediaType(type.replace(' ', '+'))))
                .orElseGet(() -> lines("Accept")));
    }

    /** {@return the negotiation for what the header accepts, whatever the address names} */
    Negotiation acceptField() {
        vary.on("Accept");
        return Negotiation.accept(lines("Accept"));
    }

    /** {@return what is named, or where that is no media type, one that nothing is of} */
    private static String mediaType(String named) {
        return named.indexOf('/') < 1 ? "application/x-unknown" : named;
    }

    /** {@return whether the client asks which profiles there are, instead of for the document} */
    boolean listOfProfiles() {
        return query.parameter(Profiles.PARAMETER)
                .filter(Profiles.LISTS::contains)
                .isPresent();
    }

    /** {@return the profile that the client likes best, the default if it knows none of them} */
    Profile profile(Profiles profiles) {
        vary.on("Accept-Profile");
        return profiles.choose(query.parameter(Profiles.PARAMETER), lines("Accept-Profile"));
    }

    /** {@return the language that the address asks for} */
    Optional<Language> namedLanguage() {
        return query.parameter(LANGUAGE).flatMap(Language::ofTag);
    }

    /** {@return the language: the one in the address, else the one chosen before, else the browser's, else this one} */
    Language language(Language otherwise) {
        vary.on("Accept-Language");
        vary.on("Cookie");
        return namedLanguage().orElseGet(() -> Language.of(request, otherwise));
    }

    /**
     * {@return the coding that the client likes best, or none}
     *
     * @throws Refusal with 406 if the client accepts neither a coding of ours nor the bytes as they are
     */
    Optional<Coding> coding() {
        vary.on("Accept-Encoding");
        return CodingChoice.of(lines("Accept-Encoding"));
    }

    private List<String> lines(String field) {
        return Collections.list(request.getHeaders(field));
    }
}
