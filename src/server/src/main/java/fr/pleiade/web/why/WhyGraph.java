package fr.pleiade.web.why;

import static fr.pleiade.rdf.Vocabulary.CSVW;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.PROV;
import static fr.pleiade.rdf.Vocabulary.RDF;
import static fr.pleiade.rdf.Vocabulary.RDFS;

import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.release.origin.OriginRule;
import fr.pleiade.web.Edition;
import fr.pleiade.web.served.Served;
import java.util.List;

/**
 * Where statements come from, as PROV: each is a reified statement that was derived from a row of a source, by a plan.
 *
 * <pre>{@code
 * <…why?…#statement-1> a rdf:Statement , prov:Entity ; rdf:subject <id/town/35238> ; rdf:predicate rdfs:label ; rdf:object "Redtown" ;
 *   prov:wasDerivedFrom <…#row-1> ; prov:wasGeneratedBy <…#making-1> ; dct:isPartOf <dataset/towns> .
 * <…#making-1> a prov:Activity ; prov:used <…#row-1> ; prov:qualifiedAssociation <…#association-1> .
 * <…#association-1> a prov:Association ; prov:hadPlan <…#rule-1> .
 * <…#row-1> a csvw:Row , prov:Entity ; csvw:url "towns.csv#row=12" ; csvw:describes <id/town/35238> ; dct:isPartOf <dataset/towns#source-1> .
 * <…#rule-1> a prov:Plan ; dct:title "towns/mapping.yml:8" ; csvw:column <…#rule-1-column-1> .
 * }</pre>
 *
 * @see <a href="https://www.w3.org/TR/prov-o/">PROV-O</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7111">RFC 7111, fragments of text/csv</a>
 */
final class WhyGraph {
    private final Edition edition;
    private final Release release;
    private final InMemoryGraph catalog;
    private final String address;
    private final InMemoryGraph graph = new InMemoryGraph();
    private int number;
    private int rows;

    /** @param address of the document */
    WhyGraph(Edition edition, Served content, String address) {
        this.edition = edition;
        this.release = edition.release();
        this.catalog = content.catalog();
        this.address = address;
        content.site().catalog().license().ifPresent(license -> document().say(DCT + "license", license));
    }

    private Description document() {
        return Description.of(graph, address);
    }

    InMemoryGraph of(List<Reasons.Explained> explained) {
        document().link(PROV + "wasDerivedFrom", release.base() + "release/" + release.id() + "/catalog");
        document().typed(DCT + "created", release.created().toString(), "dateTime");
        explained.forEach(this::add);
        return graph;
    }

    private void add(Reasons.Explained explained) {
        number++;
        String dataset = release.graph(explained.slug()).orElseThrow().iri();
        Description statement =
                statement("statement-" + number, explained.statement()).link(DCT + "isPartOf", dataset);
        document().link(RDFS + "member", statement.subject().text());
        Description making = node("making-" + number).a(PROV + "Activity");
        statement.link(PROV + "wasGeneratedBy", making.subject().text());
        int reason = 0;
        for (Reason each : explained.reasons()) {
            each.match(new Kinds(number + (++reason > 1 ? "-" + reason : ""), statement, making));
        }
    }

    /** Adds one reason of a statement. */
    private final class Kinds implements Reason.Cases<Description> {
        private final String suffix;
        private final Description statement;
        private final Description making;

        Kinds(String suffix, Description statement, Description making) {
            this.suffix = suffix;
            this.statement = statement;
            this.making = making;
        }

        @Override
        public Description row(Reason.Row row) {
            derive(row, statement, making);
            return planned(describe(row.place().rule(), node("rule-" + suffix)));
        }

        @Override
        public Description link(Reason.Link link) {
            link.keys().forEach(key -> derive(key, statement, making));
            for (String target : link.targets()) {
                release.graph(target)
                        .ifPresentOrElse(
                                graph -> making.link(PROV + "used", graph.iri()),
                                () -> making.link(
                                        PROV + "used", file(target).subject().text()));
            }
            return planned(describe(link.rule(), node("rule-" + suffix))
                    .link(RDFS + "seeAlso", link.rule().name()));
        }

        @Override
        public Description consequence(Reason.Consequence consequence) {
            consequence.from().forEach(from -> derive(from, statement, making));
            consequence.rules().forEach(rule -> planned(Description.of(graph, rule.text())));
            return making;
        }

        @Override
        public Description counted(Reason.Counted counted) {
            counted.from().forEach(from -> derive(from, statement, making));
            return making;
        }

        @Override
        public Description restated(Reason.Restated restated) {
            restated.from().forEach(from -> derive(from, statement, making));
            return making;
        }

        @Override
        public Description document(Reason.Document document) {
            return statement.link(
                    PROV + "wasDerivedFrom", file(document.name()).subject().text());
        }

        @Override
        public Description publication(Reason.Publication publication) {
            return making;
        }

        private Description file(String name) {
            return node("document-" + suffix).a(PROV + "Entity").text(DCT + "title", name);
        }

        private Description planned(Description plan) {
            Description association = node("association-" + suffix).a(PROV + "Association");
            association.link(PROV + "hadPlan", plan.subject().text());
            return making.link(
                    PROV + "qualifiedAssociation", association.subject().text());
        }
    }

    private void derive(Reason.Said said, Description statement, Description making) {
        Description earlier = statement("statement-" + number + "-from-" + ++rows, said.statement());
        statement.link(PROV + "wasDerivedFrom", earlier.subject().text());
        said.rows().forEach(row -> derive(row, earlier, making));
    }

    private void derive(Reason.Row row, Description statement, Description making) {
        String file = row.place().file();
        Description node = node("row-" + ++rows)
                .a(CSVW + "Row")
                .a(PROV + "Entity")
                .typed(CSVW + "url", file + "#row=" + row.place().line(), "anyURI");
        catalog.subjects(DCT + "title", Term.Literal.of(file))
                .filter(source -> source.text().contains("#source-"))
                .findFirst()
                .ifPresent(source -> node.link(DCT + "isPartOf", source.text()));
        graph.object(statement.subject(), RDF + "subject").ifPresent(subject -> node.say(CSVW + "describes", subject));
        statement.link(PROV + "wasDerivedFrom", node.subject().text());
        making.link(PROV + "used", node.subject().text());
    }

    private Description describe(OriginRule rule, Description plan) {
        plan.a(PROV + "Plan")
                .text(DCT + "title", rule.document() + ":" + rule.line())
                .text(RDFS + "label", rule.name());
        int column = 0;
        for (String name : rule.columns()) {
            Description described = node(fragment(plan) + "-column-" + ++column)
                    .a(CSVW + "Column")
                    .text(CSVW + "title", name);
            plan.link(CSVW + "column", described.subject().text());
        }
        return plan;
    }

    private String fragment(Description node) {
        return node.subject().text().substring(address.length() + 1);
    }

    private Description statement(String name, Quad quad) {
        return node(name)
                .a(RDF + "Statement")
                .a(PROV + "Entity")
                .say(RDF + "subject", quad.subject())
                .say(RDF + "predicate", quad.predicate())
                .say(RDF + "object", quad.object());
    }

    private Description node(String fragment) {
        return Description.of(graph, address + "#" + fragment);
    }
}
