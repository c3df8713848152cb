package fr.pleiade.linking.table;

import fr.pleiade.linking.names.Candidate;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * What was found, with its evidence, for somebody to look through: SSSOM, a row for each thing that a row of the table may be.
 *
 * <p>Copied to the decisions, a row says that it is so; with {@code Not} as its {@code predicate_modifier}, that it is not.
 *
 * @see <a href="https://mapping-commons.github.io/sssom/">Simple Standard for Sharing Ontological Mappings</a>
 */
public final class Review implements Closeable {
    private static final String HEAD = """
            #curie_map:
            #  skos: http://www.w3.org/2004/02/skos/core#
            #  semapv: https://w3id.org/semapv/vocab/
            #mapping_tool: Pléiade
            subject_id\tsubject_label\tpredicate_id\tpredicate_modifier\tobject_id\tobject_label\tmapping_justification\tconfidence\tcomment
            """;

    private final Writer out;
    private final Locale locale;

    /** @param locale the language of labels and reasons */
    public Review(Writer out, Locale locale) throws IOException {
        this.out = out;
        this.locale = locale;
        out.write(HEAD);
    }

    /** Writes what a row may be. */
    void add(String subject, String label, List<Candidate> candidates, boolean isDecided) throws IOException {
        for (Candidate candidate : candidates) {
            boolean isExact = isDecided || candidate.part(Candidate.Part.CODE) > 0;
            out.write(String.join(
                            "\t",
                            cell(subject),
                            cell(label),
                            isExact ? "skos:exactMatch" : "skos:closeMatch",
                            "",
                            cell(candidate.thing().iri()),
                            cell(candidate.thing().name(locale.getLanguage()).text()),
                            isDecided ? "semapv:ManualMappingCuration" : "semapv:LexicalMatching",
                            String.format(Locale.ROOT, "%.3f", candidate.score() / 100),
                            cell((candidate.isMatch() ? "" : "? ") + TableMatch.reasons(candidate, locale)))
                    + "\n");
        }
    }

    private static String cell(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ").strip();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
