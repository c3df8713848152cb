package fr.pleiade.mapping.table;

import static fr.pleiade.rdf.Vocabulary.OWL;
import static fr.pleiade.rdf.Vocabulary.RDFS;

import fr.pleiade.mapping.translation.TermRule;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.List;
import java.util.Map;

/** Declares the terms of a dataset that no vocabulary has: its properties are called after their columns. */
public final class OwnTerms {
    private final String vocabulary;
    private final InMemoryGraph graph = new InMemoryGraph();

    /** @param vocabulary the address of the dataset's vocabulary; its terms are behind a {@code #} */
    public OwnTerms(String vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** {@return the vocabulary and its terms; nothing if it has none} */
    public InMemoryGraph of(List<TableRule> tables, List<Term> titles, long line) {
        for (TableRule table : tables) {
            for (TableRule.ClassRule type : table.allClasses()) {
                if (type.isOwn()) {
                    String word = type.iri().text().substring(vocabulary.length() + 1);
                    term(type.iri(), OWL + "Class", type.names(), word, "");
                }
            }
            table.columns().stream()
                    .filter(column -> column.role() == ColumnRule.Role.MAPPED)
                    .forEach(this::column);
            table.wide().forEach(wide -> wide.all().forEach(this::column));
        }
        if (graph.size() > 0) {
            say(vocabulary, Vocabulary.TYPE.value(), new Term.Iri(OWL + "Ontology"), line);
            titles.forEach(title -> say(vocabulary, Vocabulary.DCT + "title", title, line));
        }
        return graph;
    }

    private void column(ColumnRule column) {
        boolean isThing = !column.valueUrl().isEmpty() || column.cell().type().kind() == TermRule.Kind.IRI;
        for (UrlTemplate property : column.properties()) {
            term(
                    property,
                    OWL + (isThing ? "ObjectProperty" : "DatatypeProperty"),
                    column.names(),
                    column.label(),
                    column.cell().language());
            String range = column.cell().type().range();
            if (!isThing && !range.isEmpty() && isOwn(property)) {
                say(property.text(), RDFS + "range", new Term.Iri(range), column.line());
            }
        }
        for (ColumnRule.LinkTo link : column.links()) {
            link.property()
                    .forEach(property -> term(property, OWL + "ObjectProperty", link.names(), column.label(), ""));
        }
    }

    private boolean isOwn(UrlTemplate term) {
        return term.isConstant() && term.text().startsWith(vocabulary + "#");
    }

    private void term(UrlTemplate term, String type, Map<String, String> names, String otherwise, String language) {
        Term.Iri iri = new Term.Iri(isOwn(term) ? term.text() : vocabulary);
        boolean isDeclared = !graph.objects(iri, Vocabulary.TYPE.value()).isEmpty();
        if (!isOwn(term) || isDeclared) {
            return;
        }
        long line = term.line();
        say(iri.value(), Vocabulary.TYPE.value(), new Term.Iri(type), line);
        names.forEach((tag, name) -> say(iri.value(), RDFS + "label", Term.Literal.inLanguage(name, tag), line));
        if (names.isEmpty()) {
            Term label = language.isEmpty() ? Term.Literal.of(otherwise) : Term.Literal.inLanguage(otherwise, language);
            say(iri.value(), RDFS + "label", label, line);
        }
        say(iri.value(), RDFS + "isDefinedBy", new Term.Iri(vocabulary), line);
    }

    private void say(String subject, String property, Term object, long line) {
        graph.add(new Quad(new Term.Iri(subject), new Term.Iri(property), object), line);
    }
}
