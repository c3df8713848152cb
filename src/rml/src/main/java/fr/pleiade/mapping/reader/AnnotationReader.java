package fr.pleiade.mapping.reader;

import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.bytes.LanguageTag;
import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.Rml;
import fr.pleiade.mapping.model.TermMap.Annotation;
import fr.pleiade.mapping.model.TermType;
import fr.pleiade.rdf.Term;
import java.util.Optional;

/** Reads what a literal has beside its text: a language or a datatype. */
final class AnnotationReader {
    private final MappingDocument document;
    private final ExpressionReader expressions;

    AnnotationReader(MappingDocument document, ExpressionReader expressions) {
        this.document = document;
        this.expressions = expressions;
    }

    /** {@return the annotation of a term map, which may be none; nothing if it is wrong} */
    Optional<Annotation> read(Term map, String base) {
        Optional<Expression> language = read(map, Rml.LANGUAGE, Rml.LANGUAGE_MAP, TermType.LITERAL);
        Optional<Expression> datatype = read(map, Rml.DATATYPE, Rml.DATATYPE_MAP, TermType.IRI);
        if (language.isPresent() && datatype.isPresent()) {
            document.error(map, "a literal has a language or a datatype, not both");
            return Optional.empty();
        }
        if (language.isPresent()) {
            return language.filter(l -> isLanguage(map, l)).map(l -> Annotation.of(Annotation.Kind.LANGUAGE, l));
        }
        if (datatype.isPresent()) {
            Expression absolute = absolute(datatype.get(), base);
            return Optional.of(absolute)
                    .filter(d -> isDatatype(map, d))
                    .map(d -> Annotation.of(Annotation.Kind.DATATYPE, d));
        }
        return Optional.of(Annotation.NONE);
    }

    private Optional<Expression> read(Term map, String shortcut, String mapProperty, TermType encoding) {
        Optional<Term> constant = document.atMostOne(map, shortcut);
        return constant.isPresent()
                ? constant.map(Constant::new)
                : document.atMostOne(map, mapProperty).flatMap(m -> expressions.read(m, encoding));
    }

    private static Expression absolute(Expression datatype, String base) {
        return datatype instanceof Constant constant
                        && !IriSyntax.hasScheme(constant.term().text())
                ? new Constant(new Term.Iri(base + constant.term().text()))
                : datatype;
    }

    private boolean isLanguage(Term map, Expression language) {
        boolean valid = !(language instanceof Constant constant)
                || LanguageTag.isWellFormed(constant.term().text());
        if (!valid) {
            document.errorAt(
                    map, Rml.LANGUAGE, "%s is not a language tag, such as fr or pt-BR (BCP 47)", language.describe());
        }
        return valid;
    }

    private boolean isDatatype(Term map, Expression datatype) {
        boolean valid = !(datatype instanceof Constant constant)
                || IriSyntax.isDatatype(constant.term().text());
        if (!valid) {
            document.errorAt(map, Rml.DATATYPE, "%s cannot be a datatype", datatype.describe());
        }
        return valid;
    }
}
