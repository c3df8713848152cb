package fr.pleiade.sources;

import fr.pleiade.quads.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A source as it was when it was read: what a release remembers of its input.
 *
 * @param name the path as a mapping writes it, relative to the sources folder
 * @param path where the file is
 * @param bytes the file's length
 * @param sha256 the digest of the file's bytes, in lower-case hexadecimal digits
 */
public record SourceFile(String name, Path path, long bytes, String sha256) {
    /**
     * {@return the file's description, from one pass over its bytes}
     *
     * @throws CsvException if the file is missing or cannot be read
     */
    public static SourceFile of(String name, Path path) {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
            long bytes = in.transferTo(OutputStream.nullOutputStream());
            return new SourceFile(name, path, bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw CsvFile.unreadable(name, path, e);
        }
    }
}
