package fr.pleiade.spark;

import fr.pleiade.quads.LineSorter;
import fr.pleiade.quads.Sha256;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;
import org.apache.spark.SparkEnv;

/**
 * A part of the output, sorted by bytes, each line once.
 *
 * @param name its path in the output folder
 * @param quads its lines
 * @param bytes its length
 * @param sha256 the digest of its bytes
 */
record SortedPart(String name, long quads, long bytes, String sha256) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int BUFFER = 1 << 16;

    /** Sorts lines, on the disk of the machine where they do not fit into memory, and gives them to somebody. */
    static void sort(Iterator<byte[]> chunks, fr.pleiade.quads.LineSink sink) throws IOException {
        Path folder = Files.createTempDirectory(localFolder(), "pleiade-sort");
        try (LineSorter sorter = new LineSorter(folder)) {
            while (chunks.hasNext()) {
                sorter.write(chunks.next());
            }
            sorter.drain(sink);
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    /** Writes a part of chunks of lines. */
    static SortedPart write(OutputFolder folder, String name, Iterator<byte[]> chunks) throws IOException {
        MessageDigest digest = Sha256.digest();
        long[] counts = new long[2];
        try (OutputFolder.Written file = folder.create(name)) {
            OutputStream out = new BufferedOutputStream(new DigestOutputStream(file.out(), digest), BUFFER);
            sort(chunks, (bytes, start, end) -> {
                out.write(bytes, start, end - start);
                out.write('\n');
                counts[0]++;
                counts[1] += end - start + 1L;
            });
            out.flush();
            file.commit();
        }
        return new SortedPart(name, counts[0], counts[1], HexFormat.of().formatHex(digest.digest()));
    }

    /** {@return the folder that the cluster gives its tasks for what does not fit into memory} */
    static Path localFolder() {
        String configured = SparkEnv.get().conf().get("spark.local.dir", System.getProperty("java.io.tmpdir"));
        String given = System.getenv().getOrDefault("LOCAL_DIRS", configured);
        return Path.of(given.split(",")[0].strip().replace("file:" + File.separator, File.separator));
    }
}
