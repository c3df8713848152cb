package fr.pleiade.web.served;

import fr.pleiade.identifiers.SystemsException;
import fr.pleiade.linking.names.NameRules;
import fr.pleiade.linking.names.Names;
import fr.pleiade.quality.look.Look;
import fr.pleiade.quality.stars.Audit;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.Examples;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.ReleaseException;
import fr.pleiade.release.SiteDescription;
import fr.pleiade.release.document.HostedContext;
import fr.pleiade.release.document.ServedCatalog;
import fr.pleiade.release.inverse.Inverse;
import fr.pleiade.syntax.JsonLdContext;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A release as pages and documents are made from it: all of it is the release's own, so what is made of it never changes.
 *
 * <p>Immutable but for the names that its lexicon remembers; thread-safe. Memory: the catalogue, the ontology and what the publisher
 * said, about a kilobyte for five triples.
 *
 * @param release the release
 * @param site what the publisher said of the catalogue and the datasets
 * @param catalog the DCAT description of the catalogue, its datasets and their distributions, with the dates at which they became what
 *     they are
 * @param lexicon what things and terms are called
 * @param context the JSON-LD context
 * @param examples a few things of each dataset
 * @param audits the stars of its datasets, by slug; none in a release that an earlier version made
 * @param inverse what points to its things, and what bears codes; of a release that was pruned, nothing
 * @param names by which names its things are found; nothing of a release that was pruned, or that an earlier version made
 * @param look its publisher's logo and colours, as far as they are safe and legible
 */
public record Served(
        Release release,
        SiteDescription site,
        InMemoryGraph catalog,
        Lexicon lexicon,
        JsonLdContext context,
        Examples examples,
        SortedMap<String, Audit> audits,
        Inverse inverse,
        Optional<Names> names,
        Look look) {
    public Served {
        audits = Collections.unmodifiableSortedMap(new TreeMap<>(audits));
    }

    /**
     * {@return the release with all that is worked out of it; takes some tens of milliseconds}
     *
     * @throws ReleaseException if an earlier version wrote it, or a file of it is missing
     */
    public static Served open(Release release) {
        SiteDescription site = release.site();
        InMemoryGraph catalog = ServedCatalog.of(release.catalog(), release.manifest());
        Lexicon lexicon = Lexicon.of(release, site.prefixes());
        return new Served(
                release,
                site,
                catalog,
                lexicon,
                HostedContext.of(site.prefixes(), lexicon.ontology()),
                release.examples(),
                release.audits(),
                release.isWhole() ? release.inverse() : Inverse.NOTHING,
                names(release, lexicon),
                Look.of(site.catalog().iri(), site.catalog().description(), release.mappings()));
    }

    private static Optional<Names> names(Release release, Lexicon lexicon) {
        if (!release.isWhole() || !Files.isDirectory(release.names())) {
            return Optional.empty();
        }
        List<String> slugs = release.graphs().stream().map(PublishedGraph::slug).toList();
        try {
            return Optional.of(Names.open(release.names(), slugs, NameRules.of(lexicon.ontology())));
        } catch (UncheckedIOException | SystemsException e) {
            return Optional.empty(); // everything else can be served
        }
    }

    /** {@return how many triples it holds in memory} */
    int weight() {
        return catalog.triples().size() + lexicon.ontology().triples().size();
    }

    /** {@return the title of a dataset; if it has none, its slug} */
    public String title(String slug, Locale locale) {
        Labels titles = Labels.of(
                catalog().objects(new Term.Iri(release.base() + "dataset/" + slug), Vocabulary.DCT + "title"));
        return titles.isEmpty() ? slug : titles.in(locale);
    }
}
