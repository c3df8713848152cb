package fr.pleiade.bench;

import io.carml.engine.rdf.RdfRmlMapper;
import io.carml.logicalsourceresolver.CsvResolver;
import io.carml.util.RmlMappingLoader;
import io.carml.vocab.Rdf;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.Rio;

/** CARML as a measured process: mapping in the old vocabulary, output file. */
final class CarmlRun {
    private CarmlRun() {}

    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        Path mapping = Path.of(arguments[0]).toAbsolutePath();
        RdfRmlMapper mapper = RdfRmlMapper.builder()
                .triplesMaps(RmlMappingLoader.build().load(RDFFormat.TURTLE, mapping))
                .fileResolver(mapping.getParent())
                .setLogicalSourceResolver(Rdf.Ql.Csv, CsvResolver::getInstance)
                .build();
        AtomicLong triples = new AtomicLong();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1])), 1 << 16)) {
            RDFWriter writer = Rio.createWriter(RDFFormat.NQUADS, out);
            writer.startRDF();
            mapper.map().toStream().forEach(statement -> {
                writer.handleStatement(statement);
                triples.incrementAndGet();
            });
            writer.endRDF();
        }
        Measurement.report(triples.get(), start);
    }
}
