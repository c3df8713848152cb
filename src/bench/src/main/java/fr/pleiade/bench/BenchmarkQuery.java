package fr.pleiade.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.exec.RowSet;

/**
 * A query of the benchmark, asked over HTTP each time in a text of its own, so that no cache has its answer.
 *
 * @param name what it stands for
 * @param text the query, with prefixes
 */
record BenchmarkQuery(String name, String text) {
    private static final String FILE = "queries.rq";
    private static final int VALUES = 500;
    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final String PREFIXES = """
            PREFIX v: <http://localhost:8080/vocab/bench#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#>
            """;

    /** {@return the sixty} */
    static List<BenchmarkQuery> all() throws IOException {
        try (InputStream in = BenchmarkQuery.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + FILE + " is missing");
            }
            List<BenchmarkQuery> queries = new ArrayList<>();
            String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^### ");
            for (String part : List.of(parts).subList(1, parts.length)) {
                int end = part.indexOf('\n');
                String text = part.substring(end + 1)
                        .strip()
                        .replace("<B/", "<" + QuerySite.BASE)
                        .replace("{communes}", QuerySite.communes(VALUES));
                queries.add(new BenchmarkQuery(part.substring(0, end).strip(), PREFIXES + text));
            }
            return queries;
        }
    }

    private boolean isGraph() {
        return text.contains("CONSTRUCT") || text.contains("DESCRIBE");
    }

    /** Asks once. */
    byte[] ask(HttpClient client, URI endpoint) throws IOException, InterruptedException {
        String unheardOf = text + "\n# " + NUMBERS.incrementAndGet();
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Accept", isGraph() ? "application/n-triples" : "application/sparql-results+json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "query=" + URLEncoder.encode(unheardOf, StandardCharsets.UTF_8)))
                .build();
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("%s: %d %s"
                    .formatted(name, response.statusCode(), new String(response.body(), StandardCharsets.UTF_8)));
        }
        return response.body();
    }

    /** {@return whether two answers say the same: rows in any order, unless the query has one} */
    boolean isSame(byte[] one, byte[] other) {
        if (isGraph()) {
            return RDFParser.create()
                    .source(new ByteArrayInputStream(one))
                    .lang(Lang.NTRIPLES)
                    .toGraph()
                    .isIsomorphicWith(RDFParser.create()
                            .source(new ByteArrayInputStream(other))
                            .lang(Lang.NTRIPLES)
                            .toGraph());
        }
        if (text.contains("ASK {")) {
            return yes(one) == yes(other);
        }
        return rows(one).equals(rows(other));
    }

    private static boolean yes(byte[] answer) {
        return ResultSetMgr.readBoolean(new ByteArrayInputStream(answer), ResultSetLang.RS_JSON);
    }

    private List<String> rows(byte[] answer) {
        RowSet rows =
                RowSet.adapt(ResultSetMgr.read(new ByteArrayInputStream(answer), ResultSetLang.RS_JSON));
        List<String> texts = new ArrayList<>();
        rows.forEachRemaining(row -> {
            TreeSet<String> values = new TreeSet<>();
            row.forEach((variable, value) -> values.add(variable + "=" + value));
            texts.add(values.toString());
        });
        boolean inOrder = text.lastIndexOf("ORDER BY") > text.lastIndexOf('}');
        if (!inOrder) {
            texts.sort(null);
        }
        texts.add(rows.getResultVars().toString());
        return texts;
    }
}
