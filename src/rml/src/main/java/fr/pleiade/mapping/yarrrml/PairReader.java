package fr.pleiade.mapping.yarrrml;

import fr.pleiade.mapping.model.Rml;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.translation.TermRule;
import fr.pleiade.mapping.translation.TermRule.Annotation;
import fr.pleiade.mapping.translation.TermRule.Kind;
import fr.pleiade.mapping.translation.Value;
import fr.pleiade.mapping.yaml.YamlNode;
import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads predicates and objects, short or in full.
 *
 * @see <a href="https://rml.io/yarrrml/spec/#predicates-and-objects">YARRRML, predicates and objects</a>
 */
final class PairReader {
    private static final Set<Key> KEYS = Set.of(
            Key.PREDICATES, Key.OBJECTS, Key.INVERSE, Key.GRAPHS, Key.CONDITIONS, Key.DATATYPE, Key.LANGUAGE, Key.TYPE);

    private static final Set<Key> OBJECT = Set.of(
            Key.VALUE,
            Key.FUNCTION,
            Key.PARAMETERS,
            Key.TYPE,
            Key.DATATYPE,
            Key.LANGUAGE,
            Key.MAPPINGS,
            Key.CONDITIONS,
            Key.INVERSE,
            Key.TARGETS);

    private static final String TYPE = "a";

    private final Translation translation;
    private final Problems problems;
    private final TermReader terms;
    private final CallReader calls;
    private final LinkReader links;

    PairReader(Translation translation, TermReader terms, CallReader calls) {
        this.translation = translation;
        this.problems = translation.problems();
        this.terms = terms;
        this.calls = calls;
        this.links = new LinkReader(translation, calls);
    }

    /** What is said of all objects of a pair at once. */
    private record Common(Kind kind, boolean isKindKnown, List<Annotation> annotation) {}

    /** {@return all pairs of a mapping; one alone needs no list around it} */
    List<PairRule> readAll(YamlNode pairs) {
        boolean isOne = !pairs.isList() || pairs.items().stream().anyMatch(YamlNode::isText);
        List<PairRule> rules = new ArrayList<>();
        for (YamlNode pair : isOne ? List.of(pairs) : pairs.items()) {
            if (pair.isList()) {
                inShort(pair, rules);
            } else if (pair.isMap()) {
                inFull(Section.read(pair, "predicateobjects", KEYS, problems), rules);
            } else {
                problems.add(
                        pair.line(),
                        "a predicate-object is %s, expected [predicate, object], or predicates and objects",
                        pair.describe());
            }
        }
        return rules;
    }

    private void inShort(YamlNode pair, List<PairRule> rules) {
        List<YamlNode> parts = pair.items();
        if (parts.size() < 2 || parts.size() > 3) {
            problems.add(
                    pair.line(),
                    "a predicate-object has %d parts, expected [predicate, object] or [predicate, object, datatype or language~lang]",
                    parts.size());
            return;
        }
        List<TermRule> predicates = predicates(parts.get(0));
        List<Annotation> annotation = parts.size() == 3 ? terms.annotation(parts.get(2)) : List.of();
        PairRule pairRule =
                new PairRule(predicates, List.of(), List.of(), List.of(), List.of(), List.of(), pair.line());
        objects(parts.get(1), pairRule, common(predicates, Optional.empty(), annotation), rules);
    }

    private void inFull(Section pair, List<PairRule> rules) {
        if (pair.find(Key.PREDICATES).isEmpty() || pair.find(Key.OBJECTS).isEmpty()) {
            problems.add(
                    pair.line(),
                    "%s is missing",
                    pair.find(Key.PREDICATES).isEmpty() ? Key.PREDICATES.word() : Key.OBJECTS.word());
        }
        List<TermRule> predicates =
                pair.find(Key.PREDICATES).map(this::predicates).orElse(List.of());
        PairRule pairRule = new PairRule(
                predicates,
                List.of(),
                List.of(),
                pair.find(Key.INVERSE).map(this::predicates).orElse(List.of()),
                pair.find(Key.GRAPHS)
                        .map(node -> terms.readAll(node, "a graph"))
                        .orElse(List.of()),
                calls.values(pair.find(Key.CONDITIONS).map(calls::conditions).orElse(List.of())),
                pair.line());
        Common common = common(predicates, pair.find(Key.TYPE).flatMap(terms::kind), terms.annotation(pair));
        pair.find(Key.OBJECTS).ifPresent(objects -> objects(objects, pairRule, common, rules));
    }

    private static Common common(List<TermRule> predicates, Optional<Kind> declared, List<Annotation> annotation) {
        boolean isType = predicates.stream()
                .flatMap(predicate -> predicate.value().stream())
                .anyMatch(value -> value instanceof Value.Constant constant
                        && constant.term().text().equals(Rml.TYPE));
        boolean isKnown = declared.isPresent() || isType || !annotation.isEmpty();
        return new Common(declared.orElse(isType ? Kind.IRI : Kind.LITERAL), isKnown, annotation);
    }

    private List<TermRule> predicates(YamlNode predicates) {
        List<TermRule> rules = new ArrayList<>();
        for (YamlNode predicate : predicates.each()) {
            if (predicate.isText() && predicate.text().equals(TYPE)) {
                Value type = new Value.Constant(new Term.Iri(Rml.TYPE), predicate.line());
                rules.add(new TermRule(List.of(type), Kind.IRI, List.of(), List.of(), List.of(), predicate.line()));
            } else {
                rules.addAll(terms.readAll(predicate, "a predicate"));
            }
        }
        return rules;
    }

    /** Objects with inverse predicates of their own make a pair of their own; all others are one. */
    private void objects(YamlNode objects, PairRule pair, Common common, List<PairRule> rules) {
        List<TermRule> plain = new ArrayList<>();
        List<LinkRule> linked = new ArrayList<>();
        for (YamlNode object : objects.each()) {
            if (!object.isMap()) {
                plainObject(object, common).ifPresent(plain::add);
                continue;
            }
            Section section = Section.read(object, "an object", OBJECT, problems);
            List<TermRule> inverse =
                    section.find(Key.INVERSE).map(this::predicates).orElse(List.of());
            List<TermRule> values = new ArrayList<>();
            List<LinkRule> references = new ArrayList<>();
            object(section, common, values, references);
            if (inverse.isEmpty()) {
                plain.addAll(values);
                linked.addAll(references);
            } else {
                rules.add(with(pair, values, references, inverse));
            }
        }
        if (!plain.isEmpty() || !linked.isEmpty()) {
            rules.add(with(pair, plain, linked, pair.inverse()));
        }
    }

    private static PairRule with(PairRule pair, List<TermRule> objects, List<LinkRule> links, List<TermRule> inverse) {
        return new PairRule(pair.predicates(), objects, links, inverse, pair.graphs(), pair.conditions(), pair.line());
    }

    private Optional<TermRule> plainObject(YamlNode object, Common common) {
        if (object.isText()) {
            return terms.text(object.text(), kind(object.text(), common), common.annotation(), object.line());
        }
        if (object.isList() && (object.items().size() == 1 || object.items().size() == 2)) {
            YamlNode text = object.items().get(0);
            List<Annotation> annotation =
                    object.items().size() == 2 ? terms.annotation(object.items().get(1)) : common.annotation();
            Common own = annotation.isEmpty() ? common : new Common(common.kind(), true, annotation);
            return problems.text(text, "an object").flatMap(t -> terms.text(t, kind(t, own), annotation, text.line()));
        }
        problems.add(
                object.line(),
                "an object is %s, expected a text, [text, datatype or language~lang], or value, function or mapping",
                object.describe());
        return Optional.empty();
    }

    /** A constant that begins with a prefix of the document, such as {@code ex:thing}, is what it abbreviates. */
    private Kind kind(String text, Common common) {
        boolean isAbbreviation = !common.isKindKnown()
                && !text.contains("$(")
                && !text.matches("(?s).*\\s.*")
                && translation.names().startsDeclared(text);
        return isAbbreviation ? Kind.IRI : common.kind();
    }

    private void object(Section section, Common common, List<TermRule> values, List<LinkRule> references) {
        Optional<YamlNode> mapping = section.find(Key.MAPPINGS);
        if (mapping.isPresent()) {
            for (Key key : List.of(
                    Key.VALUE, Key.FUNCTION, Key.PARAMETERS, Key.DATATYPE, Key.LANGUAGE, Key.TYPE, Key.TARGETS)) {
                if (section.has(key)) {
                    problems.add(section.line(), "%s says nothing of a reference to another mapping", key.word());
                }
            }
            references.addAll(links.read(
                    mapping.get(),
                    section.find(Key.CONDITIONS).map(calls::conditions).orElse(List.of())));
            return;
        }
        if (section.has(Key.FUNCTION)) {
            Optional<CallText> join =
                    calls.call(section).filter(call -> call.function().equals("join"));
            if (join.isPresent()) {
                links.read(join.get()).ifPresent(references::add);
                return;
            }
        }
        List<Annotation> own = terms.annotation(section);
        List<Annotation> annotation = own.isEmpty() ? common.annotation() : own;
        Common known = new Common(common.kind(), common.isKindKnown() || !annotation.isEmpty(), annotation);
        Kind byDefault = section.find(Key.VALUE)
                .filter(YamlNode::isText)
                .map(value -> kind(value.text(), known))
                .orElse(common.kind());
        terms.part(section, byDefault, annotation).ifPresent(values::add);
    }
}
