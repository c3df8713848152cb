package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fr.pleiade.findings.Finding;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.sources.CsvException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bad input of a hundred thousand kinds: each case ends, either with N-Quads that two parsers read alike or with a sentence that
 * names the place. The seed is part of every failure's message. {@code -Dpleiade.fuzz=1000} tries fewer.
 */
class BadInputFuzzTest {
    private static final long SEED = 20261123;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int CASES = Integer.getInteger("pleiade.fuzz", 100_000);
    private static final int ARCHIVES = CASES * 2 / 100;
    private static final int MAPPINGS = CASES * 28 / 100;
    private static final int CONTENTS = CASES - ARCHIVES - MAPPINGS;

    private static final List<String> PIECES = List.of(
            "a",
            "é",
            "😀",
            "\"",
            "\"\"",
            ",",
            ",",
            ",",
            "\n",
            "\r\n",
            "\r",
            "\0",
            " ",
            "\t",
            "http://e/",
            "<",
            ">",
            "{",
            "}",
            "\\",
            "%",
            "%2",
            "\uFEFF",
            "\uFFFE",
            "\u0085",
            "\u202F",
            "fr",
            "x_y",
            "#",
            "?",
            "[",
            "]",
            "@",
            ":",
            "_",
            "2024-02-30",
            "130017270");
    private static final byte[][] ENCODINGS = {
        {(byte) 0xC3}, {(byte) 0xFF, (byte) 0xFE}, {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, {(byte) 0xF5}
    };

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final TwoParsers parsers = new TwoParsers();
    private int cases;

    @Test
    void contentsOfEveryKindAreMappedOrRefused() {
        assertTimeoutPreemptively(LONGEST, () -> {
            List<Mapping> plans = plans();
            for (int i = 0; i < CONTENTS; i++) {
                Files.write(folder.resolve("a.csv"), content());
                run(plans.get(i % plans.size()));
            }
            parsers.compare();
        });
        assertThat(cases).isEqualTo(CONTENTS);
    }

    @Test
    void mappingsOfEveryKindAreReadOrRefused() {
        assertTimeoutPreemptively(LONGEST, () -> {
            Files.writeString(folder.resolve("a.csv"), "a,b,c\n1,é \"x\",http://e/\n,,\n");
            for (int i = 0; i < MAPPINGS; i++) {
                mapAndRun(mutated(FuzzMappings.ALL.get(i % FuzzMappings.ALL.size())));
            }
            parsers.compare();
        });
        assertThat(cases).isEqualTo(MAPPINGS);
    }

    @Test
    void archivesThatEndTooSoonAreRefused() {
        assertTimeoutPreemptively(LONGEST, () -> {
            Mapping plan = plan(FuzzMappings.GZIPPED);
            for (int i = 0; i < ARCHIVES; i++) {
                byte[] packed = gzipped(content());
                Files.write(folder.resolve("a.csv"), Arrays.copyOf(packed, random.nextInt(packed.length + 1)));
                run(plan);
            }
            parsers.compare();
        });
    }

    @Test
    void largeCellsAndManyColumnsAreMapped() {
        assertTimeoutPreemptively(LONGEST, () -> {
            Mapping plan = plans().get(0);
            for (String cell : List.of("x".repeat(10 << 20), "\"" + "é\"\"\n".repeat(2 << 20) + "\"")) {
                Files.writeString(folder.resolve("a.csv"), "a,b,c\n1," + cell + ",z\n");
                assertThat(run(plan)).as("rows").isEqualTo(1);
            }
            String columns = "a,b,c" + ",d".repeat(9_997) + "\n";
            Files.writeString(folder.resolve("a.csv"), columns + "1,2,3" + ",".repeat(9_997) + "\n");
            assertThat(run(plan)).as("rows").isEqualTo(1);
            parsers.compare();
        });
    }

    @Test
    void mappingsWithoutEndAreRefused() {
        assertTimeoutPreemptively(LONGEST, () -> {
            Files.writeString(folder.resolve("a.csv"), "a,b,c\n1,2,3\n");
            for (String mapping : FuzzMappings.ENDLESS) {
                mapAndRun(mapping.getBytes(StandardCharsets.UTF_8));
            }
            mapAndRun(
                    FuzzMappings.ALL.get(0).replace("{a}", "{a}".repeat(20_000)).getBytes(StandardCharsets.UTF_8));
            mapAndRun(FuzzMappings.ALL.get(0).replace("{a}", "{".repeat(20_000)).getBytes(StandardCharsets.UTF_8));
            mapAndRun("[".repeat(200_000).getBytes(StandardCharsets.UTF_8));
            parsers.compare();
        });
    }

    private List<Mapping> plans() throws IOException {
        List<Mapping> plans = new ArrayList<>();
        for (String mapping : FuzzMappings.ALL) {
            plans.add(plan(mapping));
        }
        return plans;
    }

    private Mapping plan(String mapping) throws IOException {
        Files.writeString(folder.resolve("mapping.ttl"), mapping);
        return Mapping.read(folder.resolve("mapping.ttl"), "http://example.org/");
    }

    private void mapAndRun(byte[] mapping) throws IOException {
        Path file = Files.write(folder.resolve("mapping.ttl"), mapping);
        Mapping plan;
        try {
            plan = Mapping.read(file, "http://example.org/");
        } catch (MappingException e) {
            cases++;
            assertThat(e.errors())
                    .allSatisfy(error -> assertThat(error.document()).endsWith("mapping.ttl"));
            assertThat(e).message().isNotBlank();
            return;
        }
        run(plan);
    }

    /** {@return how many rows were mapped} */
    private long run(Mapping plan) throws IOException {
        cases++;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Finding> findings = new ArrayList<>();
        long rows = 0;
        try {
            rows = plan.run(Run.in(folder).withThreads(1).withFindings(findings::add), out)
                    .rows();
        } catch (CsvException e) {
            assertThat(e.file()).as("seed %d, case %d", SEED, cases).isNotEmpty();
            assertThat(e.problem()).isNotBlank();
        } catch (MappingException e) {
            assertThat(e.errors()).as("seed %d, case %d", SEED, cases).isNotEmpty();
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed %d, case %d: %s".formatted(SEED, cases, e), e);
        }
        findings.forEach(finding -> assertThat(finding.describe()).matches("(?s).*\\[[a-z-]+] .*:[0-9]+.*"));
        parsers.add(out.toByteArray());
        return rows;
    }

    private byte[] content() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (random.nextInt(10) > 0) {
            out.writeBytes("a,b,c\n".getBytes(StandardCharsets.UTF_8));
        }
        Charset charset = random.nextInt(20) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        for (int i = random.nextInt(20); i > 0; i--) {
            if (random.nextInt(3) == 0) {
                out.writeBytes("%d,\"%s\",%s\n".formatted(i, piece(), piece()).getBytes(charset));
            } else if (random.nextInt(100) == 0) {
                out.writeBytes(ENCODINGS[random.nextInt(ENCODINGS.length)]);
            } else {
                out.writeBytes((piece() + "," + piece() + "," + piece() + "\n").getBytes(charset));
            }
        }
        return out.toByteArray();
    }

    private String piece() {
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        return random.nextInt(3) == 0 ? piece + PIECES.get(random.nextInt(PIECES.size())) : piece;
    }

    /** Takes away, doubles or replaces a few words of a mapping. */
    private byte[] mutated(String mapping) {
        List<String> words = new ArrayList<>(Arrays.asList(mapping.split("(?<=\\s)")));
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(5)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, words.get(random.nextInt(words.size())));
                case 2 -> words.set(at, words.get(random.nextInt(words.size())));
                case 3 -> words.set(at, piece() + " ");
                default ->
                    words.set(at, words.get(at).replaceAll("[a-z]", String.valueOf((char) ('a' + random.nextInt(26)))));
            }
        }
        return String.join("", words).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzipped(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}
