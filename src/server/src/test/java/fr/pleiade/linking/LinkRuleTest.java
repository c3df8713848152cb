package fr.pleiade.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.findings.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkRuleTest {
    private static final String BASE = "http://localhost:8080/";

    @TempDir
    Path folder;

    @Test
    void aRuleIsReadWithItsTargets() throws IOException {
        assertThat(read("""
                <#commune> a link:Rule ; rdfs:label "commune"@fr , "municipality"@en ;
                  link:subjectClass <c> ; link:key <k> ; link:predicate <p> ; link:required true ;
                  link:target [ link:dataset "communes" ; link:class <d>, <e> ; link:key <code> ] ,
                              [ link:file "insee/geo.ttl.gz" ; link:class <d> ; link:key <code> ] .
                """))
                .containsExactly(new LinkRule(
                        BASE + "#commune",
                        new Text("municipality", "commune"),
                        BASE + "c",
                        BASE + "k",
                        BASE + "p",
                        true,
                        List.of(
                                new LinkTarget(
                                        LinkTarget.Kind.DATASET,
                                        "communes",
                                        Set.of(BASE + "d", BASE + "e"),
                                        BASE + "code"),
                                new LinkTarget(
                                        LinkTarget.Kind.FILE, "insee/geo.ttl.gz", Set.of(BASE + "d"), BASE + "code")),
                        History.NONE,
                        List.of(),
                        folder.getFileName() + "/links.ttl",
                        3));
    }

    @Test
    void anUnknownPropertyIsRefusedWithItsLine() {
        assertThatThrownBy(() -> read("<#r> a link:Rule ;\n link:objectClass <c> ."))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("links.ttl:4: unknown property link:objectClass");
    }

    @Test
    void aRuleOfAnotherDatasetIsRefusedAtItsLine() throws IOException {
        String rest = " a link:Rule ; link:subjectClass <c> ; link:key <k> ; link:predicate <p> ;\n"
                + " link:target [ link:dataset \"d\" ; link:class <c> ; link:key <k> ] .";
        assertThat(read("<dataset/schools#town>" + rest)).hasSize(1);
        assertThatThrownBy(() -> read("<dataset/towns#town>" + rest))
                .hasMessageContaining("links.ttl:3: ")
                .hasMessageContaining("a rule of another dataset")
                .hasMessageContaining("dataset/schools#");
        assertThatThrownBy(() -> read("<dataset/schools2#town>" + rest)).hasMessageContaining("another dataset");
    }

    @Test
    void whatARuleNeedsIsAskedFor() {
        assertThatThrownBy(() -> read("<#r> a link:Rule ; link:subjectClass <c> ; link:key <k> ; link:predicate <p> ."))
                .hasMessageContaining("no link:target");
        assertThatThrownBy(() -> read("<#r> a link:Rule ; link:target [ link:class <c> ; link:key <k> ] ."))
                .hasMessageContaining("one link:dataset or one link:file");
        assertThatThrownBy(() -> read("<#r> a link:Rule ; link:target [ link:dataset \"d\" ; link:key <k> ] ."))
                .hasMessageContaining("link:class");
        assertThatThrownBy(
                        () -> read(
                                "<#r> a link:Rule ; link:key 1 ; link:subjectClass <c> ; link:target [ link:dataset \"d\" ; link:class <c> ; link:key <k> ] ."))
                .hasMessageContaining("one IRI for link:key");
        assertThatThrownBy(
                        () -> read(
                                "<#r> a link:Rule ; link:required 7 ; link:key <k> ; link:subjectClass <c> ; link:predicate <p> ; link:target [ link:dataset \"d\" ; link:class <c> ; link:key <k> ] ."))
                .hasMessageContaining("true or false");
    }

    private List<LinkRule> read(String turtle) throws IOException {
        Path file = folder.resolve("links.ttl");
        Files.writeString(file, """
                @prefix link: <https://w3id.org/pleiade/link#> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                """ + turtle);
        return LinkRule.read(file, BASE, BASE + "dataset/schools");
    }
}
