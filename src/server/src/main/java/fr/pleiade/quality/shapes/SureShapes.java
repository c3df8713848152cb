package fr.pleiade.quality.shapes;

import fr.pleiade.jena.JenaTerms;
import fr.pleiade.quads.ByTerm;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * Shapes by which most things can be passed without Jena: those that surely keep all of them.
 *
 * <p>What is compared here is what nearly all shapes ask: how many values, of which kind, datatype, class, pattern, range. A shape that
 * asks anything else is never surely kept, so that Jena has the last word on each thing that it is about; where one looks beyond a thing,
 * nothing is. One file at a time; not
 * thread-safe.
 */
final class SureShapes {
    private static final String SH = Vocabulary.SHACL;
    private static final Set<String> SAY_NOTHING = Set.of(
            SH + "message",
            SH + "severity",
            SH + "name",
            SH + "description",
            SH + "order",
            SH + "group",
            SH + "targetClass");
    private static final Set<String> OTHER_TARGETS =
            Set.of("targetNode", "targetSubjectsOf", "targetObjectsOf", "target", "deactivated", "rule");
    private static final Set<String> OTHER_THINGS = Set.of("node", "qualifiedValueShape", "sparql");
    private static final String NIL = Vocabulary.RDF + "nil";
    private static final byte[] TYPE = Vocabulary.TYPE.toNTriples().getBytes(StandardCharsets.UTF_8);

    private final Graph shapes;
    /** By the property whose values they are about. */
    private final ByTerm<PropertyRule> rules = new ByTerm<>();

    /** By the class whose things they are about. */
    private final ByTerm<Target> targets = new ByTerm<>();

    private boolean areOfClasses = true;
    private final List<PropertyRule> touched = new ArrayList<>();
    private final List<Target> focused = new ArrayList<>();

    /**
     * What is asked of the things of a class.
     *
     * @param rules all of which are kept, and of each list one at least
     * @param isAsked whether it asks what cannot be compared here
     */
    private record Target(List<PropertyRule> rules, List<List<PropertyRule>> oneOf, boolean isAsked) {
        boolean isSurelyKept() {
            return !isAsked
                    && rules.stream().allMatch(PropertyRule::isKept)
                    && oneOf.stream().allMatch(rules -> rules.stream().anyMatch(PropertyRule::isKept));
        }
    }

    SureShapes(Graph shapes) {
        this.shapes = shapes;
        shapes.find().forEachRemaining(triple -> areOfClasses &= !isBeyondClasses(triple) && !isBeyondThings(triple));
        shapes.find(Node.ANY, node("targetClass"), Node.ANY)
                .toList()
                .forEach(triple -> targets.add(written(triple.getObject()), target(triple.getSubject())));
    }

    /** {@return whether a triple of the shapes has them apply to more than the things of a class that is said} */
    private static boolean isBeyondClasses(Triple triple) {
        String predicate = triple.getPredicate().getURI();
        String object = triple.getObject().isURI() ? triple.getObject().getURI() : "";
        return predicate.startsWith(SH) && OTHER_TARGETS.contains(predicate.substring(SH.length()))
                || predicate.equals(Vocabulary.RDFS + "subClassOf")
                || object.equals(Vocabulary.RDFS + "subClassOf")
                || object.endsWith("#Class");
    }

    /** {@return whether a triple of the shapes has a thing judged by what is said of others, so that these must be at hand} */
    private boolean isBeyondThings(Triple triple) {
        String predicate = triple.getPredicate().getURI();
        String name = predicate.startsWith(SH) ? predicate.substring(SH.length()) : "";
        return OTHER_THINGS.contains(name)
                || name.equals("path") && !triple.getObject().isURI()
                || name.equals("property") && shapes.contains(triple.getSubject(), node("path"), Node.ANY);
    }

    private static Node node(String name) {
        return NodeFactory.createURI(SH + name);
    }

    private Target target(Node shape) {
        Rules asked = new Rules();
        asked.node(shape);
        return new Target(asked.all, asked.oneOf, asked.isAsked);
    }

    private static byte[] written(Node node) {
        return JenaTerms.term(node).toNTriples().getBytes(StandardCharsets.UTF_8);
    }

    /** What is asked by a shape, as far as it can be compared here. */
    private final class Rules {
        private final List<PropertyRule> all = new ArrayList<>();
        private final List<List<PropertyRule>> oneOf = new ArrayList<>();
        private boolean isAsked;

        void node(Node shape) {
            isAsked |= shapes.contains(shape, SureShapes.node("path"), Node.ANY);
            for (Triple said : shapes.find(shape, Node.ANY, Node.ANY).toList()) {
                String predicate = said.getPredicate().getURI();
                if (predicate.equals(SH + "property")) {
                    all.add(property(said.getObject()));
                } else if (predicate.equals(SH + "or")) {
                    oneOf.add(
                            list(said.getObject()).stream().map(this::property).toList());
                } else {
                    isAsked |= predicate.startsWith(SH) && !SAY_NOTHING.contains(predicate);
                }
            }
        }

        private PropertyRule property(Node shape) {
            PropertyRule rule = new PropertyRule();
            List<Node> paths = shapes.find(shape, SureShapes.node("path"), Node.ANY)
                    .mapWith(Triple::getObject)
                    .toList();
            if (paths.size() != 1 || !paths.get(0).isURI()) {
                isAsked = true;
                return rule;
            }
            for (Triple said : shapes.find(shape, Node.ANY, Node.ANY).toList()) {
                String predicate = said.getPredicate().getURI();
                if (predicate.equals(SH + "in")) {
                    list(said.getObject())
                            .forEach(value -> rule.allow(JenaTerms.term(value).toNTriples()));
                } else if (predicate.startsWith(SH)
                        && !SAY_NOTHING.contains(predicate)
                        && !predicate.equals(SH + "path")) {
                    isAsked |= !add(rule, predicate.substring(SH.length()), said.getObject());
                }
            }
            rules.add(written(paths.get(0)), rule);
            return rule;
        }

        private boolean add(PropertyRule rule, String name, Node value) {
            if (value.isBlank()) {
                return false;
            }
            Term term = JenaTerms.term(value);
            try {
                return rule.add(name, term.toNTriples(), term.text());
            } catch (NumberFormatException | PatternSyntaxException e) {
                return false; // Jena says what is wrong with it
            }
        }

        private List<Node> list(Node head) {
            List<Node> items = new ArrayList<>();
            Node rest = head;
            while (rest.isBlank()) {
                items.add(object(rest, "first"));
                rest = object(rest, "rest");
            }
            isAsked |= items.isEmpty() || !rest.isURI() || !rest.getURI().equals(NIL);
            return items;
        }

        private Node object(Node list, String name) {
            List<Node> objects = shapes.find(list, NodeFactory.createURI(Vocabulary.RDF + name), Node.ANY)
                    .mapWith(Triple::getObject)
                    .toList();
            isAsked |= objects.size() != 1;
            return objects.isEmpty() ? NodeFactory.createURI(NIL) : objects.get(0);
        }
    }

    /** Begins with the next thing or part. */
    void begin() {
        touched.forEach(PropertyRule::begin);
        touched.clear();
        focused.clear();
    }

    /** Takes a line of the thing or part at hand. */
    void line(QuadLine line, PropertyRule.Parts parts) {
        if (line.is(QuadLine.PREDICATE, TYPE)) {
            focused.addAll(targets.of(line, QuadLine.OBJECT));
        }
        for (PropertyRule rule : rules.of(line, QuadLine.PREDICATE)) {
            if (rule.isFirst()) {
                touched.add(rule);
            }
            rule.value(line, parts);
        }
    }

    /** {@return whether the thing or part of which all lines were taken surely keeps every shape} */
    boolean isSurelyKept() {
        return areOfClasses && focused.stream().allMatch(Target::isSurelyKept);
    }

    /** {@return whether a line says which class something has} */
    static boolean isType(QuadLine line) {
        return line.is(QuadLine.PREDICATE, TYPE);
    }
}
