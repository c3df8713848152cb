package fr.pleiade.publication.index;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.store.Store;
import fr.pleiade.store.load.BulkLoad;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexedTriplesTest {
    private static final String GRAPH = "http://e/g";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final long SEED = 20261124;
    private static final List<String> TAGS =
            List.of("fr", "FR", "Fr", "fr-FR", "fr-fr", "FRA", "fra", "sr-latn-RS", "sr-Latn-rs");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two spellings of an integer|\"7\"^^<xsd:integer> \"007\"^^<xsd:integer>|1",
                "two integers|\"7\"^^<xsd:integer> \"8\"^^<xsd:integer>|2",
                "an integer and a string|\"7\"^^<xsd:integer> \"7\"|2",
                "two spellings of a double|\"1.5\"^^<xsd:double> \"1.50\"^^<xsd:double>|1",
                "two strings that look like numbers|\"01\" \"1\"|2",
                "a truth and its number|\"true\"^^<xsd:boolean> \"1\"^^<xsd:boolean>|1",
                "a word in two languages|\"a\"@en \"a\"@fr|2",
                "two spellings of a language|\"a\"@fr-FR \"a\"@fr-fr|1",
                "two small and two capital letters|\"a\"@FR \"a\"@fr|1",
                "three spellings of two letters|\"a\"@FR \"a\"@Fr \"a\"@fr|1",
                "two spellings of three letters|\"a\"@FRA \"a\"@fra|1",
                "a region that is spelled like a language|\"a\"@zh-CN \"a\"@zh-cn \"a\"@zh|2",
                "a word in capitals and another in small letters|\"a\"@FR \"b\"@fr|2",
                "an escape and its character|\"\\u00e9\" \"é\"|1"
            })
    void spellingsOfOneValueAreOneTriple(String what, String objects, long triples) throws IOException {
        Path file = write(Arrays.stream(objects.replace("xsd:", XSD).split(" "))
                .map(object -> "<http://e/a> <http://e/p> %s <%s> .".formatted(object, GRAPH))
                .toList());
        assertThat(IndexedTriples.count(file)).as(what).isEqualTo(triples);
    }

    @Test
    void spellingsAreOneOnlyWithinOnePropertyOfOneThing() throws IOException {
        Path file = write(List.of(
                "<http://e/a> <http://e/p> \"1\"^^<%sinteger> <%s> .".formatted(XSD, GRAPH),
                "<http://e/a> <http://e/q> \"01\"^^<%sinteger> <%s> .".formatted(XSD, GRAPH),
                "<http://e/b> <http://e/p> \"001\"^^<%sinteger> <%s> .".formatted(XSD, GRAPH)));
        assertThat(IndexedTriples.count(file)).isEqualTo(3);
    }

    @Test
    void anIndexHasAsManyAsAreCounted() throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < 3; round++) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                lines.add("<http://e/%d> <http://e/p%d> %s <%s> ."
                        .formatted(random.nextInt(50), random.nextInt(3), object(random), GRAPH));
            }
            Path file = write(lines);
            Path index = folder.resolve("index" + round);
            new BulkLoad(index, List.of(file), quads -> {}).run();
            try (Store store = Store.open(index)) {
                assertThat(IndexedTriples.count(file))
                        .as("seed %d, round %d", SEED, round)
                        .isEqualTo(store.count(GRAPH))
                        .isLessThan(lines.stream().distinct().count());
            }
        }
    }

    private static String object(Random random) {
        String zeros = "0".repeat(random.nextInt(3));
        int number = random.nextInt(10);
        return switch (random.nextInt(9)) {
            case 0 -> "\"%s%d\"^^<%sinteger>".formatted(zeros, number, XSD);
            case 1 -> "\"%d.5%s\"^^<%sdecimal>".formatted(number, zeros, XSD);
            case 2 -> "\"%d.5%s\"^^<%sdouble>".formatted(number, zeros, XSD);
            case 3 ->
                "\"2026-01-0%dT00:00:00%s\"^^<%sdateTime>"
                        .formatted(1 + number % 9, random.nextBoolean() ? "Z" : "+00:00", XSD);
            case 4 -> "\"%s%d%s\"^^<%sinteger>".formatted(zeros, 1, "9".repeat(30), XSD);
            case 5 -> "\"%d\"@%s".formatted(number, TAGS.get(random.nextInt(TAGS.size())));
            case 6 -> "\"%s\"".formatted(random.nextBoolean() ? "\\u00e9" : "é");
            case 7 -> "<http://e/%d>".formatted(number);
            default -> "\"%s%d\"".formatted(zeros, number);
        };
    }

    /** {@return a file of the lines, sorted by bytes and without duplicates} */
    private Path write(List<String> lines) throws IOException {
        List<byte[]> sorted = lines.stream()
                .distinct()
                .map(line -> (line + "\n").getBytes(StandardCharsets.UTF_8))
                .sorted(Arrays::compareUnsigned)
                .toList();
        Path file = Files.createTempFile(folder, "graph", ".nq");
        try (var out = Files.newOutputStream(file)) {
            for (byte[] line : sorted) {
                out.write(line);
            }
        }
        return file;
    }
}
