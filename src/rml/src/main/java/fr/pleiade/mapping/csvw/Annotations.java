package fr.pleiade.mapping.csvw;

import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.bytes.LanguageTag;
import fr.pleiade.mapping.json.JsonTree;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Common properties and notes: what is said in other vocabularies, in a small part of JSON-LD.
 *
 * @see <a href="https://www.w3.org/TR/tabular-metadata/#common-properties">CSVW metadata, section 5.8</a>
 */
final class Annotations {
    private static final Set<String> KEYWORDS = Set.of("@id", "@type", "@value", "@language");

    private Annotations() {}

    /** @throws MappingException if the value is none that a common property can have */
    static void check(JsonTree value, Remarks remarks) {
        value.items().forEach(item -> check(item, remarks));
        if (!value.isObject()) {
            return;
        }
        for (Map.Entry<String, JsonTree> member : value.members().entrySet()) {
            String name = member.getKey();
            if (name.startsWith("@") && !KEYWORDS.contains(name)) {
                throw remarks.error(member.getValue(), "%s cannot stand in a common property", name);
            }
            if (!name.startsWith("@")) {
                check(member.getValue(), remarks);
                if (!IriSyntax.isIri(Context.expanded(name))) {
                    remarks.warn(member.getValue(), "%s is neither an IRI nor a prefixed name: passed over", name);
                }
            }
        }
        value.member("@id").filter(id -> !isAddress(id)).ifPresent(id -> {
            throw remarks.error(id, "@id is %s, expected an address", id.describe());
        });
        value.member("@type")
                .ifPresent(types -> types.each().stream()
                        .filter(type -> Context.type(type.text()).isEmpty())
                        .forEach(type -> {
                            throw remarks.error(
                                    type,
                                    "@type is %s, expected a term of CSVW, a prefixed name or an IRI",
                                    type.describe());
                        }));
        if (value.member("@value").isPresent()) {
            checkValue(value, remarks);
        }
    }

    private static boolean isAddress(JsonTree id) {
        String text = Context.expanded(id.text());
        return id.isString() && !text.startsWith("_:") && (!IriSyntax.hasScheme(text) || IriSyntax.isIri(text));
    }

    private static void checkValue(JsonTree value, Remarks remarks) {
        boolean isPlain = value.member("@value")
                .filter(v -> !v.isObject() && !v.isArray())
                .isPresent();
        int beside = (value.member("@type").isPresent() ? 1 : 0)
                + (value.member("@language").isPresent() ? 1 : 0);
        if (!isPlain || value.members().size() > 2 || beside != value.members().size() - 1) {
            throw remarks.error(value, "beside @value there may be @type or @language, and nothing else");
        }
        value.member("@language")
                .filter(language -> !LanguageTag.isWellFormed(language.text()))
                .ifPresent(language -> {
                    throw remarks.error(language, "@language is %s, expected a language tag", language.describe());
                });
    }

    /** Writes a common property of a resource. */
    static void write(
            Term about, String property, JsonTree value, Context context, Supplier<Term> nodes, Consumer<Quad> out) {
        if (value.isArray()) {
            value.items().forEach(item -> write(about, property, item, context, nodes, out));
        } else if (value.kind() != JsonTree.Kind.NULL) {
            Term.Iri predicate = new Term.Iri(Context.expanded(property));
            out.accept(new Quad(about, predicate, term(value, context, nodes, out)));
        }
    }

    private static Term term(JsonTree value, Context context, Supplier<Term> nodes, Consumer<Quad> out) {
        return switch (value.kind()) {
            case STRING -> text(value.text(), context.language());
            case BOOLEAN -> Term.Literal.typed(value.text(), XSD + "boolean");
            case NUMBER ->
                Term.Literal.typed(value.text(), XSD + (value.text().matches("-?[0-9]+") ? "integer" : "double"));
            default ->
                value.member("@value").map(v -> literal(value, v)).orElseGet(() -> node(value, context, nodes, out));
        };
    }

    private static Term text(String text, String language) {
        return language.equals(Inherited.NO_LANGUAGE) ? Term.Literal.of(text) : Term.Literal.inLanguage(text, language);
    }

    private static Term literal(JsonTree object, JsonTree value) {
        return object.member("@type")
                .map(type -> (Term) Term.Literal.typed(value.text(), Context.type(type.text())))
                .or(() -> object.member("@language").map(l -> (Term) Term.Literal.inLanguage(value.text(), l.text())))
                .orElseGet(() -> Term.Literal.of(value.text()));
    }

    private static Term node(JsonTree value, Context context, Supplier<Term> nodes, Consumer<Quad> out) {
        Term node = value.member("@id")
                .map(id -> (Term) new Term.Iri(context.resolve(Context.expanded(id.text()))))
                .orElseGet(nodes);
        value.member("@type")
                .ifPresent(types -> types.each()
                        .forEach(type ->
                                out.accept(new Quad(node, Vocabulary.TYPE, new Term.Iri(Context.type(type.text()))))));
        value.members().forEach((name, member) -> {
            if (!name.startsWith("@") && IriSyntax.isIri(Context.expanded(name))) {
                write(node, name, member, context, nodes, out);
            }
        });
        return node;
    }
}
