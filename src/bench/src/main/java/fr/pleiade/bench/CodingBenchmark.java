package fr.pleiade.bench;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Measures the levels of gzip and zstd on the graph files of a release: how much smaller, and how fast each way, in one thread. {@link
 * fr.pleiade.quads.Coding} was chosen by it. Takes minutes, for the highest level of zstd does a megabyte a second.
 *
 * <p>System property {@code bench.graphs}: the folder of N-Quads; without it, a million lines are made.
 */
public final class CodingBenchmark {
    private static final int ROUNDS = 3;

    private CodingBenchmark() {}

    private interface Encoder {
        OutputStream over(OutputStream out) throws IOException;
    }

    private interface Decoder {
        InputStream over(InputStream in) throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        byte[] plain = plain();
        System.out.printf("%.1f MB; each figure is the best of %d%n", plain.length / 1e6, ROUNDS);
        System.out.println("coding     ratio  MB/s in  MB/s out");
        for (int level : List.of(1, 4, 6, 9)) {
            measure("gzip -" + level, plain, out -> new Gzip(out, level), in -> new GZIPInputStream(in, 1 << 16));
        }
        for (int level : List.of(1, 3, 6, 9, 12, 15, 19)) {
            measure("zstd -" + level, plain, out -> new ZstdOutputStream(out, level), ZstdInputStream::new);
        }
    }

    private static void measure(String name, byte[] plain, Encoder encoder, Decoder decoder) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        long encoding = Long.MAX_VALUE;
        long decoding = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            packed.reset();
            long start = System.nanoTime();
            try (OutputStream out = new BufferedOutputStream(encoder.over(packed), 1 << 16)) {
                out.write(plain);
            }
            encoding = Math.min(encoding, System.nanoTime() - start);
            start = System.nanoTime();
            try (InputStream in = decoder.over(new ByteArrayInputStream(packed.toByteArray()))) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            decoding = Math.min(decoding, System.nanoTime() - start);
        }
        System.out.printf(
                "%-10s %5.1f %8.0f %9.0f%n",
                name,
                (double) plain.length / packed.size(),
                plain.length / 1e6 / (encoding / 1e9),
                plain.length / 1e6 / (decoding / 1e9));
    }

    private static byte[] plain() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        String folder = System.getProperty("bench.graphs");
        if (folder == null) {
            Random random = new Random(1);
            for (int i = 0; i < 1_000_000; i++) {
                plain.writeBytes(
                        "<http://localhost:8080/id/thing/%09d> <http://localhost:8080/vocab/x#p%02d> \"value %d\" .\n"
                                .formatted(i / 20, i % 20, random.nextInt(1_000))
                                .getBytes(StandardCharsets.UTF_8));
            }
            return plain.toByteArray();
        }
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file : files.sorted().toList()) {
                plain.writeBytes(Files.readAllBytes(file));
            }
        }
        return plain.toByteArray();
    }

    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out, int level) throws IOException {
            super(out, 1 << 16);
            def.setLevel(level);
        }
    }
}
