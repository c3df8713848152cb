package fr.pleiade.mapping.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address with names of columns in it: {@code id/region/{REG}}.
 *
 * @param parts its parts, in order
 * @param text the whole, as it is written but for its prefix
 * @param line where it is written
 * @see <a href="https://www.w3.org/TR/tabular-metadata/#uri-template-properties">CSVW metadata, section 5.1.3</a>
 */
public record UrlTemplate(List<Piece> parts, String text, long line) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([+#]?)([^{}]*)}");

    /**
     * Text that stands as it is, or the name of a column.
     *
     * @param isRaw whether the column's content is not percent-encoded
     */
    public record Piece(String text, boolean isVariable, boolean isRaw) {}

    public UrlTemplate {
        parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException if braces do not belong together, or hold what is not read */
    public static UrlTemplate parse(String text, long line) {
        List<Piece> parts = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(text);
        int end = 0;
        while (variable.find()) {
            addText(text, end, variable.start(), parts);
            if (variable.group(1).equals("#")) {
                parts.add(new Piece("#", false, false));
            }
            String name = variable.group(2);
            if (name.isBlank() || "./;?&|".indexOf(name.charAt(0)) >= 0) {
                throw new IllegalArgumentException("'{%s}' is not read; expected the name of a column, as {%s} or {+%s}"
                        .formatted(name, "code", "code"));
            }
            parts.add(new Piece(name, true, !variable.group(1).isEmpty()));
            end = variable.end();
        }
        addText(text, end, text.length(), parts);
        return new UrlTemplate(parts, text, line);
    }

    private static void addText(String text, int start, int end, List<Piece> parts) {
        String constant = text.substring(start, end);
        if (constant.contains("{") || constant.contains("}")) {
            throw new IllegalArgumentException("the braces of '%s' do not belong together".formatted(text));
        }
        if (!constant.isEmpty()) {
            parts.add(new Piece(constant, false, false));
        }
    }

    /** {@return an address that goes on with a piece} */
    public UrlTemplate followedBy(Piece piece) {
        List<Piece> all = new ArrayList<>(parts);
        all.add(piece);
        return new UrlTemplate(all, text + (piece.isVariable() ? "{" + piece.text() + "}" : piece.text()), line);
    }

    /** {@return the address of a part of what has this one: its fragment, or one that goes on with a hyphen} */
    public UrlTemplate part(String name) {
        return followedBy(new Piece((text.contains("#") ? "-" : "#") + name, false, false));
    }

    /** {@return the same address with texts in the place of some of its names of columns} */
    public UrlTemplate with(Map<String, String> texts) {
        UrlTemplate filled = new UrlTemplate(List.of(), "", line);
        for (Piece piece : parts) {
            String written = piece.isVariable() ? texts.get(piece.text()) : null;
            filled = filled.followedBy(written == null ? piece : new Piece(written, false, false));
        }
        return filled;
    }

    public boolean isConstant() {
        return parts.stream().noneMatch(Piece::isVariable);
    }

    /** {@return the names of columns in it} */
    public List<String> variables() {
        return parts.stream().filter(Piece::isVariable).map(Piece::text).toList();
    }
}
