package fr.pleiade.mapping.term;

import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.function.Functions;
import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.FreshNode;
import fr.pleiade.mapping.model.FunctionCall;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.mapping.model.Template;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.mapping.model.TermType;
import fr.pleiade.mapping.model.Unnamed;
import fr.pleiade.rdf.Term;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Expressions as what writes the terms of a map; the fastest way that there is for each. */
final class Writing implements Expression.Cases<TermWriter> {
    private final TermMap map;
    private final Binding binding;

    Writing(TermMap map, Binding binding) {
        this.map = map;
        this.binding = binding;
    }

    @Override
    public TermWriter constant(Constant constant) {
        boolean isMadeInto = map.type() == TermType.BLANK_NODE && constant.term() instanceof Term.Literal;
        if (isMadeInto || !map.annotation().isConstant()) {
            return new GeneralTerms(map, binding);
        }
        byte[] encoded = constant.term().toNTriples().getBytes(StandardCharsets.UTF_8);
        return (scope, out) -> {
            out.bytes().put(encoded);
            out.end();
        };
    }

    @Override
    public TermWriter reference(Reference reference) {
        return literals(reference, false);
    }

    /** {@return what writes a column's content as literals} */
    private TermWriter literals(Reference reference, boolean asIs) {
        if (map.type() != TermType.LITERAL || !map.annotation().isConstant()) {
            return new GeneralTerms(map, binding);
        }
        Term.Literal empty = annotated(map.annotation());
        List<LiteralCheck> checks =
                asIs ? List.of() : LiteralCheck.of(empty.datatype()).stream().toList();
        byte[] end = empty.toNTriples().substring(1).getBytes(StandardCharsets.UTF_8);
        return new CellLiterals(binding.column(reference), reference, checks, end);
    }

    /** {@return the empty string with a constant language or datatype} */
    private static Term.Literal annotated(TermMap.Annotation annotation) {
        if (annotation.kind() == TermMap.Annotation.Kind.NONE) {
            return Term.Literal.of("");
        }
        String value = ((Constant) annotation.expression().get(0)).term().text();
        return annotation.kind() == TermMap.Annotation.Kind.LANGUAGE
                ? Term.Literal.inLanguage("", value)
                : Term.Literal.typed("", value);
    }

    @Override
    public TermWriter template(Template template) {
        if (!template.encoding().encodes()) {
            return new GeneralTerms(map, binding);
        }
        Template absolute = IriSyntax.hasScheme(template.filledWith("x")) ? template : template.after(map.base());
        return isIriWhateverIsFilledIn(absolute) ? new TemplateIris(absolute, binding) : new GeneralTerms(map, binding);
    }

    /** {@return whether scheme and authority come before the first reference, so that encoded values cannot break the IRI} */
    private static boolean isIriWhateverIsFilledIn(Template template) {
        String prefix = template.prefix();
        int afterScheme = prefix.indexOf(':') + 1;
        boolean authorityIsComplete = !template.filledWith("x").startsWith("//", afterScheme)
                || prefix.substring(afterScheme).matches("//[^/?#]*[/?#].*");
        return IriSyntax.hasScheme(prefix) && authorityIsComplete && IriSyntax.isIri(template.filledWith("x"));
    }

    @Override
    public TermWriter call(FunctionCall call) {
        return call.function().equals(Functions.AS_IS) && isColumn(call)
                ? literals(call.references().get(0), true)
                : new GeneralTerms(map, binding);
    }

    /** {@return whether the only input is the content of a column} */
    private static boolean isColumn(FunctionCall call) {
        return call.references().size() == 1 && call.inputs().equals(List.of(call.references()));
    }

    @Override
    public TermWriter freshNode(FreshNode node) {
        Values names = binding.values(node);
        return (scope, out) -> {
            String label = "_:n" + names.of(scope).get(0).text();
            out.bytes().put(label.getBytes(StandardCharsets.US_ASCII));
            out.end();
        };
    }

    @Override
    public TermWriter unnamed(Unnamed graph) {
        return (scope, out) -> out.end();
    }
}
