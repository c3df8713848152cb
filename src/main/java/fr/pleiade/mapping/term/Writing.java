package fr.pleiade.mapping.term;

import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.FreshNode;
import fr.pleiade.mapping.model.FunctionCall;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.mapping.model.Template;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.mapping.model.TermType;
import fr.pleiade.mapping.model.Unnamed;
import java.nio.charset.StandardCharsets;

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
        byte[] encoded = constant.term().toNTriples().getBytes(StandardCharsets.UTF_8);
        return (scope, out) -> {
            out.bytes().put(encoded);
            out.end();
        };
    }

    @Override
    public TermWriter reference(Reference reference) {
        return map.type() == TermType.LITERAL && map.annotation().isConstant()
                ? new CellLiterals(binding.column(reference), map.annotation())
                : new GeneralTerms(map, binding);
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
        return new GeneralTerms(map, binding);
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
