package fr.pleiade.web.why;

import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.rdf.NQuads;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.served.Lexicon;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which statements somebody asks the origin of: {@code ?subject=id/town/35238&predicate=rdfs:label&object="Redtown"@fr}.
 *
 * <p>An IRI is written whole, with or without angle brackets, in short with a prefix of the site, or without the site's base. An object
 * that is a literal is written as in Turtle, or is its text alone, whatever its language and datatype. Without an object, or a
 * predicate, it is all that there are.
 *
 * @param subject the thing, or part of one
 * @param predicate the property, if one is asked for
 * @param object the value as it was written, if one is asked for
 * @param base the site's base
 * @param lexicon knows the site's prefixes
 */
record WhyQuestion(
        Term.Iri subject, Optional<Term.Iri> predicate, Optional<String> object, String base, Lexicon lexicon) {
    private static final int LONGEST = 20_000;
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern TYPED = Pattern.compile("(\".*\")\\^\\^([^<\"]+)", Pattern.DOTALL);

    /**
     * {@return what a request asks}
     *
     * @throws Refusal with 400 if it names no subject, or a parameter cannot be what it is to be
     */
    static WhyQuestion of(Exchange exchange, String base, Lexicon lexicon) {
        String subject = exchange.parameter("subject")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> Refusal.of(400, "why-subject"));
        return new WhyQuestion(
                iri("subject", subject, base, lexicon),
                exchange.parameter("predicate")
                        .filter(text -> !text.isBlank())
                        .map(text -> iri("predicate", text, base, lexicon)),
                exchange.parameter("object").filter(text -> !text.isEmpty()),
                base,
                lexicon);
    }

    private static Term.Iri iri(String parameter, String written, String base, Lexicon lexicon) {
        String text = written.strip();
        boolean isIri =
                text.length() <= LONGEST && text.chars().noneMatch(c -> c <= ' ' || "\"{}|\\^`".indexOf(c) >= 0);
        if (!isIri || text.startsWith("_:")) {
            throw Refusal.of(400, "why-iri", parameter);
        }
        if (text.startsWith("<") && text.endsWith(">")) {
            text = text.substring(1, text.length() - 1);
        }
        if (text.isEmpty() || text.indexOf('<') >= 0 || text.indexOf('>') >= 0) {
            throw Refusal.of(400, "why-iri", parameter);
        }
        String iri = resolved(text, base, lexicon);
        try {
            return new Term.Iri(iri);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(400, "why-iri", parameter);
        }
    }

    private static String resolved(String text, String base, Lexicon lexicon) {
        return lexicon.expand(text)
                .orElseGet(() -> ABSOLUTE.matcher(text).matches() ? text : base + text.replaceFirst("^/+", ""));
    }

    /** {@return whether a statement about the subject, or about a part of it, is one of those} */
    boolean isAbout(Quad statement) {
        String said = statement.subject().text();
        boolean isSubject = said.equals(subject.value())
                || predicate.isEmpty() && object.isEmpty() && said.startsWith(subject.value() + "#");
        return isSubject
                && predicate.map(wanted -> wanted.equals(statement.predicate())).orElse(true)
                && object.map(wanted -> isWritten(wanted, statement.object())).orElse(true);
    }

    private boolean isWritten(String wanted, Term value) {
        if (value instanceof Term.BlankNode) {
            return false;
        }
        String full = typed(wanted);
        if (full.startsWith("\"") || full.startsWith("<")) {
            try {
                return NQuads.parseTerm(full).equals(value);
            } catch (IllegalArgumentException e) {
                return value.text().equals(wanted); // a text may begin with a quote
            }
        }
        return value instanceof Term.Iri iri
                ? iri.value().equals(wanted) || iri.value().equals(resolved(wanted, base, lexicon))
                : value.text().equals(wanted);
    }

    private String typed(String wanted) {
        Matcher typed = TYPED.matcher(wanted);
        return typed.matches()
                ? lexicon.expand(typed.group(2))
                        .or(() -> Optional.of(typed.group(2))
                                .filter(type -> type.startsWith("xsd:"))
                                .map(type -> XSD + type.substring("xsd:".length())))
                        .map(datatype -> typed.group(1) + "^^<" + datatype + ">")
                        .orElse(wanted)
                : wanted;
    }
}
