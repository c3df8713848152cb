package fr.pleiade.quality.harvest;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.SPDX;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Metadata Quality Assessment of data.europa.eu, by our own calculation.
 *
 * <p>Of several distributions the best one counts. An address of the site itself answers, for the release has the file; of others nobody is
 * asked, so they count as not answering. Compliance is judged by what DCAT-AP 3.0.1 makes mandatory.
 */
final class MetadataQuality {
    private static final String IANA = "https://www.iana.org/assignments/media-types/";
    private static final String EU_LICENCES = "http://publications.europa.eu/resource/authority/licence/";
    private static final Text NO_DISTRIBUTION = new Text("it has no distribution", "il n'a pas de distribution");

    private final Described catalog;
    private final Described dataset;
    private final String base;

    MetadataQuality(Described catalog, Described dataset, String base) {
        this.catalog = catalog;
        this.dataset = dataset;
        this.base = base;
    }

    /** A distribution and what it would score alone. */
    record OfDistribution(String title, Score score) {}

    /** {@return the score by each distribution, the best one first; one without if there is none} */
    List<OfDistribution> scores() {
        List<OfDistribution> scores = new ArrayList<>();
        for (Described distribution : dataset.distributions()) {
            scores.add(new OfDistribution(distribution.title(), score(distribution)));
        }
        if (scores.isEmpty()) {
            scores.add(new OfDistribution("", score(dataset.at(Term.Literal.of("")))));
        }
        scores.sort(Comparator.comparing((OfDistribution one) -> -one.score().total())
                .thenComparing(OfDistribution::title));
        return scores;
    }

    private Score score(Described distribution) {
        return new Score(Rules.BUNDLED.score("mqa").stream()
                .map(criterion -> point(criterion, distribution))
                .toList());
    }

    private Score.Point point(Rules.Criterion criterion, Described distribution) {
        Text lost = lost(criterion.id(), distribution);
        return new Score.Point(
                criterion.id(),
                criterion.dimension(),
                criterion.title(),
                criterion.points(),
                lost.en().isEmpty() ? criterion.points() : 0,
                lost);
    }

    /** {@return for what a metric is lost; nothing if it is not} */
    private Text lost(String metric, Described distribution) {
        return switch (metric) {
            case "keyword" -> missing(dataset, DCAT + "keyword");
            case "theme" -> missing(dataset, DCAT + "theme");
            case "spatial" -> missing(dataset, DCT + "spatial");
            case "temporal" -> missing(dataset, DCT + "temporal");
            case "accessRights" -> missing(dataset, DCT + "accessRights");
            case "contactPoint" -> missing(dataset, DCAT + "contactPoint");
            case "publisher" -> missing(dataset, DCT + "publisher");
            case "dcatAp" -> compliance();
            case "accessRightsVocabulary" ->
                dataset.code(DCT + "accessRights", "access-right").isPresent()
                        ? none()
                        : new Text(
                                "no access right of the European Union's list",
                                "aucun droit d'accès de la liste de l'Union européenne");
            default -> dataset.distributions().isEmpty() ? NO_DISTRIBUTION : lostBy(metric, distribution);
        };
    }

    private Text lostBy(String metric, Described distribution) {
        String format = distribution.code(DCT + "format", "file-type").orElse("");
        return switch (metric) {
            case "accessUrlStatus" -> answering(distribution, DCAT + "accessURL");
            case "downloadUrl" -> missing(distribution, DCAT + "downloadURL");
            case "downloadUrlStatus" -> answering(distribution, DCAT + "downloadURL");
            case "format" -> missing(distribution, DCT + "format");
            case "mediaType" -> missing(distribution, DCAT + "mediaType");
            case "formatVocabulary" ->
                !format.isEmpty() && distribution.text(DCAT + "mediaType").startsWith(IANA)
                        ? none()
                        : new Text(
                                "the format is not of the European Union's list, or the media type not of IANA's",
                                "le format n'est pas de la liste de l'Union européenne, ou le type de média de celle de l'IANA");
            case "nonProprietary" ->
                when(
                        Rules.BUNDLED.isNonProprietary(format),
                        "the format '%s' is not in the list",
                        "le format « %s » n'est pas dans la liste",
                        format);
            case "machineReadable" ->
                when(
                        Rules.BUNDLED.isMachineReadable(format),
                        "the format '%s' is not in the list",
                        "le format « %s » n'est pas dans la liste",
                        format);
            case "licence" -> missing(distribution, DCT + "license");
            case "knownLicence" ->
                when(
                        distribution.all(DCT + "license").stream()
                                .anyMatch(term -> term.text().startsWith(EU_LICENCES)),
                        "<%s> is not of the European Union's list of licences",
                        "<%s> n'est pas de la liste de licences de l'Union européenne",
                        distribution.text(DCT + "license"));
            case "rights" -> missing(distribution, DCT + "rights");
            case "byteSize" -> missing(distribution, DCAT + "byteSize");
            case "issued" -> dataset.has(DCT + "issued") ? none() : missing(distribution, DCT + "issued");
            case "modified" -> dataset.has(DCT + "modified") ? none() : missing(distribution, DCT + "modified");
            default -> throw new IllegalStateException("scores.tsv: no metric " + metric);
        };
    }

    private Text answering(Described distribution, String property) {
        Text missing = missing(distribution, property);
        boolean isOurs = distribution.text(property).startsWith(base);
        return !missing.en().isEmpty() || isOurs
                ? missing
                : new Text(
                                "<%s> is another site's, which was not asked",
                                "<%s> est d'un autre site, qui n'a pas été interrogé")
                        .with(distribution.text(property));
    }

    /** {@return what lacks of that which DCAT-AP 3.0.1 makes mandatory of what a record of this dataset takes in} */
    private Text compliance() {
        List<String> lacking = new ArrayList<>();
        require(catalog, lacking, "title", "description", "publisher");
        require(dataset, lacking, "title", "description");
        Stream.of(catalog, dataset)
                .flatMap(node -> node.each(DCT + "publisher").stream())
                .forEach(agent -> {
                    if (!agent.hasName()) {
                        lacking.add("foaf:name " + agent.node().toNTriples());
                    }
                });
        for (Described distribution : dataset.distributions()) {
            if (!distribution.has(DCAT + "accessURL")) {
                lacking.add("dcat:accessURL " + distribution.node().toNTriples());
            }
            distribution.each(SPDX + "checksum").forEach(checksum -> {
                if (!checksum.has(SPDX + "algorithm") || !checksum.has(SPDX + "checksumValue")) {
                    lacking.add("spdx:algorithm, spdx:checksumValue "
                            + checksum.node().toNTriples());
                }
            });
        }
        if (catalog.all(DCT + "publisher").size() > 1
                || dataset.all(DCT + "publisher").size() > 1) {
            lacking.add("dct:publisher > 1");
        }
        return when(
                lacking.isEmpty(),
                "DCAT-AP 3.0.1 asks otherwise of %s",
                "DCAT-AP 3.0.1 demande autre chose pour %s",
                String.join("; ", lacking));
    }

    private static void require(Described node, List<String> lacking, String... properties) {
        for (String property : properties) {
            if (!node.has(DCT + property)) {
                lacking.add("dct:" + property + " " + node.node().toNTriples());
            }
        }
    }

    private static Text missing(Described node, String property) {
        return when(node.has(property), "%s is missing", "%s manque", Rehearsal.shortened(property));
    }

    private static Text when(boolean isRight, String en, String fr, String value) {
        return isRight ? none() : new Text(en, fr).with(value);
    }

    private static Text none() {
        return new Text("", "");
    }
}
