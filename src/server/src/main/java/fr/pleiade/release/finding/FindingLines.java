package fr.pleiade.release.finding;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Text;
import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Term;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The lines of one finding as they are read, and what they say: of what is said twice, the first. */
final class FindingLines {
    private byte[] bytes = new byte[1 << 11];
    private int length;
    private int nodeLength;
    private final Map<FindingProperty, String> said = new EnumMap<>(FindingProperty.class);
    private final Map<FindingProperty, String> english = new EnumMap<>(FindingProperty.class);
    private final Map<FindingProperty, String> french = new EnumMap<>(FindingProperty.class);

    boolean isEmpty() {
        return length == 0;
    }

    void clear() {
        length = 0;
        said.clear();
        english.clear();
        french.clear();
    }

    /** {@return whether the reader's line is about the finding of these} */
    boolean hasNodeOf(LineReader line) {
        int from = line.start();
        return line.end() - from > nodeLength
                && Arrays.equals(line.buffer(), from, from + nodeLength, bytes, 0, nodeLength);
    }

    /** Takes the reader's line. */
    void add(LineReader reader) {
        QuadLine line = reader.quad();
        if (isEmpty()) {
            nodeLength = line.end(QuadLine.SUBJECT) - line.start() + 1;
        } else {
            append(new byte[] {JoinedFindings.NEXT}, 0, 1);
        }
        append(reader.buffer(), reader.start(), reader.end());
        FindingProperty.of(line)
                .filter(property -> property != FindingProperty.TYPE)
                .ifPresent(property -> say(property, line.term(QuadLine.OBJECT)));
    }

    private void append(byte[] source, int from, int to) {
        int longer = length + to - from;
        if (longer > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(longer, 2 * bytes.length));
        }
        System.arraycopy(source, from, bytes, length, to - from);
        length = longer;
    }

    private void say(FindingProperty property, Term object) {
        said.putIfAbsent(property, object.text());
        if (object instanceof Term.Literal literal) {
            if (literal.language().equals("en")) {
                english.putIfAbsent(property, literal.text());
            } else if (literal.language().equals("fr")) {
                french.putIfAbsent(property, literal.text());
            }
        }
    }

    /** {@return a copy of the lines, joined as those of {@link JoinedFindings}} */
    byte[] joined() {
        return Arrays.copyOf(bytes, length);
    }

    /** {@return what they say} */
    Finding finding() {
        return new Finding(
                value(FindingProperty.RULE).orElse(""),
                FindingFile.severity(value(FindingProperty.SEVERITY).orElse("")),
                place(),
                text(FindingProperty.MESSAGE),
                text(FindingProperty.REMEDY));
    }

    private Place place() {
        Optional<String> focus = value(FindingProperty.FOCUS);
        if (focus.isPresent()) {
            return new Place.OfThing(focus.get(), value(FindingProperty.NAME).orElse(""));
        }
        String file = value(FindingProperty.FILE).orElse("");
        Optional<Long> line = value(FindingProperty.LINE).map(Long::parseLong);
        Optional<String> column = value(FindingProperty.COLUMN);
        if (column.isPresent()) {
            return new Place.InCell(
                    file,
                    line.orElse(0L),
                    column.get(),
                    value(FindingProperty.VALUE).orElse(""));
        }
        return line.isPresent() ? new Place.InLine(file, line.get()) : new Place.InFile(file);
    }

    private Optional<String> value(FindingProperty property) {
        return Optional.ofNullable(said.get(property));
    }

    private Text text(FindingProperty property) {
        return new Text(english.getOrDefault(property, ""), french.getOrDefault(property, ""));
    }
}
