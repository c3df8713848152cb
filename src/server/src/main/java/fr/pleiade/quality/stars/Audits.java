package fr.pleiade.quality.stars;

import fr.pleiade.findings.Text;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.quality.description.Licences;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.site.Dataset;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The audits of a release in the making: of each dataset first a count, then its stars, then what is known only of the whole release. */
public final class Audits {
    private static final String LICENSE = Vocabulary.DCT + "license";

    private final Site site;
    private final IdentifierSystems systems;
    private final FiveStars scheme = new FiveStars(Licences.bundled());
    private final SortedMap<String, Audit> audits = new TreeMap<>();

    public Audits(Site site) {
        this.site = site;
        this.systems = site.identifierSystems();
    }

    /**
     * {@return a count for one dataset}
     *
     * @param found as in {@link StarCount}
     */
    public StarCount count(Map<String, Long> found) {
        return new StarCount(site.base(), systems, found);
    }

    /**
     * What a dataset is had as.
     *
     * @param rows how many rows of its sources were read
     * @param triples how many triples they became
     * @param formats the names of the forms in which its graph is had
     * @param columns the columns of its table; none if it has no table
     */
    public record Content(long rows, long triples, List<String> formats, List<String> columns) {
        public Content {
            formats = List.copyOf(formats);
            columns = List.copyOf(columns);
        }
    }

    /** Gives a dataset its stars. {@return them} */
    public Audit add(Dataset dataset, Content content, Figures figures) {
        Audit audit = scheme.of(new Published(
                dataset.slug(),
                site.base(),
                licences(dataset),
                content.rows(),
                content.triples(),
                content.formats(),
                content.columns(),
                figures));
        audits.put(audit.slug(), audit);
        return audit;
    }

    private List<Term> licences(Dataset dataset) {
        List<Term> own = dataset.description().objects(dataset.iri(), LICENSE);
        return own.isEmpty()
                ? site.catalog().description().objects(site.catalog().iri(), LICENSE)
                : own;
    }

    /** Adds that a dataset points to addresses that no graph of the release describes, if it does; no graph need be a dataset's. */
    public void dangling(String slug, long addresses) {
        if (addresses > 0) {
            audits.computeIfPresent(
                    slug,
                    (same, audit) -> audit.with(
                            Step.ADDRESSES,
                            new Text(
                                            "%s addresses of this site to which it leads are described nowhere and answer 404: see its findings",
                                            "%s adresses de ce site auxquelles il mène ne sont décrites nulle part et répondent 404 : voyez ses constats")
                                    .with(addresses)));
        }
    }

    /** {@return the audits so far, in the order of the slugs} */
    public List<Audit> all() {
        return List.copyOf(audits.values());
    }

    public void write(Path file) throws IOException {
        AuditFile.write(audits.values(), file);
    }
}
