package fr.pleiade.quality.stars;

import fr.pleiade.findings.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The file in which a release keeps its audits: lines of cells parted by tabs, in which a backslash escapes tabs and line ends.
 *
 * <pre>
 * towns  figures    34935 0 34935 0 12
 * towns  publisher  ror "Research Organization Registry" "…"  101 101 CHECKED
 * towns  star       LICENCE true
 * towns  evidence   the licence …  la licence …
 * towns  needs      name a licence …  indiquez …
 * </pre>
 */
public final class AuditFile {
    private AuditFile() {}

    public static void write(Collection<Audit> audits, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Audit audit : audits) {
            Figures figures = audit.figures();
            lines.add(line(
                    audit.slug(),
                    "figures",
                    figures.minted(),
                    figures.parts(),
                    figures.addressable(),
                    figures.unnamed(),
                    figures.pages(),
                    figures.borrowed()));
            figures.publishers()
                    .forEach(one -> lines.add(line(
                            audit.slug(),
                            "publisher",
                            one.key(),
                            one.name().en(),
                            one.name().fr(),
                            one.targets(),
                            one.verified(),
                            one.method())));
            for (Star star : audit.stars()) {
                lines.add(line(audit.slug(), "star", star.step(), star.isEarned()));
                star.evidence().forEach(text -> lines.add(line(audit.slug(), "evidence", text.en(), text.fr())));
                star.needs().forEach(text -> lines.add(line(audit.slug(), "needs", text.en(), text.fr())));
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }

    private static String line(Object... cells) {
        List<String> written = new ArrayList<>();
        for (Object cell : cells) {
            written.add(cell.toString()
                    .replace("\\", "\\\\")
                    .replace("\t", "\\t")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r"));
        }
        return String.join("\t", written);
    }

    /**
     * {@return the audits in a file, by slug}
     *
     * @throws IllegalArgumentException if it is not such a file; the message names the line
     */
    public static SortedMap<String, Audit> read(Path file) throws IOException {
        SortedMap<String, Draft> drafts = new TreeMap<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            try {
                List<String> cells = cells(line);
                drafts.computeIfAbsent(cells.get(0), slug -> new Draft()).take(cells);
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new IllegalArgumentException("line %d: %s".formatted(number, line), e);
            }
        }
        SortedMap<String, Audit> audits = new TreeMap<>();
        drafts.forEach((slug, draft) -> audits.put(slug, draft.audit(slug)));
        return Collections.unmodifiableSortedMap(audits);
    }

    /** An audit of which not all lines have been read. */
    private static final class Draft {
        private List<Long> figures = List.of();
        private final List<Figures.Publisher> publishers = new ArrayList<>();
        private final List<Star> stars = new ArrayList<>();
        private final List<Text> evidence = new ArrayList<>();
        private final List<Text> needs = new ArrayList<>();

        void take(List<String> cells) {
            switch (cells.get(1)) {
                case "figures" ->
                    figures = cells.subList(2, cells.size()).stream()
                            .map(Long::valueOf)
                            .toList();
                case "publisher" ->
                    publishers.add(new Figures.Publisher(
                            cells.get(2),
                            new Text(cells.get(3), cells.get(4)),
                            Long.parseLong(cells.get(5)),
                            Long.parseLong(cells.get(6)),
                            Figures.Method.valueOf(cells.get(7))));
                case "star" -> {
                    finish();
                    stars.add(new Star(
                            Step.valueOf(cells.get(2)), Boolean.parseBoolean(cells.get(3)), List.of(), List.of()));
                }
                case "evidence" -> evidence.add(new Text(cells.get(2), cells.get(3)));
                case "needs" -> needs.add(new Text(cells.get(2), cells.get(3)));
                default -> throw new IllegalArgumentException("unknown kind '%s'".formatted(cells.get(1)));
            }
        }

        private void finish() {
            if (!stars.isEmpty()) {
                Star star = stars.remove(stars.size() - 1);
                stars.add(new Star(star.step(), star.isEarned(), evidence, needs));
            }
            evidence.clear();
            needs.clear();
        }

        Audit audit(String slug) {
            finish();
            return new Audit(
                    slug,
                    new Figures(
                            figures.get(0),
                            figures.get(1),
                            figures.get(2),
                            figures.size() > 5 ? figures.get(5) : 0, // not in the files of older releases
                            figures.get(3),
                            figures.get(4),
                            publishers),
                    stars);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\t') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\\') {
                char escaped = line.charAt(++i);
                cell.append(escaped == 't' ? '\t' : escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
