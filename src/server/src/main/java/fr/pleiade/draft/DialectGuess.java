package fr.pleiade.draft;

import fr.pleiade.findings.Text;
import fr.pleiade.quality.csv.Looks;
import fr.pleiade.sources.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * How a file is written: its encoding, its delimiter, and the line of its header.
 *
 * @param dialect as it is to be declared
 * @param delimiterNamed whether the first line only names the delimiter, for Excel
 */
record DialectGuess(Dialect dialect, boolean delimiterNamed) {
    private static final int BEGINNING = 1 << 18;
    private static final int LINES = 200;
    private static final Pattern JSON = Pattern.compile("\\{\\s*[\"}]|\\[\\s*[\\[{\"\\]]");
    /** More of the file than this says nothing new about its encoding. */
    private static final int DETECTED = 1 << 22;

    /**
     * Reads a file's beginning, and all of it for its encoding.
     *
     * @throws DraftException if it is no CSV file, empty, or of one column
     */
    static DialectGuess of(Path path) {
        return of(path, "");
    }

    /**
     * Reads a file's beginning, and all of it for its encoding.
     *
     * @param ofOneColumn what separates the cells of a table of one column; {@code ""} where there is to be none
     * @throws DraftException if it is no CSV file, or empty
     */
    static DialectGuess of(Path path, String ofOneColumn) {
        String name = String.valueOf(path.getFileName());
        byte[] bytes = beginning(path, name);
        if (bytes.length == 0) {
            throw new DraftException(
                    "%s: the file is empty; expected a header and rows",
                    "%s : le fichier est vide ; un en-tête et des lignes sont attendus", name);
        }
        String encoding = encoding(path);
        String text = new String(bytes, Charset.forName(encoding));
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        refuseOtherForms(name, unmarked);
        List<String> lines = lines(unmarked, bytes.length == BEGINNING);
        Optional<String> named = Looks.namedDelimiter(lines.get(0));
        List<String> below = named.isPresent() ? lines.subList(1, lines.size()) : lines;
        String delimiter = named.orElseGet(() -> delimiter(name, below, ofOneColumn));
        int header = delimiter.equals(ofOneColumn) && usual(below, delimiter) < 2 ? 0 : headerAt(below, delimiter);
        int skipped = header == 0 ? 0 : header + (named.isPresent() ? 1 : 0);
        Dialect plain = Dialect.RFC_4180;
        return new DialectGuess(
                new Dialect(
                        new Dialect.Storage(encoding, Dialect.Compression.NONE, List.of()),
                        new Dialect.Records(1, "", skipped, 0, true),
                        new Dialect.Cells(delimiter, '"', '"', Dialect.Trim.NONE),
                        plain.nulls()),
                named.isPresent());
    }

    /** {@return how the dialect was found, and what stands above the header} */
    List<Text> evidence() {
        List<Text> said = new ArrayList<>();
        String delimiter = dialect.delimiter().equals("\t") ? "tab" : dialect.delimiter();
        said.add(new Text("%s, cells separated by '%s'", "%s, cellules séparées par « %s »")
                .with(dialect.encoding(), delimiter));
        if (delimiterNamed) {
            said.add(new Text(
                    "the first line only names the delimiter; it is left out",
                    "la première ligne ne fait que nommer le séparateur ; elle est laissée de côté"));
        }
        if (dialect.skipRows() > 0) {
            said.add(new Text(
                            "the header is on line %d; what stands above is a title",
                            "l'en-tête est à la ligne %d ; ce qui précède est un titre")
                    .with(dialect.skipRows() + 1));
        }
        return said;
    }

    private static byte[] beginning(Path path, String name) {
        if (path.toString().matches("https?:/.*")) {
            throw new DraftException(
                    "%s: nothing is fetched; download the file, and give it",
                    "%s : rien n'est téléchargé ; enregistrer le fichier, et le donner", path);
        }
        if (Files.isDirectory(path)) {
            throw new DraftException(
                    "%s: this is a folder; give one CSV file of it",
                    "%s : c'est un dossier ; en donner un fichier CSV", path);
        }
        if (!Files.isRegularFile(path)) {
            throw new DraftException(
                    "%s: there is no such file (looked for %s)",
                    "%s : ce fichier n'existe pas (cherché : %s)", name, path);
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(BEGINNING);
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": " + e.getMessage(), e);
        }
    }

    /** UTF-8 if all of the file is; else what the bytes look like, and windows-1252 if they look like nothing. */
    private static String encoding(Path path) {
        try {
            if (isUtf8(path)) {
                return "UTF-8";
            }
            UniversalDetector detector = new UniversalDetector();
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = Files.newInputStream(path)) {
                int total = 0;
                for (int n = in.read(buffer); n >= 0 && total < DETECTED && !detector.isDone(); n = in.read(buffer)) {
                    detector.handleData(buffer, 0, n);
                    total += n;
                }
            }
            detector.dataEnd();
            String found = detector.getDetectedCharset();
            boolean usable = found != null && Charset.isSupported(found) && !found.equals("UTF-8");
            return usable ? Charset.forName(found).name() : "windows-1252";
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": " + e.getMessage(), e);
        }
    }

    private static boolean isUtf8(Path path) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer characters = CharBuffer.allocate(1 << 16);
        try (InputStream in = Files.newInputStream(path)) {
            while (true) {
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                bytes.limit(bytes.position() + Math.max(0, n)).position(0);
                CoderResult result = decoder.decode(bytes, characters, n < 0);
                if (result.isError()) {
                    return false;
                }
                if (n < 0) {
                    return true;
                }
                characters.clear();
                bytes.compact();
            }
        }
    }

    private static void refuseOtherForms(String name, String text) {
        String start = text.stripLeading();
        Optional<String> other = Looks.otherForm(start)
                .or(() -> Optional.of("JSON").filter(json -> JSON.matcher(start).lookingAt()));
        if (other.isPresent()) {
            throw new DraftException(
                    "%s: it is %s, not a CSV file; save it as CSV (UTF-8), and give that file",
                    "%s : ce n'est pas un fichier CSV (%s) ; l'enregistrer en CSV (UTF-8), et donner ce fichier-là",
                    name,
                    other.get());
        }
        if (text.isBlank()) {
            throw new DraftException(
                    "%s: the file holds blanks only; expected a header and rows",
                    "%s : le fichier ne contient que des blancs ; un en-tête et des lignes sont attendus", name);
        }
        if (text.indexOf('\0') >= 0) {
            throw new DraftException(
                    "%s: it is not a text, but a binary file; unpack it, or save it as CSV (UTF-8)",
                    "%s : ce n'est pas un texte mais un fichier binaire ; le décompresser, ou l'enregistrer en CSV (UTF-8)",
                    name);
        }
    }

    /** {@return the first lines that are whole records or their beginnings, never the middle of a quoted cell} */
    private static List<String> lines(String text, boolean cut) {
        List<String> records = new ArrayList<>();
        boolean quoted = false;
        StringBuilder record = new StringBuilder();
        String[] physical = text.split("\r\n|\n|\r", -1);
        for (int i = 0; i < physical.length - (cut ? 1 : 0) && records.size() < LINES; i++) {
            record.append(record.isEmpty() ? "" : "\n").append(physical[i]);
            quoted ^= physical[i].chars().filter(c -> c == '"').count() % 2 == 1;
            if (!quoted) {
                records.add(record.toString());
                record.setLength(0);
            }
        }
        if (records.isEmpty()) {
            records.add(text);
        }
        return records;
    }

    private static String delimiter(String name, List<String> lines, String ofOneColumn) {
        String best = ofOneColumn;
        double most = 0;
        for (String delimiter : Looks.DELIMITERS) {
            int usual = usual(lines, delimiter);
            long agree = lines.stream()
                    .filter(line -> Looks.cells(line, delimiter).size() == usual)
                    .count();
            double score = usual < 2 ? 0 : (double) agree / lines.size() * (1 - 1.0 / usual);
            if (score > most) {
                most = score;
                best = delimiter;
            }
        }
        if (best.isEmpty()) {
            throw new DraftException(
                    "%s: there is one column only: no comma, semicolon, tab or | separates cells; a dataset needs a key and something"
                            + " said about it",
                    "%s : il n'y a qu'une colonne : ni virgule, ni point-virgule, ni tabulation, ni | ne sépare des cellules ; un jeu de"
                            + " données demande une clé et quelque chose à en dire",
                    name);
        }
        return best;
    }

    /** {@return how many cells most lines have that are not blank} */
    private static int usual(List<String> lines, String delimiter) {
        Map<Integer, Integer> counts = new HashMap<>();
        int usual = 0;
        for (String line : lines) {
            if (!line.isBlank()) {
                int cells = Looks.cells(line, delimiter).size();
                int count = counts.merge(cells, 1, Integer::sum);
                int known = counts.getOrDefault(usual, 0);
                usual = count > known || count == known && cells > usual ? cells : usual;
            }
        }
        return usual;
    }

    /** {@return the first line that has as many cells as most, and more than one that is filled} */
    private static int headerAt(List<String> lines, String delimiter) {
        int usual = usual(lines, delimiter);
        int physical = 0;
        for (String line : lines) {
            List<String> cells = Looks.cells(line, delimiter);
            long filled = cells.stream().filter(cell -> !cell.isBlank()).count();
            if (cells.size() == usual && filled > 1) {
                return physical;
            }
            physical += 1 + (int) line.chars().filter(c -> c == '\n').count();
        }
        return 0;
    }
}
