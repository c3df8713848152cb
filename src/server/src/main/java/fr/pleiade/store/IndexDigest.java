package fr.pleiade.store;

import fr.pleiade.quads.Sha256;
import fr.pleiade.quads.Together;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The digest of an index: over the names and the content of its files.
 *
 * <p>TDB2's files are full of holes, and grow by zeros when they are read: of a file, the blocks that have something in them count, each
 * with its place, and its length does not. The lock, which is a process's, is left out.
 */
public final class IndexDigest {
    private static final String LOCK = "tdb.lock";
    private static final int BLOCK = 1 << 16;
    private static final byte[] HOLE = new byte[BLOCK];

    private IndexDigest() {}

    /** {@return the digest of the index in a folder, in lower-case hexadecimal} */
    public static String of(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> below = Files.walk(folder)) {
            files = below.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(LOCK))
                    .toList();
        }
        List<String> digests = Together.each(files, Runtime.getRuntime().availableProcessors(), IndexDigest::ofFile);
        SortedMap<String, String> byName = new TreeMap<>();
        for (int i = 0; i < files.size(); i++) {
            byName.put(folder.relativize(files.get(i)).toString().replace(File.separatorChar, '/'), digests.get(i));
        }
        return Sha256.of(byName.toString());
    }

    private static String ofFile(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        ByteBuffer place = ByteBuffer.allocate(Long.BYTES);
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            long number = 0;
            for (int n = in.readNBytes(block, 0, BLOCK); n > 0; n = in.readNBytes(block, 0, BLOCK)) {
                if (!Arrays.equals(block, 0, n, HOLE, 0, n)) {
                    Arrays.fill(block, n, BLOCK, (byte) 0);
                    digest.update(place.clear().putLong(number).array());
                    digest.update(block);
                }
                number++;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
