package fr.pleiade.web.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A sentence with places that a thing's values fill.
 *
 * <p>{@code {org:hasSite/locn:address}} is a place, filled by the values at the end of those properties; {@code {skos:prefLabel|lower}}
 * writes them in small letters; {@code {ex:end|if}} writes nothing, and is filled if there are any. What stands in {@code [square brackets]}, which may be nested, is said only if all places in it are
 * filled: {@code "{schema:kind}[ in {ex:town}[ ({ex:county})]]."} If a place outside of brackets stays empty, there is no sentence.
 *
 * <p>Reading is lenient: brackets that do not match end with the text.
 */
public record Sentence(List<Sentence.Part> parts) {
    private static final String LOWER = "|lower";
    private static final String IF = "|if";

    public Sentence {
        parts = List.copyOf(parts);
    }

    sealed interface Part {
        Optional<String> fill(Function<String, Optional<String>> values);
    }

    private record Words(String text) implements Part {
        @Override
        public Optional<String> fill(Function<String, Optional<String>> values) {
            return Optional.of(text);
        }
    }

    private record Place(String path, UnaryOperator<String> writing) implements Part {
        @Override
        public Optional<String> fill(Function<String, Optional<String>> values) {
            return values.apply(path).map(writing);
        }
    }

    private record Perhaps(List<Part> parts) implements Part {
        @Override
        public Optional<String> fill(Function<String, Optional<String>> values) {
            return Optional.of(Sentence.fill(parts, values).orElse(""));
        }
    }

    /** {@return the sentence that a text stands for} */
    public static Sentence read(String text) {
        return new Sentence(new Reader(text).parts());
    }

    /**
     * {@return the sentence for a thing, beginning with a capital; nothing if a place that must be filled is not}
     *
     * @param values gives what is at the end of a path, in words
     */
    public Optional<String> of(Function<String, Optional<String>> values) {
        return fill(parts, values)
                .map(text -> text.replaceAll("\\s+", " ").strip())
                .filter(text -> !text.isEmpty())
                .map(text -> text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + text.substring(text.offsetByCodePoints(0, 1)));
    }

    private static Optional<String> fill(List<Part> parts, Function<String, Optional<String>> values) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            Optional<String> filled = part.fill(values);
            if (filled.isEmpty()) {
                return Optional.empty();
            }
            text.append(filled.get());
        }
        return Optional.of(text.toString());
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == ']') {
                    at++;
                    break;
                }
                if (c == '[') {
                    at++;
                    parts.add(new Perhaps(parts()));
                } else if (c == '{') {
                    parts.add(place());
                } else {
                    parts.add(words());
                }
            }
            return parts;
        }

        private Part place() {
            int end = text.indexOf('}', at);
            String inside =
                    text.substring(at + 1, end < 0 ? text.length() : end).strip();
            at = end < 0 ? text.length() : end + 1;
            if (inside.endsWith(IF)) {
                return new Place(inside.substring(0, inside.length() - IF.length()), text -> "");
            }
            return inside.endsWith(LOWER)
                    ? new Place(
                            inside.substring(0, inside.length() - LOWER.length()),
                            text -> text.toLowerCase(Locale.ROOT))
                    : new Place(inside, UnaryOperator.identity());
        }

        private Part words() {
            int from = at;
            while (at < text.length() && "[]{".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return new Words(text.substring(from, at));
        }
    }
}
