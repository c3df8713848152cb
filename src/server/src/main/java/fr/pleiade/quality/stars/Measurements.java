package fr.pleiade.quality.stars;

import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Says the figures of an audit in the Data Quality Vocabulary, by metrics of our own, which {@code metrics.ttl} describes.
 *
 * <pre>{@code
 * <dataset/towns> dqv:hasQualityMeasurement <dataset/towns#quality-stars> .
 * <dataset/towns#quality-stars> a dqv:QualityMeasurement ; dqv:isMeasurementOf <vocab/quality#stars> ; dqv:value 5 .
 * }</pre>
 *
 * @see <a href="https://www.w3.org/TR/vocab-dqv/">Data Quality Vocabulary</a>
 */
public final class Measurements {
    private static final String DQV = "http://www.w3.org/ns/dqv#";

    /** The property by which a dataset leads to its measurements. */
    public static final String OF_DATASET = DQV + "hasQualityMeasurement";

    private static final String METRICS = "metrics.ttl";

    private Measurements() {}

    /** {@return what the metrics are, at addresses below {@code <base>vocab/quality}} */
    public static InMemoryGraph metrics(String base) {
        try (InputStream in = Objects.requireNonNull(Measurements.class.getResourceAsStream(METRICS), METRICS)) {
            return RdfReader.readGraph(in, METRICS, Syntax.TURTLE, base);
        } catch (IOException e) {
            throw new UncheckedIOException(METRICS, e);
        }
    }

    /** Says an audit's figures of the dataset. */
    public static void say(Audit audit, Description dataset, String base) {
        Figures figures = audit.figures();
        measure(dataset, base, "stars", audit.total());
        measure(dataset, base, "minted", figures.minted());
        measure(dataset, base, "dereferenceable", figures.addressable());
        measure(dataset, base, "targets", figures.targets());
        measure(dataset, base, "verifiedTargets", figures.verified());
    }

    private static void measure(Description dataset, String base, String metric, long value) {
        Description measurement = dataset.about(dataset.subject().text() + "#quality-" + metric);
        dataset.link(OF_DATASET, measurement.subject().text());
        measurement
                .a(DQV + "QualityMeasurement")
                .link(DQV + "isMeasurementOf", base + "vocab/quality#" + metric)
                .link(DQV + "computedOn", dataset.subject().text())
                .number(DQV + "value", value);
    }
}
