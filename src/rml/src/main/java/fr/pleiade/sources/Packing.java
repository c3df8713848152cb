package fr.pleiade.sources;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/**
 * Packs and unpacks one file.
 *
 * <p>An archive holds exactly one file; folders in it do not count. Archives are written without the time and the user, so that the same
 * content gives the same bytes.
 *
 * @see <a href="https://kg-construct.github.io/rml-io/spec/docs/#compression">RML-IO, compression</a>
 */
public final class Packing {
    private static final int BUFFER = 1 << 16;

    private Packing() {}

    /**
     * {@return the content of a file that is packed}
     *
     * @throws IOException if the bytes are not packed like that, now or while they are read
     */
    static InputStream unpacked(InputStream stored, String name, Dialect.Compression compression) throws IOException {
        return switch (compression) {
            case NONE -> name.toLowerCase(Locale.ROOT).endsWith(".gz") ? gunzippedIfPacked(stored) : stored;
            case GZIP -> new GZIPInputStream(stored, BUFFER);
            case ZIP -> OnlyFile.of(new ZipInputStream(stored, StandardCharsets.ISO_8859_1));
            case TAR_GZ -> OnlyFile.of(new TarArchiveInputStream(new GZIPInputStream(stored, BUFFER)));
            case TAR_XZ -> OnlyFile.of(new TarArchiveInputStream(new XZInputStream(stored)));
        };
    }

    /** A file called {@code .gz} is unpacked where it begins as gzip does, which no text in UTF-8 can. */
    private static InputStream gunzippedIfPacked(InputStream stored) throws IOException {
        PushbackInputStream in = new PushbackInputStream(stored, 2);
        byte[] first = in.readNBytes(2);
        in.unread(first);
        boolean packed = first.length == 2 && first[0] == 0x1F && first[1] == (byte) 0x8B;
        return packed ? new GZIPInputStream(in, BUFFER) : in;
    }

    /**
     * Packs what is written; closing it ends the archive.
     *
     * @param file where the packed bytes go
     * @param target the packed file's path; what it is called without the packing's suffix is the name in the archive. A tar archive says
     *     first how long its file is, so that the content waits in a file beside the target, which is gone in the end
     */
    public static OutputStream packed(OutputStream file, Path target, Dialect.Compression compression)
            throws IOException {
        return switch (compression) {
            case NONE -> file;
            case GZIP -> new GZIPOutputStream(file, BUFFER);
            case ZIP -> zipped(file, inside(target));
            case TAR_GZ -> new Tar(new GZIPOutputStream(file, BUFFER), target);
            case TAR_XZ -> new Tar(new XZOutputStream(file, new LZMA2Options()), target);
        };
    }

    private static String inside(Path target) {
        return target.getFileName().toString().replaceFirst("(?i)\\.(zip|tar\\.gz|tgz|tar\\.xz|txz)$", "");
    }

    private static OutputStream zipped(OutputStream file, String name) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(file);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        return zip;
    }

    /** An archive does not hold exactly one file, so that nobody knows which one is meant. */
    static final class NotOneFile extends IOException {
        private static final long serialVersionUID = 1L;

        private NotOneFile(String problem) {
            super(problem);
        }
    }

    /** Goes on to the next file of an archive. */
    @FunctionalInterface
    private interface Contents {
        Optional<String> next() throws IOException;
    }

    /** The content of the only file of an archive; a second one is an error when the first has been read. */
    private static final class OnlyFile extends FilterInputStream {
        private final Contents files;
        private final String name;

        private OnlyFile(InputStream archive, Contents files) throws IOException {
            super(archive);
            this.files = files;
            this.name = files.next().orElseThrow(() -> new NotOneFile("is not an archive with a file in it"));
        }

        /** @param zip reads names of any encoding that are not said to be UTF-8, as those of older programs, which are no reason to refuse */
        static OnlyFile of(ZipInputStream zip) throws IOException {
            return new OnlyFile(zip, () -> {
                try {
                    ZipEntry entry = zip.getNextEntry();
                    while (entry != null && entry.isDirectory()) {
                        entry = zip.getNextEntry();
                    }
                    return Optional.ofNullable(entry).map(ZipEntry::getName);
                } catch (IllegalArgumentException e) {
                    ZipException malformed = new ZipException("the name of a file in it is malformed");
                    malformed.initCause(e);
                    throw malformed;
                }
            });
        }

        static OnlyFile of(TarArchiveInputStream tar) throws IOException {
            return new OnlyFile(tar, () -> {
                TarArchiveEntry entry = tar.getNextEntry();
                while (entry != null && !entry.isFile()) {
                    entry = tar.getNextEntry();
                }
                return Optional.ofNullable(entry).map(TarArchiveEntry::getName);
            });
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read < 0) {
                Optional<String> second = files.next();
                if (second.isPresent()) {
                    throw new NotOneFile(
                            "holds more than one file, '%s' and '%s'; expected one".formatted(name, second.get()));
                }
            }
            return read;
        }
    }

    /** What is written waits in a file until its length is known. */
    private static final class Tar extends FilterOutputStream {
        private final OutputStream file;
        private final Path content;
        private final String name;
        private boolean closed;

        Tar(OutputStream file, Path target) throws IOException {
            this(file, target, target.resolveSibling(target.getFileName() + ".part.content"));
        }

        private Tar(OutputStream file, Path target, Path content) throws IOException {
            super(Files.newOutputStream(content));
            this.file = file;
            this.content = content;
            this.name = inside(target);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(file, "UTF-8")) {
                out.close();
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(Files.size(content));
                entry.setModTime(0);
                tar.putArchiveEntry(entry);
                Files.copy(content, tar);
                tar.closeArchiveEntry();
            } finally {
                Files.deleteIfExists(content);
            }
        }
    }
}
