package fr.pleiade.syntax;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A small graph as Turtle for people: subjects in the order in which they came, a blank node inside what refers to it, only the
 * prefixes that are used.
 *
 * <p>Memory: the text. One use.
 */
public final class NestedTurtle {
    private final InMemoryGraph graph;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> used = new TreeMap<>();
    private final Set<Term> nested = new LinkedHashSet<>();

    private NestedTurtle(InMemoryGraph graph) {
        this.graph = graph;
    }

    /** {@return the graph's text, with the prefixes that it declares} */
    public static String of(InMemoryGraph graph) {
        return new NestedTurtle(graph).document();
    }

    private String document() {
        Set<Term> subjects = new LinkedHashSet<>();
        graph.triples().forEach(quad -> subjects.add(quad.subject()));
        for (Term subject : subjects) {
            if (hasRoot(subject)) {
                nested.add(subject);
            }
        }
        for (Term subject : subjects) {
            if (!nested.contains(subject)) {
                text.append(text.isEmpty() ? "" : "\n").append(term(subject));
                properties(subject, 1);
                text.append(" .\n");
            }
        }
        StringBuilder prefixes = new StringBuilder();
        used.forEach((prefix, namespace) -> prefixes.append("@prefix %s: <%s> .\n".formatted(prefix, namespace)));
        return prefixes.append(prefixes.isEmpty() ? "" : "\n").append(text).toString();
    }

    /** {@return whether a node can stand inside another: one triple refers to it, and so on up to something that stands by itself} */
    private boolean hasRoot(Term subject) {
        Term node = subject;
        Set<Term> seen = new LinkedHashSet<>();
        while (node instanceof Term.BlankNode && graph.pointingTo(node).size() == 1) {
            if (!seen.add(node)) {
                return false;
            }
            node = graph.pointingTo(node).get(0).subject();
        }
        return !node.equals(subject);
    }

    private void properties(Term subject, int depth) {
        Map<Term.Iri, List<Term>> properties = new LinkedHashMap<>();
        for (Quad quad : graph.about(subject)) {
            properties.computeIfAbsent(quad.predicate(), p -> new ArrayList<>()).add(quad.object());
        }
        String indent = "  ".repeat(depth);
        boolean isFirst = true;
        for (Map.Entry<Term.Iri, List<Term>> property : properties.entrySet()) {
            boolean isOnTheSameLine = isFirst && property.getKey().equals(Vocabulary.TYPE);
            text.append(isFirst ? "" : " ;").append(isOnTheSameLine ? " " : "\n" + indent);
            text.append(property.getKey().equals(Vocabulary.TYPE) ? "a" : term(property.getKey()));
            objects(property.getValue(), depth);
            isFirst = false;
        }
    }

    private void objects(List<Term> objects, int depth) {
        String separator = " ";
        for (Term object : objects) {
            text.append(separator);
            separator = ", ";
            if (!nested.contains(object)) {
                text.append(term(object));
                continue;
            }
            text.append('[');
            properties(object, depth + 1);
            text.append('\n').append("  ".repeat(depth)).append(']');
        }
    }

    private String term(Term term) {
        if (term instanceof Term.Iri iri) {
            return iri(iri);
        }
        if (term instanceof Term.Literal literal
                && literal.language().isEmpty()
                && !literal.equals(Term.Literal.of(literal.lexical()))) {
            return Term.Literal.of(literal.lexical()).toNTriples() + "^^" + iri(new Term.Iri(literal.datatype()));
        }
        return term.toNTriples();
    }

    private String iri(Term.Iri iri) {
        Prefixes prefixes = graph.prefixes();
        String shortened = prefixes.shorten(iri.value());
        if (shortened.equals(iri.value())) {
            return iri.toNTriples();
        }
        String prefix = shortened.substring(0, shortened.indexOf(':'));
        used.put(prefix, prefixes.namespaces().getOrDefault(prefix, ""));
        return shortened;
    }
}
