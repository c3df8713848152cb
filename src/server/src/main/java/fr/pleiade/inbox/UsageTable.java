package fr.pleiade.inbox;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;

/**
 * The uses of whole days as a table that a publication reads: a row for each month, dataset, kind and format, in the order of their bytes,
 * with a column for each kind of client.
 *
 * <p>Shape: {@code Id,Month,Dataset,Kind,Format,Uses browser,Uses program,Uses robot}.
 */
public final class UsageTable {
    /** What it is called among the sources. */
    public static final String FILE = "usage.csv";

    private static final String NO_DATASET = "site";
    private static final String NO_FORMAT = "other";

    private UsageTable() {}

    /**
     * Writes the table.
     *
     * @param today the day that is not over, whose uses are left out
     * @throws IOException if the uses cannot be read, or the table not be written
     */
    public static void write(UseStore store, LocalDate today, Path file) throws IOException {
        Map<String, long[]> months = new TreeMap<>();
        for (DailyUse daily : store.before(today)) {
            Use use = daily.use();
            String row = String.join(
                    ",",
                    YearMonth.from(daily.day()).toString(),
                    use.dataset().isEmpty() ? NO_DATASET : use.dataset(),
                    use.kind(),
                    use.format().isEmpty() ? NO_FORMAT : use.format());
            months.computeIfAbsent(row, key -> new long[Client.values().length])[
                            use.client().ordinal()] +=
                    daily.count();
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("Id,Month,Dataset,Kind,Format");
            for (Client client : Client.values()) {
                out.write(",Uses " + client.word());
            }
            out.write('\n');
            for (Map.Entry<String, long[]> month : months.entrySet()) {
                out.write(month.getKey().replaceAll("[^\\p{Alnum}]+", "-") + "," + month.getKey());
                for (long count : month.getValue()) {
                    out.write("," + count);
                }
                out.write('\n');
            }
        }
    }
}
