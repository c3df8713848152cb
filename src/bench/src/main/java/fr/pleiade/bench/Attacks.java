package fr.pleiade.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What took an earlier server down, or held it up, with as many connections and bytes as it took then; and what lies near. */
final class Attacks {
    /** A description of what has a label of two million characters; see {@link SiegeBenchmark}. */
    static final String LONG_LABEL = "/doc/evil/e.html";

    private static final int PATIENCE_MILLIS = 120_000;
    private static final long SLOW_BYTE_NANOS = 9_500_000_000L;
    private static final long A_WHILE_NANOS = 10_000_000_000L;
    private static final int PIPELINED = 400;
    private static final String MANY_AS = "a".repeat(29_000);
    private static final String CATASTROPHE = "\"^(([a-z]+)*)*\\\\2\\\\1Z\"";
    private static final String GRAPH = "/data?graph=" + encoded(SiegeBenchmark.BASE + "dataset/communes");
    private static final String PRODUCT =
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d) } #";

    private Attacks() {}

    /** {@return all, in the order in which they are waged} */
    static List<Attack> all() {
        List<Attack> all = new ArrayList<>();
        queries(all);
        requests(all);
        readers(all);
        return all;
    }

    private static void queries(List<Attack> all) {
        String constant = "SELECT (REGEX(\"" + "x".repeat(32) + "!\", " + CATASTROPHE + ") AS ?y) {} #";
        all.add(query("1 constant regex while it is checked", 205, 1, 10_000, constant));
        String call = "SELECT (<%s>(120000) AS ?w) {} #";
        String[] waits = {
            call.formatted("http://jena.apache.org/ARQ/function#wait"),
            call.formatted("java:org.apache.jena.sparql.function.library.wait")
        };
        all.add(query("5 sleeps", 8, 2, PATIENCE_MILLIS, waits));
        all.add(new Attack(
                "6 queries of one client behind the proxy",
                75,
                1,
                PATIENCE_MILLIS,
                (connection, number) -> ask(connection, PRODUCT + number, "X-Forwarded-For: 192.0.2.66")));
        String rows = "SELECT ?s { ?s ?p ?o FILTER(REGEX(CONCAT(STR(RAND()*0), \"" + "x".repeat(40) + "!\"), "
                + CATASTROPHE.replace("^", "") + ")) } #";
        all.add(query("9 regex over rows, client leaves after 3 s", 4, 1, 3_000, rows));
        StringBuilder squares = new StringBuilder("SELECT * { BIND(99999999999999999 AS ?a0)");
        for (int i = 0; i < 26; i++) {
            squares.append(" BIND(?a%1$d*?a%1$d AS ?a%2$d)".formatted(i, i + 1));
        }
        all.add(query("9 squares of squares, client leaves after 3 s", 4, 1, 3_000, squares + " } #"));
        StringBuilder texts = new StringBuilder("SELECT * { ?s ?p ?t0");
        for (int i = 0; i < 13; i++) {
            texts.append(
                    " BIND(CONCAT(STR(?t%1$d), STR(?t%1$d), STR(?t%1$d), STR(?t%1$d)) AS ?t%2$d)".formatted(i, i + 1));
        }
        String formatted = "SELECT (<http://jena.apache.org/ARQ/function#sprintf>(\"%300000000d\", 1) AS ?x) {} #";
        all.add(query("28 texts of texts", 4, 1, PATIENCE_MILLIS, texts + " } #", formatted));
        all.add(query(
                "21, 24 functions in disguise",
                4,
                1,
                PATIENCE_MILLIS,
                "SELECT (<http://jena.apache.org/ARQ/function#print>(\"INJECTED\") AS ?x) {} #",
                "SELECT (<http://jena.apache.org/ARQ/function#struuid>() AS ?x) {} #",
                "SELECT (RAND #c\n() AS ?x) {} #"));
        all.add(query("27 products, client leaves after 3 s", 4, 1, 3_000, PRODUCT));
    }

    private static void requests(List<Attack> all) {
        all.add(new Attack("2 bodies of a byte in 9.5 s", 215, 1, PATIENCE_MILLIS, Attacks::slowBody));
        all.add(new Attack("2 the same of 16 clients", 215, 16, PATIENCE_MILLIS, Attacks::slowBody));
        all.add(new Attack(
                "3 keys of 29 kB for kept answers",
                1,
                1,
                PATIENCE_MILLIS,
                (connection, number) -> get(
                        connection, "/vocab.ttl", "Accept: text/turtle, x/" + MANY_AS + number, "If-None-Match: *")));
        String graphs =
                ("&default-graph-uri=" + encoded(SiegeBenchmark.BASE + "dataset/collectivites-outremer")).repeat(990);
        all.add(new Attack("4 keys of 990 graphs", 1, 1, PATIENCE_MILLIS, (connection, number) -> {
            String form = "query=" + encoded("ASK{}#" + number) + graphs;
            connection.send(
                    "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                            + "Content-Length: " + form.length() + "\r\n\r\n" + form);
            return connection.answer();
        }));
        all.add(getting("19 label of 2 MB", 2, 1, number -> LONG_LABEL));
        all.add(getting("20 paths of two slashes", 2, 1, number -> "//evil.example/x" + number));
    }

    private static void readers(List<Attack> all) {
        all.add(new Attack("7 graphs read at 125 kB/s", 8, 2, PATIENCE_MILLIS, (connection, number) -> {
            connection.send(HttpLoad.get(GRAPH, "Accept: application/n-triples"));
            Stranger.Head head = connection.head();
            connection.body(head, Stranger.at(125_000, (bytes, count) -> {}));
            return head;
        }));
        String[] nTriples = {"Accept: application/n-triples"};
        String[] jsonLd = {"Accept: application/ld+json"};
        all.add(stalled("7 graphs not read, one client", 100, 1, 1, "/data?default", nTriples));
        String construct = "/sparql?query=" + encoded("CONSTRUCT WHERE { ?s ?p ?o }");
        all.add(stalled("7 query answers not read, one client", 100, 1, 1, construct, nTriples));
        all.add(stalled("7 pages not read, one client", 100, 1, PIPELINED, "/catalog.html"));
        all.add(stalled("7 pages not read, two clients", 200, 2, PIPELINED, "/catalog.html"));
        all.add(stalled("7 pages not read, eight clients", 400, 8, PIPELINED, "/catalog.html"));
        all.add(stalled("7 downloads not read, four clients", 400, 4, 1, "/dump/all.nq"));
        all.add(new Attack(
                "8 everything as JSON-LD, 8 at once",
                8,
                1,
                PATIENCE_MILLIS,
                (connection, number) -> get(connection, "/data?default", jsonLd)));
        all.add(stalled("8 JSON-LD not read, 16 clients", 128, 16, 1, "/data?default", jsonLd));
        List<String> dumps = SlowDownloads.dumps(List.of("all", "communes"));
        all.add(getting("10 downloads in all syntaxes", 36, 1, number -> dumps.get((int) (number % dumps.size()))));
    }

    @FunctionalInterface
    private interface Path {
        String of(long number);
    }

    private static Attack getting(String name, int connections, int clients, Path path) {
        return new Attack(
                name, connections, clients, PATIENCE_MILLIS, (connection, number) -> get(connection, path.of(number)));
    }

    private static Attack query(String name, int connections, int clients, int patienceMillis, String... queries) {
        return new Attack(
                name,
                connections,
                clients,
                patienceMillis,
                (connection, number) -> ask(connection, queries[(int) (number % queries.length)] + number));
    }

    /** Asks so often in one go, and reads nothing for a while. */
    private static Attack stalled(
            String name, int connections, int clients, int times, String path, String... headers) {
        return new Attack(name, connections, clients, PATIENCE_MILLIS, (connection, number) -> {
            connection.send(HttpLoad.get(path, headers).repeat(times));
            Stranger.Head head = connection.head();
            if (head.status() < 400) {
                LockSupport.parkNanos(A_WHILE_NANOS);
            }
            for (int i = 0; i < times; i++) {
                connection.body(head, (bytes, count) -> {});
                if (i < times - 1 && !head.isLast()) {
                    head = connection.head();
                }
            }
            return head;
        });
    }

    private static Stranger.Head ask(Stranger connection, String query, String... headers) throws IOException {
        return get(connection, "/sparql?query=" + encoded(query), headers);
    }

    private static Stranger.Head get(Stranger connection, String path, String... headers) throws IOException {
        connection.send(HttpLoad.get(path, headers));
        return connection.answer();
    }

    private static Stranger.Head slowBody(Stranger connection, long number) throws IOException {
        connection.send("POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
                + "Content-Length: 100000\r\n\r\n");
        while (!connection.isAnswered()) {
            connection.send("A");
            long end = System.nanoTime() + SLOW_BYTE_NANOS;
            while (!connection.isAnswered() && System.nanoTime() < end) {
                LockSupport.parkNanos(100_000_000);
                if (Thread.currentThread().isInterrupted()) {
                    throw new IOException("the attack is over");
                }
            }
        }
        return connection.answer();
    }

    /** Does nothing: a row to compare the others with. */
    static Stranger.Head rest(Stranger connection, long number) throws IOException {
        LockSupport.parkNanos(A_WHILE_NANOS);
        throw new IOException("nothing was asked");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
