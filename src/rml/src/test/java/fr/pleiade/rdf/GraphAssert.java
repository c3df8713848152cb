package fr.pleiade.rdf;

import fr.pleiade.syntax.Rdf4j;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.assertj.core.api.AbstractAssert;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.util.Models;

/** Compares graphs by isomorphism (RDF 1.1 Concepts, section 3.6) and shows what is missing and what is too much. */
public final class GraphAssert extends AbstractAssert<GraphAssert, Collection<Quad>> {
    private GraphAssert(Collection<Quad> actual) {
        super(actual, GraphAssert.class);
    }

    public static GraphAssert assertThatGraph(Collection<Quad> actual) {
        return new GraphAssert(actual);
    }

    public static GraphAssert assertThatGraph(InMemoryGraph actual) {
        return new GraphAssert(actual.triples());
    }

    public GraphAssert isIsomorphicTo(InMemoryGraph expected) {
        return isIsomorphicTo(expected.triples());
    }

    /** Compares subjects, predicates, objects and graphs, up to the names of blank nodes. */
    public GraphAssert isIsomorphicTo(Collection<Quad> expected) {
        isNotNull();
        if (!Models.isomorphic(model(actual), model(expected))) {
            TreeSet<String> missing = lines(expected);
            TreeSet<String> unexpected = lines(actual);
            missing.removeAll(lines(actual));
            unexpected.removeAll(lines(expected));
            List<String> message = new ArrayList<>();
            message.add("the graphs differ (blank nodes are compared by structure, shown by name)");
            missing.forEach(line -> message.add("  missing:    " + line));
            unexpected.forEach(line -> message.add("  unexpected: " + line));
            failWithMessage("%s", String.join(System.lineSeparator(), message));
        }
        return this;
    }

    private static Model model(Collection<Quad> quads) {
        Model model = new LinkedHashModel();
        quads.forEach(quad -> model.add(Rdf4j.statement(quad)));
        return model;
    }

    private static TreeSet<String> lines(Collection<Quad> quads) {
        TreeSet<String> lines = new TreeSet<>();
        quads.forEach(quad -> lines.add(quad.toNQuads()));
        return lines;
    }
}
