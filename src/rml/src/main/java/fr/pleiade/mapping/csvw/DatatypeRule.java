package fr.pleiade.mapping.csvw;

import fr.pleiade.mapping.datatype.Builtin;
import fr.pleiade.mapping.datatype.Datatype;
import fr.pleiade.mapping.datatype.Format;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.Optional;

/**
 * What a cell holds.
 *
 * @param base the datatype that has a name
 * @param id the IRI of a datatype of one's own, which literals have instead; {@code ""} if there is none
 * @param format how its texts are written
 * @param limits how long, how small and how great its values may be
 * @see <a href="https://www.w3.org/TR/tabular-metadata/#derived-datatypes">CSVW metadata, section 5.11.2</a>
 */
record DatatypeRule(Builtin base, String id, Format format, Limits limits) {
    static final DatatypeRule STRING = new DatatypeRule(
            new Builtin(Vocabulary.XSD + "string", Builtin.Kind.TEXT), "", Format.LEXICAL, Limits.NONE);

    /**
     * What became of a text.
     *
     * @param term the literal; a plain one where the text is not of the datatype
     * @param problem why it is not; {@code ""} if it is
     */
    record Outcome(Term term, String problem) {}

    /** {@return the literal of a text, in a language where it is a string} */
    Outcome read(String text, String language) {
        Optional<String> formatted = format.lexical(text);
        Optional<String> lexical = formatted.filter(this::isLexical);
        if (lexical.isEmpty()) {
            return new Outcome(
                    plain(text, language),
                    formatted.isEmpty() ? "it is not of the format" : "it is not of the datatype " + base.iri());
        }
        String problem = limits.problem(lexical.get(), base);
        if (!problem.isEmpty()) {
            return new Outcome(plain(text, language), problem);
        }
        if (base.isString() && id.isEmpty()) {
            return new Outcome(plain(lexical.get(), language), "");
        }
        return new Outcome(Term.Literal.typed(lexical.get(), id.isEmpty() ? base.iri() : id), "");
    }

    private boolean isLexical(String lexical) {
        return Datatype.of(base.iri()).map(datatype -> datatype.has(lexical)).orElse(true);
    }

    private static Term plain(String text, String language) {
        return language.equals(Inherited.NO_LANGUAGE) ? Term.Literal.of(text) : Term.Literal.inLanguage(text, language);
    }
}
