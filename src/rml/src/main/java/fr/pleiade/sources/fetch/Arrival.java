package fr.pleiade.sources.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A file that has arrived, to be looked at before it replaces the last good copy. */
final class Arrival {
    private static final int BEGINNING = 512;
    private final Path file;

    Arrival(Path file) {
        this.file = file;
    }

    /**
     * {@return why it cannot replace the last good copy, if it cannot}
     *
     * <p>An error page is no source; a CSV must have every column that the last good copy has.
     *
     * @param name the name that it is to have
     */
    Optional<String> problem(String name, Path lastGood) throws IOException {
        String beginning = beginning();
        if (beginning.isBlank()) {
            return Optional.of("it is empty");
        }
        boolean markup = beginning.startsWith("<") && !name.endsWith(".rdf") && !name.endsWith(".ttl");
        if (markup || beginning.startsWith("{\"error")) {
            return Optional.of("expected %s, found a web page: %s"
                    .formatted(name, beginning.substring(0, Math.min(60, beginning.length()))));
        }
        return name.endsWith(".csv") && Files.exists(lastGood) ? missingColumns(lastGood) : Optional.empty();
    }

    private Optional<String> missingColumns(Path lastGood) throws IOException {
        Set<String> missing = columns(lastGood);
        try {
            missing.removeAll(columns(file));
        } catch (CharacterCodingException e) {
            return Optional.of("its header is not UTF-8");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("its header lacks " + missing.stream().limit(5).collect(Collectors.joining(", ")));
    }

    private String beginning() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1).stripLeading();
        }
    }

    /** The dialect is not known here: whatever separator the header has. */
    private static Set<String> columns(Path csv) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(csv)) {
            String header = Optional.ofNullable(reader.readLine()).orElse("").replace("\ufeff", "");
            return Arrays.stream(header.split("[;,\t|]"))
                    .map(column -> column.replace("\"", "").strip())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }
}
