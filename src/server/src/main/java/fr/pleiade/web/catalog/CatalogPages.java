package fr.pleiade.web.catalog;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.served.Served;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The catalogue in pages, for harvesters: a page has {@value #PER_PAGE} datasets at most, each whole, with all that is said of their files,
 * agents and licences, and says which page follows. A catalogue that is no larger is one page, and says so itself.
 *
 * <p>A harvester that gets fewer datasets than before archives those that are not there, so a catalogue that lacks one is not to be sent:
 * {@link #isWhole}.
 *
 * @see <a href="https://www.hydra-cg.com/spec/latest/core/#collections">Hydra, section 5.5</a>
 */
final class CatalogPages {
    static final int PER_PAGE = 200;
    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
    private static final String DATASET = DCAT + "dataset";

    private final InMemoryGraph catalog;
    private final Term.Iri iri;
    private final int perPage;
    private final List<Term> datasets;

    CatalogPages(InMemoryGraph catalog, Term.Iri iri, int perPage) {
        this.catalog = catalog;
        this.iri = iri;
        this.perPage = perPage;
        this.datasets = catalog.objects(iri, DATASET);
    }

    /** {@return whether the catalogue lists and describes every dataset of its release, and as many as it says that it has} */
    static boolean isWhole(Served content) {
        InMemoryGraph catalog = content.catalog();
        Term.Iri iri = content.site().catalog().iri();
        List<Term> listed = catalog.objects(iri, DATASET);
        boolean hasAll = content.site().datasets().stream()
                .allMatch(dataset -> listed.contains(dataset.iri())
                        && catalog.contains(new Quad(dataset.iri(), TYPE, new Term.Iri(DCAT + "Dataset")))
                        && catalog.objects(dataset.iri(), DCT + "title")
                                .containsAll(dataset.description().objects(dataset.iri(), DCT + "title"))
                        && !catalog.objects(dataset.iri(), DCAT + "distribution")
                                .isEmpty());
        long said = catalog.objects(new Term.Iri(iri.value() + "#page"), HYDRA + "totalItems").stream()
                .mapToLong(total -> Long.parseLong(total.text()))
                .findFirst()
                .orElse(0);
        return hasAll && said <= listed.size();
    }

    /** {@return how many pages there are, from 1} */
    int count() {
        return Math.max(1, (datasets.size() + perPage - 1) / perPage);
    }

    /**
     * {@return a page}
     *
     * @param number from 1
     * @param address at which the form that was asked for is had, without a query; a harvester keeps to one form
     */
    InMemoryGraph page(int number, String address) {
        if (count() == 1) {
            return catalog;
        }
        int first = (number - 1) * perPage;
        Set<Term> others = new HashSet<>(datasets);
        datasets.subList(first, Math.min(first + perPage, datasets.size())).forEach(others::remove);
        InMemoryGraph page = new InMemoryGraph();
        for (Quad triple : Neighbourhood.of(catalog, iri, others::contains).triples()) {
            boolean isOfAnotherPage = triple.subject().equals(iri)
                    && triple.predicate().value().equals(DATASET)
                    && others.contains(triple.object());
            if (!isOfAnotherPage) {
                page.add(triple);
            }
        }
        sayPlace(Description.of(page, at(address, number)), number, address);
        return page;
    }

    /** Says which page it is, in Hydra's words and in those that it had before. */
    private void sayPlace(Description page, int number, String address) {
        page.a(HYDRA + "PartialCollectionView")
                .a(HYDRA + "PagedCollection")
                .number(HYDRA + "totalItems", datasets.size());
        say(page, "first", at(address, 1));
        say(page, "last", at(address, count()));
        if (number < count()) {
            say(page, "next", at(address, number + 1));
        }
        if (number > 1) {
            say(page, "previous", at(address, number - 1));
        }
    }

    private static void say(Description page, String relation, String other) {
        page.link(HYDRA + relation, other).link(HYDRA + relation + "Page", other);
    }

    private static String at(String address, int number) {
        return address + "?page=" + number;
    }
}
