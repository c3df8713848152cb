package fr.pleiade.sparql.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.pleiade.testing.Seed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.rowset.rw.RowSetWriterJSON;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonResultsTest {
    private static final Var X = Var.alloc("x");
    private static final Var Y = Var.alloc("y");
    private static final Context NOTHING = new Context();

    @BeforeAll
    static void register() {
        JenaSystem.init();
        JsonResults.register();
    }

    @Test
    void aTableHasAHeadAndALineForEachRow() {
        Node s = NodeFactory.createURI("http://e/s");
        assertThat(written(List.of(X, Y), row(s, NodeFactory.createLiteralString("é")), row(s, s)))
                .isEqualTo("""
                        {"head": {"vars": ["x", "y"]}, "results": {"bindings": [
                        {"x": {"type": "uri", "value": "http://e/s"}, "y": {"type": "literal", "value": "é"}},
                        {"x": {"type": "uri", "value": "http://e/s"}, "y": {"type": "uri", "value": "http://e/s"}}
                        ]}}
                        """);
    }

    @Test
    void aTableMayHaveNeitherRowsNorVariables() {
        assertThat(JSON.parse(written(List.of(X))))
                .isEqualTo(JSON.parse("{'head':{'vars':['x']}, 'results':{'bindings':[]}}".replace('\'', '"')));
        assertThat(JSON.parse(written(List.of(), BindingFactory.empty(), BindingFactory.empty())))
                .isEqualTo(JSON.parse("{'head':{'vars':[]},'results':{'bindings':[{},{}]}}".replace('\'', '"')));
    }

    @Test
    void aVariableWithoutAValueIsLeftOut() {
        Node s = NodeFactory.createURI("http://e/s");
        assertThat(JSON.parse(written(
                        List.of(X, Y),
                        BindingFactory.binding(Y, s),
                        BindingFactory.binding(X, s),
                        BindingFactory.empty())))
                .isEqualTo(JSON.parse("""
                        {"head": {"vars": ["x", "y"]}, "results": {"bindings": [
                          {"y": {"type": "uri", "value": "http://e/s"}},
                          {"x": {"type": "uri", "value": "http://e/s"}},
                          {}
                        ]}}
                        """));
    }

    @Test
    void aPlainTextHasNoDatatypeAndATextInALanguageItsTag() {
        assertThat(value(NodeFactory.createLiteralString("a"))).isEqualTo("{\"type\": \"literal\", \"value\": \"a\"}");
        assertThat(value(NodeFactory.createLiteralLang("a", "fr-BE")))
                .isEqualTo("{\"type\": \"literal\", \"xml:lang\": \"fr-BE\", \"value\": \"a\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "007, http://www.w3.org/2001/XMLSchema#integer",
        "true, http://www.w3.org/2001/XMLSchema#boolean",
        "not a date, http://www.w3.org/2001/XMLSchema#date",
        "POINT(2 48), http://www.opengis.net/ont/geosparql#wktLiteral",
        "<b>, http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML",
    })
    void aLiteralOfAnyOtherTypeHasItsFormAndItsDatatype(String form, String type) {
        Node literal =
                NodeFactory.createLiteralDT(form, TypeMapper.getInstance().getSafeTypeByName(type));
        assertThat(value(literal))
                .isEqualTo("{\"type\": \"literal\", \"datatype\": \"%s\", \"value\": \"%s\"}".formatted(type, form));
    }

    @Test
    void aBlankNodeHasOneLabelInTheWholeResult() {
        Node a = NodeFactory.createBlankNode();
        Node b = NodeFactory.createBlankNode();
        assertThat(written(List.of(X, Y), row(a, b), row(b, a))).contains("""
                        {"x": {"type": "bnode", "value": "b0"}, "y": {"type": "bnode", "value": "b1"}},
                        {"x": {"type": "bnode", "value": "b1"}, "y": {"type": "bnode", "value": "b0"}}
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "34, \\\"",
        "92, \\\\",
        "8, \\u0008",
        "12, \\u000c",
        "10, \\n",
        "13, \\r",
        "9, \\t",
        "0, \\u0000",
        "1, \\u0001",
        "31, \\u001f",
    })
    void whatJsonMustEscapeIsEscaped(int character, String escape) {
        assertThat(value(NodeFactory.createLiteralString("a" + (char) character + "b")))
                .isEqualTo("{\"type\": \"literal\", \"value\": \"a" + escape + "b\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "'",
                "<>&",
                "\u007f",
                "\u0080",
                "é",
                "\u07ff",
                "\u0800",
                "€",
                "\u2028",
                "\uffff",
                "😀",
                "𐀀",
                "\udbff\udfff"
            })
    void everythingElseIsItself(String text) {
        assertThat(value(NodeFactory.createLiteralString(text)))
                .isEqualTo("{\"type\": \"literal\", \"value\": \"" + text + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "a\ud83d", "\ude00\ud83d", "\ud83dé"})
    void halfAPairOfSurrogatesIsReplaced(String text) {
        String expected = text.replaceAll("[\ud800-\udfff]", "\ufffd");
        assertThat(value(NodeFactory.createLiteralString(text)))
                .isEqualTo("{\"type\": \"literal\", \"value\": \"" + expected + "\"}");
    }

    @Test
    void aTextMayBeLongerThanAnyBuffer() {
        for (int length : new int[] {1_023, 1_024, 1_025, 100_000}) {
            String text = "x".repeat(length - 1) + "😀" + "\u0001é".repeat(length);
            String json = "x".repeat(length - 1) + "😀" + "\\u0001é".repeat(length);
            assertThat(value(NodeFactory.createLiteralString(text)))
                    .isEqualTo("{\"type\": \"literal\", \"value\": \"" + json + "\"}");
        }
    }

    @Test
    void yesAndNo() {
        assertThat(yesOrNo(true)).isEqualTo("{\"head\": {}, \"boolean\": true}\n");
        assertThat(yesOrNo(false)).isEqualTo("{\"head\": {}, \"boolean\": false}\n");
    }

    @Test
    void aVariableMayHaveAnyNameThatSparqlAllows() {
        Var variable = Var.alloc("é_1·");
        assertThat(written(List.of(variable), BindingFactory.binding(variable, NodeFactory.createURI("http://e/"))))
                .contains("{\"vars\": [\"é_1·\"]}", "{\"é_1·\": {\"type\": \"uri\"");
    }

    @Test
    void whatItWritesIsWhatArqWrites() {
        long seed = Seed.VALUE;
        Random random = new Random(seed);
        List<Node> terms = terms(random);
        for (int round = 0; round < 50; round++) {
            List<Binding> rows = new ArrayList<>();
            for (int row = 0; row < random.nextInt(200); row++) {
                BindingBuilder binding = BindingFactory.builder();
                for (Var variable : List.of(X, Y)) {
                    if (random.nextInt(5) > 0) {
                        binding.add(variable, terms.get(random.nextInt(terms.size())));
                    }
                }
                rows.add(binding.build());
            }
            byte[] ours = bytes(List.of(X, Y), rows);
            assertThat(JsonMapper.shared().readTree(ours))
                    .as("seed %d", seed)
                    .isEqualTo(JsonMapper.shared().readTree(arq(rows)));
            RowSet back = RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
                    .create(ResultSetLang.RS_JSON)
                    .read(new ByteArrayInputStream(ours), NOTHING);
            assertThat(back.stream().count()).isEqualTo(rows.size());
        }
    }

    private static List<Node> terms(Random random) {
        List<Node> terms = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                int point = random.nextInt(random.nextBoolean() ? 0x100 : Character.MAX_CODE_POINT + 1);
                text.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? '"' : point);
            }
            String string = text.toString();
            terms.add(
                    switch (random.nextInt(5)) {
                        case 0 -> NodeFactory.createURI("http://e/" + i);
                        case 1 -> NodeFactory.createBlankNode();
                        case 2 -> NodeFactory.createLiteralLang(string, "fr");
                        case 3 ->
                            NodeFactory.createLiteralDT(
                                    string, TypeMapper.getInstance().getSafeTypeByName("http://e/type"));
                        default -> NodeFactory.createLiteralString(string);
                    });
        }
        return terms;
    }

    @Test
    void aResultThatBreaksOffIsNotAWholeDocument() {
        Iterator<Binding> rows = new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Binding next() {
                if (given++ == 1_000) {
                    throw new QueryCancelledException();
                }
                return BindingFactory.binding(X, NodeFactory.createURI("http://e/" + given));
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatExceptionOfType(QueryCancelledException.class)
                .isThrownBy(() -> writer().write(out, RowSetStream.create(List.of(X), rows), NOTHING));
        assertThat(out.size()).as("rows are sent as they come").isPositive();
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("]}}");
    }

    @Test
    void aClientThatIsGoneIsTold() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> writer().write(gone, rows(List.of(X), List.of()), NOTHING));
    }

    private static String value(Node node) {
        String written = written(List.of(X), BindingFactory.binding(X, node));
        String row = written.substring(written.indexOf("[\n") + 2, written.lastIndexOf("\n]}}"));
        assertThat(row).startsWith("{\"x\": ").endsWith("}");
        return row.substring("{\"x\": ".length(), row.length() - 1);
    }

    private static Binding row(Node x, Node y) {
        return BindingFactory.binding(X, x, Y, y);
    }

    private static String written(List<Var> variables, Binding... rows) {
        return new String(bytes(variables, List.of(rows)), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(List<Var> variables, List<Binding> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer().write(out, rows(variables, rows), NOTHING);
        return out.toByteArray();
    }

    private static String yesOrNo(boolean answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer().write(out, answer, NOTHING);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] arq(List<Binding> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowSetWriterJSON.factory.create(ResultSetLang.RS_JSON).write(out, rows(List.of(X, Y), rows), NOTHING);
        return out.toByteArray();
    }

    private static RowSet rows(List<Var> variables, List<Binding> rows) {
        return RowSetStream.create(variables, rows.iterator());
    }

    private static RowSetWriter writer() {
        return RowSetWriterRegistry.getFactory(ResultSetLang.RS_JSON).create(ResultSetLang.RS_JSON);
    }
}
