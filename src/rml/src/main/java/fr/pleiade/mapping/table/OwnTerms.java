package fr.pleiade.mapping.table;

import static fr.pleiade.rdf.Vocabulary.CUBE;
import static fr.pleiade.rdf.Vocabulary.OWL;
import static fr.pleiade.rdf.Vocabulary.QB;
import static fr.pleiade.rdf.Vocabulary.QUDT;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.SKOS;

import fr.pleiade.mapping.translation.TermRule;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Declares the terms of a dataset that no vocabulary has: its properties are called after their columns. */
public final class OwnTerms {
    private final String vocabulary;
    private final InMemoryGraph graph = new InMemoryGraph();

    /** What a property is in a cube, in the words of its vocabulary. */
    private enum Component {
        DIMENSION("dimension", "DimensionProperty"),
        MEASURE("measure", "MeasureProperty"),
        ATTRIBUTE("attribute", "AttributeProperty");

        private final String property;
        private final String type;

        Component(String property, String type) {
            this.property = property;
            this.type = type;
        }
    }

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
            table.wide().forEach(wide -> {
                wide.all().forEach(this::column);
                wide.cube().forEach(cube -> structure(cube, divided(cube, wide), wide.measure()));
            });
            table.counts().forEach(this::count);
        }
        if (graph.size() > 0) {
            say(vocabulary, Vocabulary.TYPE.value(), new Term.Iri(OWL + "Ontology"), line);
            titles.forEach(title -> say(vocabulary, Vocabulary.DCT + "title", title, line));
        }
        return graph;
    }

    private void column(ColumnRule column) {
        boolean isThing = isThing(column);
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

    /** {@return the dimensions of a cube: columns of the row, then parts of the header} */
    private static List<ColumnRule> divided(CubeRule cube, WideRule wide) {
        List<ColumnRule> dimensions = new ArrayList<>(cube.dimensions());
        wide.parts().forEach((name, part) -> {
            if (!wide.fixed().containsKey(name)) {
                dimensions.add(part);
            }
        });
        return dimensions;
    }

    /** Says what a cube is made of that counts rows, and what it counts. */
    private void count(CountRule count) {
        CubeRule cube = count.cube();
        column(count.measure());
        structure(cube, cube.dimensions(), count.measure());
        String dataSet = cube.dataSet().text();
        say(dataSet, CUBE + "counts", new Term.Iri(count.counted().text()), cube.line());
        count.share().forEach(of -> say(dataSet, CUBE + "shareOf", new Term.Iri(of.text()), cube.line()));
    }

    /** Says what a cube is made of; several lines may be of one cube, whose parts are then all its dimensions. */
    private void structure(CubeRule cube, List<ColumnRule> dimensions, ColumnRule measure) {
        long line = cube.line();
        String structure = cube.structure().text();
        dataSet(cube.dataSet().text(), structure, cube.names(), line);
        for (CubeRule.Apart apart : cube.apart()) {
            dataSet(apart.dataSet().text(), structure, apart.names(), line);
            say(
                    apart.dataSet().text(),
                    CUBE + "countedIn",
                    new Term.Iri(cube.dataSet().text()),
                    line);
        }
        cube.sums().forEach(sum -> say(sum.dataSet().text(), CUBE + sum.property(), new Term.Iri(sum.value()), line));
        say(structure, Vocabulary.TYPE.value(), new Term.Iri(QB + "DataStructureDefinition"), line);
        say(structure, RDFS + "isDefinedBy", new Term.Iri(vocabulary), line);
        int place = 0;
        for (ColumnRule dimension : dimensions) {
            component(cube, dimension, Component.DIMENSION, ++place);
        }
        component(cube, measure, Component.MEASURE, ++place);
        for (ColumnRule attribute : cube.attributes()) {
            component(cube, attribute, Component.ATTRIBUTE, ++place);
        }
        for (ColumnRule status : cube.status()) {
            component(cube, status, Component.ATTRIBUTE, ++place);
        }
        if (!cube.apart().isEmpty()) {
            part(structure, CUBE + "countedIn", Component.ATTRIBUTE, ++place, line);
        }
    }

    private void dataSet(String dataSet, String structure, Map<String, String> names, long line) {
        say(dataSet, Vocabulary.TYPE.value(), new Term.Iri(QB + "DataSet"), line);
        say(dataSet, QB + "structure", new Term.Iri(structure), line);
        names.forEach((tag, name) -> say(dataSet, RDFS + "label", Term.Literal.inLanguage(name, tag), line));
    }

    /** A component is a part of the structure; what its property is, is said of this dataset's own alone. */
    private void component(CubeRule cube, ColumnRule column, Component kind, int place) {
        for (UrlTemplate property : column.properties().stream().limit(1).toList()) {
            long line = column.line();
            String iri = property.text();
            part(cube.structure().text(), iri, kind, place, line);
            if (!isOwn(property)) {
                continue;
            }
            CubeRule.Meaning meaning = cube.meaning(column);
            say(iri, Vocabulary.TYPE.value(), new Term.Iri(QB + kind.type), line);
            if (!meaning.codes().isEmpty()) {
                say(iri, Vocabulary.TYPE.value(), new Term.Iri(QB + "CodedProperty"), line);
                say(iri, QB + "codeList", new Term.Iri(meaning.codes()), line);
                say(iri, RDFS + "range", new Term.Iri(SKOS + "Concept"), line);
            } else if (kind == Component.DIMENSION) {
                say(iri, RDFS + "range", new Term.Iri(range(column)), line);
            }
            if (!meaning.concept().isEmpty()) {
                say(iri, QB + "concept", new Term.Iri(meaning.concept()), line);
            }
            if (!meaning.scale().isEmpty()) {
                say(iri, QUDT + "scaleType", new Term.Iri(QUDT + meaning.scale()), line);
            }
        }
    }

    private void part(String structure, String property, Component kind, int place, long line) {
        String part = structure + "-" + LocalName.of(Vocabulary.localName(property));
        say(structure, QB + "component", new Term.Iri(part), line);
        say(part, Vocabulary.TYPE.value(), new Term.Iri(QB + "ComponentSpecification"), line);
        say(part, QB + kind.property, new Term.Iri(property), line);
        if (graph.object(new Term.Iri(part), QB + "order").isEmpty()) {
            say(part, QB + "order", Term.Literal.typed(String.valueOf(place), Vocabulary.XSD + "integer"), line);
        }
    }

    /** {@return what the values of a column are, also where its term need not say it} */
    private static String range(ColumnRule column) {
        if (isThing(column)) {
            return RDFS + "Resource";
        }
        String range = column.cell().type().range();
        return !range.isEmpty()
                ? range
                : column.cell().language().isEmpty() ? Vocabulary.XSD + "string" : Vocabulary.RDF + "langString";
    }

    private static boolean isThing(ColumnRule column) {
        return !column.valueUrl().isEmpty() || column.cell().type().kind() == TermRule.Kind.IRI;
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
