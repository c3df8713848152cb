package fr.pleiade.mapping.term;

import fr.pleiade.findings.Text;
import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.bytes.LanguageTag;
import fr.pleiade.mapping.bytes.Terms;
import fr.pleiade.mapping.function.Functions;
import fr.pleiade.mapping.function.Value;
import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.FunctionCall;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.mapping.model.TermType;
import fr.pleiade.rdf.Term;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Terms of any kind from values of any kind, each checked: what the faster writers are measured against. */
final class GeneralTerms implements TermWriter {
    private static final Text IRI_REMEDY = new Text(
            "correct the cell, or make the IRI with a template, which encodes what it fills in",
            "corriger la cellule, ou construire l'IRI par un modèle (rml:template), qui encode ce qu'il insère");
    private static final Text LANGUAGE_REMEDY =
            new Text("write a tag such as fr or pt-BR (BCP 47)", "écrire une étiquette comme fr ou pt-BR (BCP 47)");

    private final TermMap map;
    private final Binding binding;
    private final Map<String, Optional<LiteralCheck>> checks = new HashMap<>();
    private final Values values;
    private final List<Values> annotations;
    private final List<Reference> references;

    /** The last text that was found to be a language tag or a datatype's IRI: most values of a map have the same. */
    private @Nullable String knownLanguage;

    private @Nullable String knownDatatype;

    GeneralTerms(TermMap map, Binding binding) {
        this.map = map;
        this.binding = binding;
        this.values = binding.values(map.expression());
        this.references = map.expression().references();
        this.annotations =
                map.annotation().expression().stream().map(binding::values).toList();
    }

    @Override
    public void write(RowScope scope, Terms out) {
        for (Value value : values.of(scope)) {
            switch (map.type()) {
                case LITERAL -> literals(value, scope, out);
                case BLANK_NODE -> put(new Term.BlankNode(label(value.text())), out);
                default -> iri(value.text(), map.expression(), scope).ifPresent(iri -> put(iri, out));
            }
        }
    }

    private void literals(Value value, RowScope scope, Terms out) {
        if (annotations.isEmpty()) {
            if (value.datatype().isEmpty()) {
                put(Term.Literal.of(value.text()), out);
            } else {
                typed(value, value.datatype(), scope, out);
            }
            return;
        }
        for (Value annotation : annotations.get(0).of(scope)) {
            Expression source = map.annotation().expression().get(0);
            if (map.annotation().kind() == TermMap.Annotation.Kind.DATATYPE) {
                datatype(annotation.text(), source, scope).ifPresent(type -> typed(value, type, scope, out));
            } else if (isLanguage(annotation.text())) {
                put(Term.Literal.inLanguage(value.text(), annotation.text()), out);
            } else {
                Text problem = new Text("'%s' is not a language tag", "« %s » n'est pas une étiquette de langue");
                scope.report("invalid-language", source.references(), problem.with(annotation.text()), LANGUAGE_REMEDY);
            }
        }
    }

    private boolean isLanguage(String tag) {
        if (!tag.equals(knownLanguage) && LanguageTag.isWellFormed(tag)) {
            knownLanguage = tag;
        }
        return tag.equals(knownLanguage);
    }

    private Optional<String> datatype(String text, Expression source, RowScope scope) {
        if (text.equals(knownDatatype)) {
            return Optional.of(text);
        }
        Optional<String> absolute = iri(text, source, scope).map(Term.Iri::value);
        absolute.filter(text::equals).ifPresent(datatype -> knownDatatype = datatype);
        return absolute;
    }

    private void typed(Value value, String datatype, RowScope scope, Terms out) {
        boolean passes = checks.computeIfAbsent(datatype, this::check)
                .map(check -> check.passes(value.text(), scope, references))
                .orElse(true);
        if (passes) {
            put(Term.Literal.typed(value.text(), datatype), out);
        }
    }

    private Optional<LiteralCheck> check(String datatype) {
        boolean asIs =
                map.expression() instanceof FunctionCall call && call.function().equals(Functions.AS_IS);
        return asIs ? Optional.empty() : LiteralCheck.of(datatype);
    }

    private Optional<Term.Iri> iri(String text, Expression source, RowScope scope) {
        String absolute = IriSyntax.hasScheme(text) ? text : map.base() + text;
        boolean ascii = !map.type().isAscii() || absolute.chars().allMatch(c -> c < 128);
        boolean allowed = map.type() != TermType.LITERAL || IriSyntax.isDatatype(absolute);
        if (ascii && allowed && IriSyntax.isIri(absolute)) {
            return Optional.of(new Term.Iri(absolute));
        }
        Text problem = new Text("'%s' is not a valid %s", "« %s » n'est pas un %s valide");
        scope.report(
                "invalid-iri",
                source.references(),
                problem.with(absolute, map.type().isAscii() ? "URI" : "IRI"),
                IRI_REMEDY);
        return Optional.empty();
    }

    /** Equal values are equal nodes, which no constant and no fresh node is; every byte but ASCII letters and digits becomes {@code _} and two digits. */
    private static String label(String value) {
        StringBuilder label = new StringBuilder("v");
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9') {
                label.append((char) b);
            } else {
                label.append("_%02X".formatted(b));
            }
        }
        return label.toString();
    }

    private static void put(Term term, Terms out) {
        out.bytes().put(term.toNTriples().getBytes(StandardCharsets.UTF_8));
        out.end();
    }
}
