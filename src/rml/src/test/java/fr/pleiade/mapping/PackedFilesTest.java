package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.sources.CsvException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/** Sources and targets in archives: one file each. */
class PackedFilesTest {
    private static final String LINE = "<http://e/s> <http://e/p> \"x\" .";
    private final MappingRun mapping = new MappingRun();

    private static String source(String compression) {
        return """
                <#m> rml:logicalSource [ rml:referenceFormulation rml:CSV ;
                    rml:source [ rml:path "a" ; rml:compression rml:%s ] ] ;
                  rml:subjectMap [ rml:constant ex:s ] ;
                  rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:reference "v" ] ] .
                """.formatted(compression);
    }

    private static byte[] packed(String compression, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (compression.equals("zip")) {
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (String name : names) {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write(name.endsWith("/") ? new byte[0] : "v\nx\n".getBytes(StandardCharsets.UTF_8));
                }
            }
            return bytes.toByteArray();
        }
        OutputStream below = compression.equals("targz")
                ? new GZIPOutputStream(bytes)
                : new XZOutputStream(bytes, new LZMA2Options());
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(below)) {
            for (String name : names) {
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(name.endsWith("/") ? 0 : 4);
                tar.putArchiveEntry(entry);
                tar.write(name.endsWith("/") ? new byte[0] : "v\nx\n".getBytes(StandardCharsets.UTF_8));
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "targz", "tarxz"})
    void theOnlyFileOfAnArchiveIsRead(String compression) throws IOException {
        mapping.file("a", packed(compression, "folder/", "folder/d.csv"));
        assertThat(mapping.lines(source(compression))).containsExactly(LINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "targz", "tarxz"})
    void anArchiveOfSeveralFilesIsRefused(String compression) throws IOException {
        mapping.file("a", packed(compression, "d.csv", "e.csv"));
        assertThatThrownBy(() -> mapping.lines(source(compression)))
                .isInstanceOf(CsvException.class)
                .hasMessage("a: holds more than one file, 'd.csv' and 'e.csv'; expected one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "targz", "tarxz"})
    void anArchiveWithoutAFileIsRefused(String compression) throws IOException {
        mapping.file("a", packed(compression, "folder/"));
        assertThatThrownBy(() -> mapping.lines(source(compression)))
                .isInstanceOf(CsvException.class)
                .hasMessage("a: is not an archive with a file in it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "targz", "tarxz"})
    void anArchiveThatEndsTooSoonIsRefusedInWords(String compression) throws IOException {
        byte[] whole = packed(compression, "d.csv");
        for (int length = 1; length < 41; length += 5) {
            mapping.file("a", Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> mapping.lines(source(compression)))
                    .isInstanceOf(CsvException.class)
                    .message()
                    .startsWith("a:")
                    .doesNotContain("null");
        }
    }

    /** Each byte in turn is another one: what is read is what was packed, or one sentence says that it is not. */
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zip", "targz", "tarxz"})
    void aDamagedArchiveIsReadAsItWasOrRefusedInWords(String compression) throws IOException {
        byte[] whole = compression.equals("gzip") ? gzipped() : packed(compression, "d.csv");
        mapping.file("a", whole);
        assertThat(mapping.lines(source(compression))).containsExactly(LINE);
        int refused = 0;
        for (int place = 0; place < whole.length; place++) {
            byte[] damaged = whole.clone();
            damaged[place] ^= 0x55;
            mapping.file("a", damaged);
            try {
                assertThat(mapping.lines(source(compression)))
                        .as("byte %d", place)
                        .containsExactly(LINE);
            } catch (CsvException e) {
                refused++;
                assertThat(e)
                        .as("byte %d", place)
                        .message()
                        .startsWith("a:")
                        .doesNotContain("null")
                        .hasSizeGreaterThan("a: is not".length())
                        .hasSizeLessThan(600);
            }
        }
        assertThat(refused).isPositive();
    }

    /** Programs of many years wrote names in the encoding of their system, and did not say which. */
    @Test
    void theNameInAZipArchiveMayBeInAnyEncoding() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("IBM850"))) {
            zip.putNextEntry(new ZipEntry("donn\u00E9es \u00E0 lire.csv"));
            zip.write("v\nx\n".getBytes(StandardCharsets.UTF_8));
        }
        mapping.file("a", bytes.toByteArray());
        assertThat(mapping.lines(source("zip"))).containsExactly(LINE);
    }

    private static byte[] gzipped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write("v\nx\n".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zip", "targz", "tarxz"})
    void whatIsNotPackedIsRefused(String compression) {
        mapping.file("a", "v\nx\n");
        assertThatThrownBy(() -> mapping.lines(source(compression)))
                .isInstanceOf(CsvException.class)
                .hasMessageStartingWith("a: ");
    }

    @Test
    void aTargetIsAnArchiveOfOneFileAlwaysOfTheSameBytes() throws IOException {
        mapping.file("a.csv", "v\nx\n");
        String rules = """
                <#m> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source "a.csv" ] ;
                  rml:subjectMap [ rml:constant ex:s ; rml:logicalTarget
                    [ rml:target [ rml:path "o.nq.tar.gz" ; rml:compression rml:targz ] ] ,
                    [ rml:target [ rml:path "o.nq.tar.xz" ; rml:compression rml:tarxz ] ] ,
                    [ rml:target [ rml:path "o.nq.zip" ; rml:compression rml:zip ] ] ] ;
                  rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:reference "v" ] ] .
                """;
        mapping.lines(rules);
        assertThat(content(new GZIPInputStream(open("o.nq.tar.gz")))).containsExactly("o.nq", LINE + "\n");
        assertThat(content(new XZInputStream(open("o.nq.tar.xz")))).containsExactly("o.nq", LINE + "\n");
        List<byte[]> first = archives();
        mapping.lines(rules);
        assertThat(archives()).usingRecursiveComparison().isEqualTo(first);
        try (var left = Files.list(mapping.folder())) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.csv", "mapping.ttl", "o.nq.tar.gz", "o.nq.tar.xz", "o.nq.zip");
        }
    }

    private InputStream open(String name) throws IOException {
        return Files.newInputStream(mapping.folder().resolve(name));
    }

    private List<byte[]> archives() throws IOException {
        return List.of(
                open("o.nq.tar.gz").readAllBytes(),
                open("o.nq.tar.xz").readAllBytes(),
                open("o.nq.zip").readAllBytes());
    }

    private static List<String> content(InputStream unpacked) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(unpacked)) {
            String name = tar.getNextEntry().getName();
            return List.of(name, new String(tar.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
