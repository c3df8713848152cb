package fr.pleiade.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Uses by day in {@code var/inbox/usage.db}. Each method opens the file for itself, so that a server may write while a publication reads;
 * what a method has written is on the disk when it returns. Nothing is written where nothing was counted.
 */
public final class UseStore {
    static final Comparator<Use> ORDER = Comparator.comparing(Use::dataset)
            .thenComparing(Use::kind)
            .thenComparing(Use::format)
            .thenComparing(Use::client);

    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS usage (day TEXT, dataset TEXT, kind TEXT, format TEXT, client TEXT, count INTEGER,
              PRIMARY KEY (day, dataset, kind, format, client)) WITHOUT ROWID""";
    private static final String ADD = """
            INSERT INTO usage VALUES (?, ?, ?, ?, ?, ?)
              ON CONFLICT DO UPDATE SET count = count + excluded.count""";
    private static final String READ =
            "SELECT day, dataset, kind, format, client, count FROM usage WHERE day < ? ORDER BY 1, 2, 3, 4, 5";

    private final Path file;

    /** @param state the state folder */
    public UseStore(Path state) {
        this.file = state.resolve("inbox").resolve("usage.db");
    }

    /**
     * Adds what was counted to a day; what cannot be kept stays counted.
     *
     * @throws IOException if the file cannot be written
     */
    public void keep(UseCounter counter, LocalDate day) throws IOException {
        Map<Use, Long> taken = counter.take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            add(taken, day);
        } catch (SQLException | IOException e) {
            counter.putBack(taken);
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private void add(Map<Use, Long> counts, LocalDate day) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute(TABLE);
            connection.setAutoCommit(false);
            try (PreparedStatement add = connection.prepareStatement(ADD)) {
                for (Map.Entry<Use, Long> counted : counts.entrySet()) {
                    Use use = counted.getKey();
                    add.setString(1, day.toString());
                    add.setString(2, use.dataset());
                    add.setString(3, use.kind());
                    add.setString(4, use.format());
                    add.setString(5, use.client().name());
                    add.setLong(6, counted.getValue());
                    add.addBatch();
                }
                add.executeBatch();
            }
            connection.commit();
        }
    }

    /**
     * {@return the uses of all days before one, in the order of days; none if nothing was kept yet}
     *
     * @throws IOException if the file cannot be read
     */
    public List<DailyUse> before(LocalDate day) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Connection connection = open();
                PreparedStatement read = connection.prepareStatement(READ)) {
            read.setString(1, day.toString());
            List<DailyUse> uses = new ArrayList<>();
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    uses.add(new DailyUse(
                            LocalDate.parse(rows.getString(1)),
                            new Use(
                                    rows.getString(2),
                                    rows.getString(3),
                                    rows.getString(4),
                                    Client.valueOf(rows.getString(5))),
                            rows.getLong(6)));
                }
            }
            return uses;
        } catch (SQLException | IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout=5000");
        }
        return connection;
    }
}
