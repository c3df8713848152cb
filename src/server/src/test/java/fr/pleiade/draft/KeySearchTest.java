package fr.pleiade.draft;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySearchTest {
    private static final Profiler PROFILER =
            new Profiler(Site.identifierSystems(Path.of("ontology"), "http://a/"), PublishedKeys.NONE);

    @TempDir
    Path folder;

    @Test
    void theFirstOfSeveralUniqueColumnsIsTheKey() throws IOException {
        FileProfile profile = profile("annee;code a;code b", 30_000, row -> "2020;A%d;B%d".formatted(row, row * 7L));
        assertThat(profile.key()).containsExactly("code a");
    }

    @Test
    void aRepeatThatAFairPartOfTheRowsDoesNotShowIsFoundByAllOfThem() throws IOException {
        FileProfile profile = profile("code;nom", 60_000, row -> "A%d;n".formatted(row == 59_999 ? 31_234 : row));
        assertThat(profile.key()).isEmpty();
        assertThat(profile.notes())
                .anyMatch(note -> note.en().contains("'code' names nearly every row, but repeats on line 60001"));
    }

    @Test
    void aUniqueColumnIsAKeyWhateverColumnBeforeItNearlyIsOne() throws IOException {
        FileProfile profile =
                profile("code a;code b;nom", 60_000, row -> "A%d;B%d;n".formatted(row == 59_999 ? 31_234 : row, row));
        assertThat(profile.key()).containsExactly("code b");
    }

    @Test
    void theKeyOfThreeColumnsStandsBehindThirtyThatSayNoMore() throws IOException {
        StringBuilder header = new StringBuilder();
        IntStream.range(0, 30).forEach(i -> header.append("code ").append(i).append(';'));
        FileProfile profile = profile(header + "annee;code x;code y", 12_000, row -> {
            StringBuilder line = new StringBuilder();
            IntStream.range(0, 30)
                    .forEach(i -> line.append(i < 15 ? "K" : "M")
                            .append(i)
                            .append(row % 3)
                            .append(';'));
            return line + "%d;X%d;Y%d".formatted(2000 + row % 20, row / 20 % 30, row / 600);
        });
        assertThat(profile.key()).containsExactly("annee", "code x", "code y");
    }

    /** Two rows that are alike far apart: neither the first rows nor a fair part of all shows it. */
    @Test
    void aCombinationThatRepeatsOnceIsNoKey() throws IOException {
        FileProfile profile = profile("code a;code b", 40_000, row -> {
            int at = row == 39_999 ? 17 : row;
            return "A%d;B%d".formatted(at / 200, at % 200);
        });
        assertThat(profile.key()).isEmpty();
    }

    @Test
    void ofSeveralPairsThatAreKeysTheOneThatStandsInFrontIsTaken() throws IOException {
        FileProfile profile = profile(
                "code a;code b;code c", 2_500, row -> "A%d;B%d;C%d".formatted(row / 50, row % 50, row % 50 * 3 % 50));
        assertThat(profile.key()).containsExactly("code a", "code b");
    }

    /** Compared with a search that tries all pairs and triples on all rows. */
    @Test
    void findsWhatAnExhaustiveSearchFinds() throws IOException {
        long seed = 20_261_126;
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            int columns = 3 + random.nextInt(3);
            int rows = 20 + random.nextInt(60);
            int[] distinct =
                    IntStream.range(0, columns).map(i -> 2 + random.nextInt(9)).toArray();
            int[][] cells = new int[rows][columns];
            for (int[] row : cells) {
                for (int i = 0; i < columns; i++) {
                    row[i] = random.nextInt(distinct[i]);
                }
            }
            StringBuilder header = new StringBuilder();
            IntStream.range(0, columns)
                    .forEach(i ->
                            header.append(i == 0 ? "" : ";").append("code ").append(i));
            FileProfile profile = profile(header.toString(), rows, row -> {
                StringBuilder line = new StringBuilder();
                for (int i = 0; i < columns; i++) {
                    line.append(i == 0 ? "" : ";").append((char) ('A' + i)).append(cells[row][i]);
                }
                return line.toString();
            });
            assertThat(profile.key().isEmpty())
                    .as("seed %d, round %d: %s", seed, round, profile.key())
                    .isEqualTo(!hasKey(cells));
            int[] places = profile.key().stream()
                    .mapToInt(name -> Integer.parseInt(name.substring(5)))
                    .toArray();
            assertThat(places.length == 0 || isKey(cells, places))
                    .as("seed %d, round %d: %s", seed, round, profile.key())
                    .isTrue();
        }
    }

    private static boolean hasKey(int[][] cells) {
        int columns = cells[0].length;
        for (int a = 0; a < columns; a++) {
            for (int b = a; b < columns; b++) {
                for (int c = b; c < columns; c++) {
                    if (isKey(cells, a, b, c)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isKey(int[][] cells, int... columns) {
        List<String> rows = new ArrayList<>();
        for (int[] row : cells) {
            StringBuilder text = new StringBuilder();
            for (int column : columns) {
                text.append(row[column]).append(' ');
            }
            rows.add(text.toString());
        }
        return rows.stream().distinct().count() == rows.size();
    }

    private FileProfile profile(String header, int rows, IntFunction<String> row) throws IOException {
        Path file = folder.resolve("a.csv");
        StringBuilder text = new StringBuilder(header).append('\n');
        IntStream.range(0, rows).forEach(i -> text.append(row.apply(i)).append('\n'));
        Files.writeString(file, text);
        return PROFILER.profile(file);
    }
}
