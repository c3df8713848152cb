package fr.pleiade.mapping.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with references in braces: {@code id/etablissement/{code}}.
 *
 * @param segments the texts and references, in order; no two texts side by side
 * @param encoding the term type that the references are encoded for; {@link TermType#LITERAL} leaves them as they are
 * @see <a href="https://kg-construct.github.io/rml-core/spec/docs/#from-a-template-rml-template">RML-Core, templates</a>
 */
public record Template(List<Segment> segments, TermType encoding) implements Expression {
    private static final long serialVersionUID = 1L;

    public Template {
        segments = List.copyOf(segments);
    }

    /** A part of a template: text, or a reference (then the text is empty). */
    public record Segment(String text, List<Reference> reference) implements java.io.Serializable {
        private static final long serialVersionUID = 1L;

        public static Segment of(String text) {
            return new Segment(text, List.of());
        }

        public static Segment of(Reference reference) {
            return new Segment("", List.of(reference));
        }

        public boolean isText() {
            return reference.isEmpty();
        }
    }

    /**
     * Reads a template, in which a backslash makes a brace or a backslash ordinary.
     *
     * @throws IllegalArgumentException with what is wrong with it
     */
    public static Template parse(String source, long line, TermType encoding) {
        List<Segment> segments = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        boolean inReference = false;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\\') {
                i++;
                if (i == source.length() || "{}\\".indexOf(source.charAt(i)) < 0) {
                    throw new IllegalArgumentException("a backslash must be followed by {, } or \\");
                }
                current.append(source.charAt(i));
            } else if (c == '{') {
                if (inReference) {
                    throw new IllegalArgumentException("'{' inside a reference; write \\{ for the brace itself");
                }
                flush(current, segments);
                inReference = true;
            } else if (c == '}') {
                if (!inReference) {
                    throw new IllegalArgumentException("'}' without '{'; write \\} for the brace itself");
                }
                if (current.isEmpty()) {
                    throw new IllegalArgumentException("a reference is empty");
                }
                segments.add(Segment.of(new Reference(current.toString(), line)));
                current.setLength(0);
                inReference = false;
            } else {
                current.append(c);
            }
        }
        if (inReference) {
            throw new IllegalArgumentException("'{' is never closed; write \\{ for the brace itself");
        }
        flush(current, segments);
        return new Template(segments, encoding);
    }

    private static void flush(StringBuilder text, List<Segment> segments) {
        if (!text.isEmpty()) {
            segments.add(Segment.of(text.toString()));
            text.setLength(0);
        }
    }

    /** {@return the same template with a text before it} */
    public Template after(String prefix) {
        List<Segment> prefixed = new ArrayList<>(segments);
        String first = segments.isEmpty() ? "" : segments.get(0).text();
        if (!first.isEmpty()) {
            prefixed.remove(0);
        }
        prefixed.add(0, Segment.of(prefix + first));
        return new Template(prefixed, encoding);
    }

    /** {@return the template with each reference replaced by the same text} */
    public String filledWith(String text) {
        StringBuilder filled = new StringBuilder();
        segments.forEach(segment -> filled.append(segment.isText() ? segment.text() : text));
        return filled.toString();
    }

    /** {@return the text before the first reference} */
    public String prefix() {
        return segments.isEmpty() || !segments.get(0).isText()
                ? ""
                : segments.get(0).text();
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.template(this);
    }

    @Override
    public List<Reference> references() {
        return segments.stream().flatMap(s -> s.reference().stream()).toList();
    }
}
