package fr.pleiade.mapping;

import fr.pleiade.mapping.function.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Text with references in braces: {@code id/etablissement/{code}}.
 *
 * @param segments the texts and references, in order; no two texts side by side
 * @param encoding the term type that the references are encoded for; {@link TermType#LITERAL} leaves them as they are
 * @see <a href="https://kg-construct.github.io/rml-core/spec/docs/#from-a-template-rml-template">RML-Core, templates</a>
 */
record Template(List<Segment> segments, TermType encoding) implements Expression {
    private static final long serialVersionUID = 1L;

    Template {
        segments = List.copyOf(segments);
    }

    /** A part of a template: text, or a reference (then the text is empty). */
    record Segment(String text, List<Reference> reference) implements java.io.Serializable {
        static Segment of(String text) {
            return new Segment(text, List.of());
        }

        static Segment of(Reference reference) {
            return new Segment("", List.of(reference));
        }

        boolean isText() {
            return reference.isEmpty();
        }
    }

    /**
     * Reads a template, in which a backslash makes a brace or a backslash ordinary.
     *
     * @throws IllegalArgumentException with what is wrong with it
     */
    static Template parse(String source, long line, TermType encoding) {
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
    Template after(String prefix) {
        List<Segment> prefixed = new ArrayList<>(segments);
        String first = segments.isEmpty() ? "" : segments.get(0).text();
        if (!first.isEmpty()) {
            prefixed.remove(0);
        }
        prefixed.add(0, Segment.of(prefix + first));
        return new Template(prefixed, encoding);
    }

    /** {@return the template with each reference replaced by the same text} */
    String filledWith(String text) {
        StringBuilder filled = new StringBuilder();
        segments.forEach(segment -> filled.append(segment.isText() ? segment.text() : text));
        return filled.toString();
    }

    /** {@return the text before the first reference} */
    String prefix() {
        return segments.isEmpty() || !segments.get(0).isText()
                ? ""
                : segments.get(0).text();
    }

    @Override
    public Values bind(Binding binding) {
        List<Values> parts = segments.stream()
                .map(segment -> segment.isText()
                        ? new Constant(fr.pleiade.syntax.Term.Literal.of(segment.text())).bind(binding)
                        : encoded(segment.reference().get(0).bind(binding)))
                .toList();
        return scope -> {
            StringBuilder filled = new StringBuilder();
            for (Values part : parts) {
                List<Value> values = part.of(scope);
                if (values.isEmpty()) {
                    return List.of();
                }
                filled.append(values.get(0).text());
            }
            return List.of(Value.of(filled.toString()));
        };
    }

    private Values encoded(Values values) {
        return encoding.encodes()
                ? scope -> values.of(scope).stream()
                        .map(v -> Value.of(PercentEncoding.encode(v.text(), encoding)))
                        .toList()
                : values;
    }

    @Override
    public TermWriter writer(TermMap map, Binding binding) {
        if (!encoding.encodes()) {
            return new GeneralTerms(map, binding);
        }
        Template absolute = IriSyntax.hasScheme(filledWith("x")) ? this : after(map.base());
        return absolute.isIriWhateverIsFilledIn()
                ? new TemplateIris(absolute, binding)
                : new GeneralTerms(map, binding);
    }

    /** {@return whether scheme and authority come before the first reference, so that encoded values cannot break the IRI} */
    private boolean isIriWhateverIsFilledIn() {
        String prefix = prefix();
        int afterScheme = prefix.indexOf(':') + 1;
        boolean authorityIsComplete = !filledWith("x").startsWith("//", afterScheme)
                || prefix.substring(afterScheme).matches("//[^/?#]*[/?#].*");
        return IriSyntax.hasScheme(prefix) && authorityIsComplete && IriSyntax.isIri(filledWith("x"));
    }

    @Override
    public List<Reference> references() {
        return segments.stream().flatMap(s -> s.reference().stream()).toList();
    }

    @Override
    public String describe() {
        StringBuilder text = new StringBuilder("\"");
        segments.forEach(segment -> text.append(
                segment.isText()
                        ? segment.text().replaceAll("[{}\\\\]", "\\\\$0")
                        : segment.reference().get(0).describe()));
        return text.append('"').toString();
    }
}
