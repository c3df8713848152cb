package fr.pleiade.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.store.Fixture;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that would run for hours, each of another kind: none outlives its limit, and none leaves a thread at work. */
class RunawayQueriesTest {
    private static final String ALL = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ";

    /** In each place of it an endless regular expression over a text that does not match it. */
    private static final String ENDLESS =
            "REGEX(CONCAT(STR(?c), 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx!'), '(([a-z]+)*)*\\\\2\\\\1Z')";

    @TempDir
    static Path folder;

    private static LocalServer server;

    @BeforeAll
    static void serve() throws Exception {
        server = LocalServer.over(Fixture.schools(500, "a") + ring(400), folder, LocalServer.impatient(folder));
    }

    /** {@return things in a circle, each of which leads to the three next} */
    private static String ring(int n) {
        return IntStream.range(0, 3 * n)
                .mapToObj(i -> "<urn:n:%d> <urn:next> <urn:n:%d> <%s> .\n"
                        .formatted(i / 3, (i / 3 + 1 + i % 3) % n, Fixture.SCHOOLS))
                .collect(Collectors.joining());
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // joins of all with all
                "SELECT (COUNT(*) AS ?n) { " + ALL + "}",
                "ASK { " + ALL + "FILTER(?a = ?nothing) }",
                "SELECT * { " + ALL + "FILTER(?a = ?nothing) }",
                "SELECT * { { SELECT * { ?a ?b ?c } } { SELECT * { ?d ?e ?f } } { SELECT * { ?g ?h ?i } } FILTER(!BOUND(?i)) }",
                "SELECT * { ?a ?b ?c OPTIONAL { ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?l = ?nothing) } }",
                "SELECT * { ?a ?b ?c MINUS { ?a ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?l = ?nothing) } }",
                "SELECT * { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?l = ?c + 1) } }",
                // what keeps rows
                "SELECT * { " + ALL + "} ORDER BY ?l",
                "SELECT * { " + ALL + "} ORDER BY ?l LIMIT 5",
                "SELECT DISTINCT ?b { " + ALL + "}",
                "SELECT ?b (COUNT(DISTINCT ?h) AS ?n) { " + ALL + "} GROUP BY ?b",
                "SELECT (MAX(CONCAT(STR(?a), STR(?l))) AS ?n) { " + ALL + "}",
                // paths
                "SELECT (COUNT(*) AS ?n) { ?x (<urn:next>|!<urn:next>)* ?y . ?y <urn:next>* ?z . ?z <urn:next>+ ?w }",
                "ASK { <urn:n:1> ((((<urn:next>/<urn:next>)/(<urn:next>/<urn:next>))/((<urn:next>/<urn:next>)/(<urn:next>/<urn:next>)))"
                        + "/(((<urn:next>/<urn:next>)/(<urn:next>/<urn:next>))/((<urn:next>/<urn:next>)/(<urn:next>/<urn:next>))))* ?y }",
                // regular expressions
                "SELECT (REGEX('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx!', '^(([a-z]+)*)*\\\\2\\\\1Z') AS ?y) {}",
                "ASK { FILTER(REGEX('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx!', '^((x|xx)+)+\\\\1\\\\2y')) }",
                "SELECT (REPLACE('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx!', '^((x|xx)+)+\\\\1\\\\2y', 'y') AS ?y) {}",
                "SELECT * { ?a ?b ?c FILTER " + ENDLESS + " }",
                "SELECT * { ?a ?b ?c BIND(" + ENDLESS + " AS ?y) }",
                "SELECT * { ?a ?b ?c } ORDER BY " + ENDLESS,
                "SELECT (SAMPLE(" + ENDLESS + ") AS ?y) { ?a ?b ?c }",
                "SELECT ?k (COUNT(*) AS ?n) { ?a ?b ?c } GROUP BY (" + ENDLESS + " AS ?k)",
                "SELECT ?b { ?a ?b ?c } GROUP BY ?b HAVING (MAX(" + ENDLESS + "))",
                "SELECT * { ?a ?b ?c OPTIONAL { ?d ?e ?f FILTER " + ENDLESS + " } }",
                "SELECT * { ?a ?b ?c FILTER NOT EXISTS { ?a ?e ?c FILTER " + ENDLESS + " } }",
                "SELECT * { { SELECT * { ?a ?b ?c FILTER " + ENDLESS + " } } }",
                "SELECT * { GRAPH ?g { ?a ?b ?c FILTER " + ENDLESS + " } }",
                "SELECT (IF(" + ENDLESS + ", 1, COALESCE(" + ENDLESS + ")) AS ?y) { ?a ?b ?c }",
                "SELECT (REPLACE(CONCAT(STR(?c), 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx!'), '((x|xx)+)+\\\\1\\\\2y', '') AS ?y) { ?a ?b ?c }",
                // graphs
                "CONSTRUCT { ?a ?h ?l } WHERE { " + ALL + "}",
                "DESCRIBE ?a { " + ALL + "}",
                "CONSTRUCT { ?a ?b ?y } WHERE { ?a ?b ?c BIND(" + ENDLESS + " AS ?y) }",
            })
    void aQueryThatTakesTooLongIsStopped(String query) throws Exception {
        HttpResponse<String> answer = server.post("/sparql", "application/sparql-query", query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThatServerThreadsComeToRest();
    }

    @Test
    void aClockThatWaitsForOneQueryStopsTheOthers() throws Exception {
        String planned = "SELECT (REGEX('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx!', '(([a-z]+)*)*\\\\2\\\\1Z') AS ?y) { "
                + ALL + "}";
        assertThat(server.query(planned, "text/csv").statusCode()).isEqualTo(503);
        assertThat(server.query("SELECT (COUNT(*) AS ?n) { " + ALL + "}", "text/csv")
                        .statusCode())
                .isEqualTo(503);
        assertThatServerThreadsComeToRest();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?a ?b ?c } LIMIT 3",
                "SELECT ?b (COUNT(*) AS ?n) { ?a ?b ?c } GROUP BY ?b ORDER BY ?n",
                "SELECT DISTINCT ?b { ?a ?b ?c } ORDER BY ?b",
                "ASK { <urn:n:1> <urn:next>+ <urn:n:1> }",
                "SELECT (GROUP_CONCAT(STR(?c)) AS ?t) { ?a ?b ?c }",
                "DESCRIBE <urn:n:1>",
                "CONSTRUCT WHERE { <urn:n:1> ?p ?o }"
            })
    void anHonestQueryIsAnswered(String query) throws Exception {
        HttpResponse<String> answer = server.post("/sparql", "application/sparql-query", query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void assertThatServerThreadsComeToRest() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        long used;
        do {
            long before = cpuNanosOfServerThreads();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            used = cpuNanosOfServerThreads() - before;
        } while (used > TimeUnit.MILLISECONDS.toNanos(10) && System.nanoTime() < deadline);
        assertThat(used).as("CPU time of the server's threads in 50 ms").isLessThan(TimeUnit.MILLISECONDS.toNanos(10));
    }

    private static long cpuNanosOfServerThreads() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null
                    && (thread.getThreadName().contains("-exec-")
                            || thread.getThreadName().startsWith("query-"))) {
                nanos += Math.max(threads.getThreadCpuTime(thread.getThreadId()), 0);
            }
        }
        return nanos;
    }
}
