package fr.pleiade.web.document;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.release.Release;
import fr.pleiade.web.Edition;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Profile;
import fr.pleiade.web.http.Profiles;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.Pages;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One description in all its forms, and all that an answer with it says beside them.
 *
 * <p>Shape: {@code Document.of(edition, "catalog").graph(catalog::triples).page("catalog", locale -> …).in(profiles, …)}: the graph is
 * had at {@code /catalog.ttl}, {@code /catalog.jsonld}, …, the page at {@code /catalog.html}, and {@code /catalog} negotiates.
 *
 * @param edition the release that it is made from, and the addresses below which it stands
 * @param path the path in the edition, without a suffix
 * @param addresses at which other addresses its forms and versions are had
 * @param state what its entity tags begin with and how long it may be kept
 * @param contents what there is in which form
 * @param profiles the profiles to choose from; {@link Profiles#NONE} where there is nothing to choose
 * @param links the {@code Link} fields of a form beside those that every document has
 */
public record Document(
        Edition edition,
        String path,
        Addresses addresses,
        State state,
        Map<Variant, Content> contents,
        Profiles profiles,
        Function<Variant, List<String>> links) {
    public Document {
        contents = Collections.unmodifiableMap(new LinkedHashMap<>(contents));
    }

    /** Where a document is had beside the address that negotiates. */
    public enum Addresses {
        /** Each form at a suffix, and each release's version below {@code /release/{id}/}. */
        OF_RELEASES,
        /** Each form at a suffix; it is about this moment, or has no versions for another reason. */
        OF_FORMS,
        /** Nowhere: all forms are had at the one address. */
        ONE
    }

    /**
     * What the answers say of themselves.
     *
     * @param validator what the entity tags of all forms begin with
     * @param modified when the content last changed
     * @param caching how long data may be kept; pages are drawn anew by each version of this software
     * @param status 200, or what else the answer is
     */
    public record State(String validator, Instant modified, Entity.Caching caching, int status) {
        private static final int OK = 200;

        static State of(Edition edition) {
            Release release = edition.release();
            return new State(release.id(), release.created(), edition.caching(), OK);
        }
    }

    /** Gives the triples of a document in a profile. Called once an answer, and not if the client has it already. */
    @FunctionalInterface
    public interface Triples {
        void give(Profile profile, Consumer<Quad> triples);
    }

    /** Gives the values that a page's template shows, in a language. */
    @FunctionalInterface
    public interface Values {
        Map<String, Object> in(Locale locale) throws IOException;
    }

    /** {@return a document of an edition, as yet without content, at its path, a suffix for each form, and in each release} */
    public static Document of(Edition edition, String path) {
        return new Document(
                edition, path, Addresses.OF_RELEASES, State.of(edition), Map.of(), Profiles.NONE, form -> List.of());
    }

    /**
     * {@return a document about the release that is served, as yet without content, which has the one address that was asked for}
     *
     * @param name tells it from others of the release's in the entity tags
     */
    public static Document at(Exchange exchange, Release release, String name) {
        return of(Edition.latest(release), exchange.path())
                .having(Addresses.ONE)
                .being(new State(release.id() + "." + name, release.created(), Entity.Caching.CURRENT, State.OK));
    }

    /** {@return the same with a graph, in every syntax} */
    public Document graph(Triples triples) {
        Document more = this;
        for (Variant form : Variant.RDF_DOCUMENT) {
            more = more.with(form, new Content.Graph(triples));
        }
        return more;
    }

    /** {@return the same with a graph that has no profiles, in every syntax} */
    public Document graph(Supplier<InMemoryGraph> graph) {
        return graph((profile, triples) -> graph.get().triples().forEach(triples));
    }

    /** {@return the same with a page} */
    public Document page(String template, Values values) {
        return with(Variant.HTML, new Content.Page(template, values));
    }

    /** {@return the same with a form of its own kind, which is chosen by who asks for it by name} */
    public Document also(Variant form, Exchange.Body body) {
        return with(form, new Content.Bytes(body));
    }

    private Document with(Variant form, Content content) {
        Map<Variant, Content> more = new LinkedHashMap<>(contents);
        more.put(form, content);
        return new Document(edition, path, addresses, state, more, profiles, links);
    }

    /** {@return the same with profiles to choose from} */
    public Document in(Profiles others) {
        return new Document(edition, path, addresses, state, contents, others, links);
    }

    /** {@return the same with links of its own} */
    public Document linked(Function<Variant, List<String>> others) {
        return new Document(edition, path, addresses, state, contents, profiles, others);
    }

    /** {@return the same with other addresses} */
    public Document having(Addresses others) {
        return new Document(edition, path, others, state, contents, profiles, links);
    }

    /** {@return the same in another state} */
    public Document being(State other) {
        return new Document(edition, path, addresses, other, contents, profiles, links);
    }

    /** {@return the same, answered with another status than 200} */
    public Document status(int status) {
        return being(new State(state.validator(), state.modified(), state.caching(), status));
    }

    /** {@return the forms on offer in the order of our own preference} */
    List<Variant> forms() {
        return Stream.concat(Variant.RDF_AND_HTML.stream(), contents.keySet().stream())
                .filter(contents::containsKey)
                .distinct()
                .toList();
    }

    /** {@return the forms that say all of it: not those of their own kind, which few documents have} */
    List<Variant> alternates() {
        return forms().stream()
                .filter(form -> !(contents.get(form) instanceof Content.Bytes))
                .toList();
    }

    boolean hasPage() {
        return contents.containsKey(Variant.HTML);
    }

    /** {@return the address that negotiates, as it goes into a header} */
    String address() {
        return RequestPath.toUri(edition.address(path));
    }

    /** {@return the address at which a form is always had, as it goes into a header} */
    String address(Variant form) {
        return addresses == Addresses.ONE ? address() : address() + "." + form.suffix();
    }

    /** {@return all links of a form: its own, to the other version, and to the other forms} */
    List<String> fields(Variant form) {
        List<String> fields = new ArrayList<>(links.apply(form));
        if (addresses == Addresses.OF_RELEASES) {
            fields.addAll(edition.links(path));
        }
        if (addresses != Addresses.ONE) {
            fields.addAll(Pages.Alternate.links(alternates(), edition.address(path)));
        }
        return fields;
    }
}
