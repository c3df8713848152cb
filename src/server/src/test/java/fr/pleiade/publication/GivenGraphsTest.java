package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.pleiade.quads.Coding;
import fr.pleiade.quads.Sha256;
import fr.pleiade.release.PublicationException;
import fr.pleiade.release.Release;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Graphs that were made elsewhere are taken as if they had been made here, or refused in one sentence. */
class GivenGraphsTest {
    @TempDir
    static Path folder;

    /** The site whose graphs are made here. */
    private static Release here;

    /** Another, of the same mappings, that takes them. */
    private static SmallSite there;

    private static List<String> towns;
    private static List<String> schools;

    @TempDir
    private Path graphs;

    @BeforeAll
    static void publish() throws IOException {
        SmallSite site = new SmallSite(folder.resolve("here"));
        site.publish();
        here = site.current();
        towns = Files.readAllLines(here.graphFile("towns"));
        schools = Files.readAllLines(here.graphFile("schools")).stream()
                .filter(line -> !line.contains("<http://e/inTown>"))
                .toList();
        there = new SmallSite(folder.resolve("there"));
        there.publish();
    }

    @BeforeEach
    void writeParts() throws IOException {
        part("towns/part-00000.nq", towns.subList(0, 2));
        part("towns/part-00001.nq", towns.subList(2, towns.size()));
        list("towns", "part-00000.nq", "part-00001.nq");
    }

    @Test
    void theyAreLinkedCheckedAndPublishedAsIfTheyHadBeenMadeHere() throws IOException {
        part("schools.nq", schools);
        Files.writeString(
                graphs.resolve("SHA256SUMS"),
                Sha256.of(graphs.resolve("schools.nq")) + " *./schools.nq\n" + mappingDigest("schools")
                        + "  schools/mapping.ttl\n");
        SmallSite site = new SmallSite(folder.resolve("taking"));
        site.remove("sources/towns.csv");
        site.remove("sources/schools.csv");
        PublishReport report = site.publish(PublishOptions.USUAL.takingGraphs(graphs.toUri()));
        assertThat(report.outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        Release release = site.current();
        for (String slug : List.of("towns", "schools", "vocab")) {
            assertThat(release.graphFile(slug)).as(slug).hasSameBinaryContentAs(here.graphFile(slug));
        }
        assertThat(report.links().get("schools"))
                .isEqualTo(here.manifest().links().get("schools"));
        assertThat(release.findings("schools")).hasSameSizeAs(here.findings("schools"));
        assertThat(release.manifest().inputs())
                .extracting("name")
                .contains("towns/part-00000.nq", "towns/part-00001.nq", "schools.nq")
                .doesNotContain("towns.csv");
        assertThat(release.audits().get("towns").toString()).contains("on another machine");

        PublishReport again = site.publish(PublishOptions.USUAL.takingGraphs(graphs.toUri()));
        assertThat(again.outcome()).isEqualTo(PublishReport.Outcome.UNCHANGED);
    }

    @Test
    void whatTheMappingToldOfTheRowsIsTakenToo() throws IOException {
        Files.writeString(graphs.resolve("towns/report.json"), "{\n  \"rows\": 2,\n  \"findings\": 1\n}\n");
        Path findings =
                Files.createDirectories(graphs.resolve("towns/findings")).resolve("part-00000.csv");
        String header = "rule,severity,file,line,column,value,problem_en,problem_fr,remedy_en,remedy_fr\r\n";
        Files.writeString(
                findings,
                header
                        + "datatype,WARNING,towns.csv,3,code,\"3,5\",it is no code,ce n'est pas un code,mend it,corrigez\r\n");
        PublishReport report = rehearse();
        assertThat(report.graphs())
                .filteredOn(graph -> graph.slug().equals("towns"))
                .singleElement()
                .extracting("rows")
                .isEqualTo(2L);
        assertThat(report.verdict().groups().toString()).contains("it is no code", "towns.csv", "3,5");
        Files.writeString(findings, "<!DOCTYPE html>\n");
        refused("findings/part-00000.csv: it is no file of findings");
        Files.writeString(findings, header + "datatype,terrible,towns.csv,3,code,x,a,b,c,d\r\n");
        refused("findings/part-00000.csv: it is no file of findings");
    }

    @Test
    void packedPartsAreRead() throws IOException {
        for (Coding coding : Coding.values()) {
            pack("towns/part-00000.nq", coding);
        }
        Files.delete(graphs.resolve("towns/part-00000.nq"));
        for (Coding coding : Coding.values()) {
            String name = "part-00000.nq" + coding.suffix();
            list("towns", name, "part-00001.nq");
            Coding other = Coding.values()[1 - coding.ordinal()];
            Files.move(
                    graphs.resolve("towns/part-00000.nq" + other.suffix()), graphs.resolve("aside" + other.suffix()));
            assertThat(rehearse().graphs().toString())
                    .contains(here.graph("towns").orElseThrow().sha256());
            Files.move(
                    graphs.resolve("aside" + other.suffix()), graphs.resolve("towns/part-00000.nq" + other.suffix()));
        }
    }

    @Test
    void theyAreHadFromTheWebOneByOne() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/out/", exchange -> {
            Path file = graphs.resolve(exchange.getRequestURI().getPath().substring("/out/".length()));
            if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
            } else if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", String.valueOf(Files.size(file)));
                exchange.sendResponseHeaders(200, -1);
            } else {
                exchange.sendResponseHeaders(200, Files.size(file));
                try (OutputStream out = exchange.getResponseBody()) {
                    Files.copy(file, out);
                }
            }
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/out");
            assertThat(rehearse(address).graphs().toString())
                    .contains(here.graph("towns").orElseThrow().sha256());
            Files.delete(graphs.resolve("towns/part-00001.nq"));
            refused(address, address + "/towns/part-00001.nq: the list of digests names it, but it is missing");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aPartThatIsMissingIsRefused() throws IOException {
        Files.delete(graphs.resolve("towns/part-00000.nq"));
        refused("towns/part-00000.nq: the list of digests names it, but it is missing; copy all parts");
        part("towns/part-00002.nq", List.of());
        list("towns", "part-00001.nq", "part-00002.nq");
        part("towns/part-00003.nq", List.of());
        list("towns", "part-00001.nq", "part-00003.nq");
        Files.delete(graphs.resolve("towns/part-00002.nq"));
        refused("part 2 is missing between the others");
    }

    @Test
    void aPartThatIsThereTwiceIsRefused() throws IOException {
        list("towns", "part-00000.nq", "part-00001.nq", "part-00001.nq");
        refused("towns/SHA256SUMS:3: it names 'part-00001.nq' twice");
        part("towns/part-00002.nq", towns.subList(2, towns.size()));
        list("towns", "part-00000.nq", "part-00001.nq", "part-00002.nq");
        refused("towns/part-00002.nq: it is the same part as towns/part-00001.nq");
        part("towns/part-00002.nq", List.of(towns.get(towns.size() - 1)));
        list("towns", "part-00000.nq", "part-00001.nq", "part-00002.nq");
        refused("towns/part-00002.nq:1: it is there twice: <http");
    }

    @Test
    void aPartThatNoListNamesIsRefused() throws IOException {
        part("towns/part-00002.nq", List.of(towns.get(0)));
        refused("towns/part-00002.nq: no list of digests (SHA256SUMS) names it");
    }

    @Test
    void partsThatAreNotSortedAreRefused() throws IOException {
        list("towns", "part-00001.nq", "part-00000.nq");
        refused("towns/part-00000.nq:1: it is not in the order of its bytes: it comes after <http");
        List<String> turned = new ArrayList<>(towns);
        Collections.swap(turned, 1, 2);
        part("towns/part-00000.nq", turned);
        Files.delete(graphs.resolve("towns/part-00001.nq"));
        list("towns", "part-00000.nq");
        refused("towns/part-00000.nq:3: it is not in the order");
    }

    @Test
    void partsOfAnotherMappingAreRefused() throws IOException {
        Path list = graphs.resolve("towns/SHA256SUMS");
        String good = Files.readString(list);
        Files.writeString(list, good.replace(mappingDigest("towns"), mappingDigest("schools")));
        refused("the parts of 'towns' were made by another mapping: the SHA-256 of towns/mapping.ttl is");
        Files.writeString(list, good.replaceAll(".*mapping.ttl\n", ""));
        refused("it does not say by which mapping the parts of 'towns' were made; add the digest of towns/mapping.ttl");
        part("towns/part-00000.nq", schools);
        list("towns", "part-00000.nq", "part-00001.nq");
        refused("towns/part-00000.nq:1: it is no quad of the graph <http://localhost:8080/dataset/towns>");
    }

    @Test
    void aPartThatWasAlteredIsRefused() throws IOException {
        Path part = graphs.resolve("towns/part-00001.nq");
        byte[] bytes = Files.readAllBytes(part);
        bytes[bytes.length / 2] ^= 1;
        Files.write(part, bytes);
        refused("towns/part-00001.nq: it was altered, or is not whole: its SHA-256 is");
        Files.writeString(part, towns.get(2).substring(0, 20));
        refused("towns/part-00001.nq: it was altered, or is not whole");
        Files.writeString(part, "<!DOCTYPE html>");
        refused("towns/part-00001.nq: it was altered, or is not whole");
    }

    @Test
    void aPackedPartThatWasCutOffIsRefused() throws IOException {
        pack("towns/part-00000.nq", Coding.GZIP);
        Files.delete(graphs.resolve("towns/part-00000.nq"));
        Path packed = graphs.resolve("towns/part-00000.nq" + Coding.GZIP.suffix());
        byte[] bytes = Files.readAllBytes(packed);
        list("towns", packed.getFileName().toString(), "part-00001.nq");
        Files.write(packed, Arrays.copyOf(bytes, bytes.length - 9));
        refused("it was altered, or is not whole");
        list("towns", packed.getFileName().toString(), "part-00001.nq");
        refused("it cannot be unpacked");
    }

    @Test
    void aFolderWithoutAListIsRefused() throws IOException {
        Files.delete(graphs.resolve("towns/SHA256SUMS"));
        refused("towns/part-00000.nq: no list of digests (SHA256SUMS) names it");
        Files.delete(graphs.resolve("towns/part-00000.nq"));
        Files.delete(graphs.resolve("towns/part-00001.nq"));
        refused("there is no list of digests that names a graph of the site; write one with sha256sum");
        refused(graphs.resolve("nowhere").toUri(), "nowhere: there is no such folder of graphs");
        Files.writeString(graphs.resolve("SHA256SUMS"), "<!DOCTYPE html>\n<title>Not found</title>\n");
        refused("SHA256SUMS:1: expected '<SHA-256>  <name>', found '<!DOCTYPE html>'");
        Files.writeString(graphs.resolve("SHA256SUMS"), "0".repeat(64) + "  ../../etc/passwd\n");
        refused("SHA256SUMS:1: '../../etc/passwd' is no name of a file beside it");
        Files.writeString(graphs.resolve("SHA256SUMS"), "0".repeat(64) + "  villages/part-0.nq\n");
        refused("it names 'villages/part-0.nq', but the site has no dataset 'villages'");
    }

    @Test
    void linesThatAreNotCanonicalAreRefused() throws IOException {
        String start = "<http://localhost:8080/id/town/01> <http://e/code> ";
        String graph = " <http://localhost:8080/dataset/towns> .";
        for (String line : List.of(
                "# a comment",
                "<a> <http://e/code> \"01\"" + graph,
                start + "\"01\"  <http://localhost:8080/dataset/towns> .",
                start + "\"01\" <http://localhost:8080/dataset/towns>.",
                start + "\"01\" .",
                start + "\"\\u00e9\"" + graph,
                start + "\"01\"^^<string>" + graph,
                start + "<http://e/a b>" + graph,
                start + "<http://e/{code}>" + graph,
                start + "\"01" + graph)) {
            part("towns/part-00000.nq", List.of(line));
            part("towns/part-00001.nq", List.of());
            list("towns", "part-00000.nq", "part-00001.nq");
            refused("towns/part-00000.nq:1: ", "write the graph as canonical N-Quads");
        }
        Files.write(
                graphs.resolve("towns/part-00000.nq"),
                (start + "\"\u00e9\"" + graph).getBytes(StandardCharsets.ISO_8859_1));
        list("towns", "part-00000.nq", "part-00001.nq");
        refused("towns/part-00000.nq:1: it is not UTF-8");
    }

    @Test
    void countsThatMustBeHiddenAreNotTakenFromElsewhere() throws IOException {
        SmallSite site = new SmallSite(folder.resolve("hiding"));
        String described = Files.readString(folder.resolve("hiding/mappings/towns/dataset.ttl"));
        site.file("mappings/towns/dataset.ttl", described + """
                <dataset/towns> <https://w3id.org/pleiade/gate#smallCounts> [
                  <https://w3id.org/pleiade/gate#threshold> 5 ; <http://www.w3.org/ns/csvw#name> "code" ;
                  <http://www.w3.org/2000/01/rdf-schema#comment> "Few people could be known again."@en ] .
                """);
        assertThatThrownBy(() -> site.publish(PublishOptions.USUAL.takingGraphs(graphs.toUri())))
                .isInstanceOf(PublicationException.class)
                .hasMessageContaining(
                        "the site hides small counts of 'towns', which is done while its rows are mapped");
    }

    private void part(String name, List<String> lines) throws IOException {
        Path file = graphs.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    private void pack(String name, Coding coding) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = coding.encode(packed)) {
            Files.copy(graphs.resolve(name), out);
        }
        Files.write(graphs.resolve(name + coding.suffix()), packed.toByteArray());
    }

    /** Writes the list of a dataset's folder, as {@code sha256sum} would. */
    private void list(String slug, String... names) throws IOException {
        StringBuilder list = new StringBuilder();
        for (String name : names) {
            list.append(Sha256.of(graphs.resolve(slug).resolve(name)))
                    .append("  ")
                    .append(name)
                    .append('\n');
        }
        list.append(mappingDigest(slug)).append("  mapping.ttl\n");
        Files.writeString(graphs.resolve(slug).resolve("SHA256SUMS"), list);
    }

    private static String mappingDigest(String slug) throws IOException {
        return Sha256.of(folder.resolve("there/mappings").resolve(slug).resolve("mapping.ttl"));
    }

    private PublishReport rehearse() {
        return rehearse(graphs.toUri());
    }

    private static PublishReport rehearse(URI address) {
        return there.publisher(PublishOptions.USUAL.takingGraphs(address).anew())
                .rehearse(PublishObserver.NONE);
    }

    private void refused(String... parts) {
        refused(graphs.toUri(), parts);
    }

    /** Asserts that one sentence says some things, and that nothing was published. */
    private static void refused(URI address, String... sentences) {
        String current = there.current().id();
        assertThatThrownBy(() -> there.publish(PublishOptions.USUAL.takingGraphs(address)))
                .isInstanceOfSatisfying(PublicationException.class, e -> {
                    assertThat(e.fault()).isEqualTo(PublicationException.Fault.INPUT);
                    assertThat(e.getMessage()).doesNotContain("\n");
                    assertThat(e).hasMessageContainingAll(sentences);
                });
        assertThat(there.current().id()).isEqualTo(current);
        assertThat(there.state().resolve("releases")).isDirectoryNotContaining("glob:**.building*");
    }
}
