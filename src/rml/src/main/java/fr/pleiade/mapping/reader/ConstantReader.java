package fr.pleiade.mapping.reader;

import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.datatype.Datatype;
import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.Rml;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.mapping.model.TermMap.Annotation;
import fr.pleiade.mapping.model.TermType;
import fr.pleiade.mapping.reader.TermMapReader.Place;
import fr.pleiade.rdf.Term;
import java.util.List;
import java.util.Optional;

/**
 * Reads constant terms.
 *
 * <p>A string with a term type, a language or a datatype beside it is the term that these make of it: tools that know nothing but texts
 * write {@code rr:constant "http://…"; rr:termType rr:IRI}.
 */
final class ConstantReader {
    private final MappingDocument document;
    private final AnnotationReader annotations;

    ConstantReader(MappingDocument document, AnnotationReader annotations) {
        this.document = document;
        this.annotations = annotations;
    }

    /** {@return a term as it stands, the object of a property} */
    Optional<TermMap> of(Term about, String property, Term constant, Place place) {
        TermType type = type(constant);
        if (!place.allows(type)) {
            document.errorAt(about, property, "%s cannot be %s", document.describe(constant), place.description());
            return Optional.empty();
        }
        if (constant instanceof Term.Iri iri && !IriSyntax.isIri(iri.value())) {
            document.errorAt(about, property, "<%s> is not a valid IRI", iri.value());
            return Optional.empty();
        }
        if (constant instanceof Term.Literal literal) {
            checkDatatype(about, property, literal);
        }
        return Optional.of(termMap(about, property, constant, type, Annotation.NONE, place));
    }

    /** {@return the term of a map, made of its constant and of what the map says about it} */
    Optional<TermMap> ofMap(Term map, Term constant, Optional<TermType> declared, Place place) {
        TermType type = declared.orElse(type(constant));
        if (isText(constant) && type.isIri() && IriSyntax.hasScheme(constant.text())) {
            return of(map, Rml.CONSTANT, OldVocabulary.renamed(new Term.Iri(constant.text())), place);
        }
        if (isText(constant) && type == TermType.BLANK_NODE) {
            return place.allows(type)
                    ? Optional.of(termMap(map, Rml.CONSTANT, constant, type, Annotation.NONE, place))
                    : of(map, Rml.CONSTANT, new Term.BlankNode(constant.text()), place);
        }
        TermType actual = type(constant);
        if (type != actual && !(type.isIri() && actual.isIri())) {
            document.errorAt(map, Rml.TERM_TYPE, "%s is not a %s", document.describe(constant), type);
        }
        return annotations.read(map, place.base()).flatMap(beside -> annotated(map, constant, beside, place));
    }

    private Optional<TermMap> annotated(Term map, Term constant, Annotation beside, Place place) {
        if (beside.kind() == Annotation.Kind.NONE) {
            return of(map, Rml.CONSTANT, constant, place);
        }
        if (!(constant instanceof Term.Literal literal)) {
            document.error(
                    map, "only a literal can have a language or a datatype, this is %s", document.describe(constant));
            return Optional.empty();
        }
        Expression annotation = beside.expression().get(0);
        if (!(annotation instanceof Constant known)) {
            return place.allows(TermType.LITERAL)
                    ? Optional.of(termMap(map, Rml.CONSTANT, constant, TermType.LITERAL, beside, place))
                    : of(map, Rml.CONSTANT, constant, place);
        }
        String text = known.term().text();
        Term.Literal whole = beside.kind() == Annotation.Kind.LANGUAGE
                ? Term.Literal.inLanguage(literal.lexical(), text)
                : Term.Literal.typed(literal.lexical(), text);
        return of(map, Rml.CONSTANT, whole, place);
    }

    private TermMap termMap(
            Term about, String property, Term constant, TermType type, Annotation annotation, Place place) {
        return new TermMap(
                new Constant(constant),
                type,
                annotation,
                List.of(),
                place.base(),
                List.of(),
                document.line(about, property));
    }

    private void checkDatatype(Term about, String property, Term.Literal literal) {
        Datatype.of(literal.datatype())
                .filter(datatype -> !datatype.has(literal.lexical()))
                .ifPresent(datatype -> document.errorAt(
                        about,
                        property,
                        "'%s' is not of the datatype %s, which is written like %s",
                        literal.lexical(),
                        datatype,
                        datatype.example()));
    }

    private static boolean isText(Term constant) {
        return constant instanceof Term.Literal literal && literal.equals(Term.Literal.of(literal.lexical()));
    }

    private static TermType type(Term term) {
        return term instanceof Term.Iri
                ? TermType.IRI
                : term instanceof Term.Literal ? TermType.LITERAL : TermType.BLANK_NODE;
    }
}
