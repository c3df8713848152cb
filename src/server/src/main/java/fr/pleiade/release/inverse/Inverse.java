package fr.pleiade.release.inverse;

import fr.pleiade.quads.GraphFile;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.NQuads;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What points to things, and what bears codes, in all graphs of a release; read by binary search in the files that {@link InverseFile}
 * makes.
 *
 * <p>A look-up takes some tens of microseconds for each graph, and what is read is bounded: see {@link #COUNTED}. Memory: none of the
 * heap, for files are mapped. Thread-safe; needs no closing.
 */
public final class Inverse {
    /** How many links of one property are counted, or paged through, at most. */
    public static final int COUNTED = 50_000;

    /** How many links are on a page. */
    public static final int PER_PAGE = 25;

    /** How many properties that lead to one thing are told. */
    private static final int PROPERTIES = 100;

    /** That of no graph: nothing points to anything. */
    public static final Inverse NOTHING = new Inverse(List.of());

    /** The folder of a release. */
    public static final String FOLDER = "inverse";

    private static final byte[] NO_LINE = {};

    private final List<Part> parts;

    private Inverse(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    private record Part(String slug, GraphFile file) {}

    /**
     * How many things point to a thing by a property.
     *
     * @param property the property's IRI
     * @param count how many, at most {@link Inverse#COUNTED}
     */
    public record Count(String property, long count) {}

    /**
     * One triple, seen from its object.
     *
     * @param slug of the graph that has it
     */
    public record Link(String slug, Term.Iri property, Term subject) {}

    /**
     * {@return that of a release}
     *
     * @throws UncheckedIOException if a file cannot be read
     */
    public static Inverse open(Path release, Collection<String> slugs) {
        return new Inverse(slugs.stream()
                .map(slug -> new Part(slug, GraphFile.of(InverseFile.of(release, slug))))
                .toList());
    }

    /** {@return how many other things point to a thing by each property, the most frequent first; own {@code #} parts do not count} */
    public List<Count> counts(Term.Iri thing) {
        List<Count> counts = new ArrayList<>();
        byte[] prefix = bytes(thing.toNTriples() + " ");
        Merge lines = new Merge(prefix);
        while (lines.hasLine() && counts.size() < PROPERTIES) {
            Term.Iri property = lines.quad().predicate();
            byte[] ofProperty = prefix(thing, property);
            long count = 0;
            while (lines.begins(ofProperty) && count < COUNTED) {
                count += lines.hasIri(ofProperty.length) ? 1 : 0;
                lines.next();
            }
            if (lines.begins(ofProperty)) {
                lines.passOver(ofProperty);
            }
            if (count > 0) {
                counts.add(new Count(property.value(), count));
            }
        }
        counts.sort(Comparator.comparing((Count count) -> -count.count()).thenComparing(Count::property));
        return List.copyOf(counts);
    }

    /**
     * {@return the IRIs of one page of what points to a thing by a property, in the order of their bytes}
     *
     * @param page from 1
     */
    public List<String> page(Term.Iri thing, String property, int page) {
        return some(thing, property, (page - 1L) * PER_PAGE, PER_PAGE);
    }

    /** {@return the IRIs of what points to a thing by a property, in the order of their bytes, at most so many} */
    public List<String> first(Term.Iri thing, String property, int most) {
        return some(thing, property, 0, most);
    }

    private List<String> some(Term.Iri thing, String property, long leftOut, int most) {
        List<String> subjects = new ArrayList<>();
        Merge lines = new Merge(prefix(thing, new Term.Iri(property)));
        for (long seen = 0; lines.hasLine() && seen < COUNTED && subjects.size() < most; lines.next()) {
            if (lines.hasIri(lines.prefix.length) && seen++ >= leftOut) {
                subjects.add(lines.quad().object().text());
            }
        }
        return List.copyOf(subjects);
    }

    /**
     * {@return the triples with an object, graph by graph}
     *
     * @param most how many at most of each graph
     */
    public List<Link> to(Term object, int most) {
        return parts.stream()
                .flatMap(part -> to(part, object.toNTriples() + " ", "", most).stream())
                .toList();
    }

    /** {@return what one graph says points to an object by a property, at most so many} */
    public List<Term> subjects(String slug, Term object, String property, int most) {
        String written = new Term.Iri(property).toNTriples() + " ";
        return parts.stream()
                .filter(part -> part.slug().equals(slug))
                .flatMap(part -> to(part, object.toNTriples() + " ", written, most).stream())
                .map(Link::subject)
                .toList();
    }

    /** The object may be a literal, so these lines are not all triples. */
    private static List<Link> to(Part part, String object, String property, int most) {
        List<Link> links = new ArrayList<>();
        byte[] begin = bytes(object + property);
        GraphFile.Lines lines = part.file().lines();
        lines.seek(begin);
        while (links.size() < most && lines.begins(begin)) {
            String line = new String(lines.line(), StandardCharsets.UTF_8);
            int space = line.indexOf(' ', object.length());
            links.add(new Link(
                    part.slug(),
                    new Term.Iri(line.substring(object.length() + 1, space - 1)),
                    NQuads.parseTerm(line.substring(space + 1, line.length() - 2))));
            lines.next();
        }
        return links;
    }

    private static byte[] prefix(Term.Iri thing, Term.Iri property) {
        return bytes(thing.toNTriples() + " " + property.toNTriples() + " ");
    }

    private static Quad quad(byte[] line) {
        return QuadLine.parse(new String(line, StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The lines of all graphs that begin alike, in order, each once: two graphs may say the same. */
    private final class Merge {
        private final byte[] prefix;
        private final List<GraphFile.Lines> files = new ArrayList<>();
        private byte[] line = NO_LINE;

        Merge(byte[] prefix) {
            this.prefix = prefix;
            for (Part part : parts) {
                GraphFile.Lines lines = part.file().lines();
                lines.seek(prefix);
                files.add(lines);
            }
            findLeast();
        }

        private void findLeast() {
            files.removeIf(file -> !file.begins(prefix));
            line = NO_LINE;
            for (GraphFile.Lines file : files) {
                if (line == NO_LINE || Arrays.compareUnsigned(file.line(), line) < 0) {
                    line = file.line();
                }
            }
        }

        /** {@return whether an IRI begins at a place of the line} */
        boolean hasIri(int place) {
            return line[place] == '<';
        }

        boolean hasLine() {
            return line.length > 0;
        }

        Quad quad() {
            return Inverse.quad(line);
        }

        boolean begins(byte[] begin) {
            return line.length >= begin.length && Arrays.equals(line, 0, begin.length, begin, 0, begin.length);
        }

        void next() {
            for (GraphFile.Lines file : files) {
                if (Arrays.equals(file.line(), line)) {
                    file.next();
                }
            }
            findLeast();
        }

        /** Goes behind all lines that begin so. */
        void passOver(byte[] begin) {
            byte[] behind = Arrays.copyOf(begin, begin.length + 1);
            behind[begin.length] = (byte) 0xff; // no byte of UTF-8 is as large
            files.forEach(file -> file.seek(behind));
            findLeast();
        }
    }
}
