package fr.pleiade.web.why;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.materialisation.Consequences;
import fr.pleiade.publication.SmallSite;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.origin.OriginRule;
import fr.pleiade.web.served.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReasonsTest {
    @TempDir
    Path folder;

    private Served content;

    @BeforeEach
    void publish() throws IOException {
        SmallSite site = new SmallSite(folder);
        Files.writeString(folder.resolve("mappings/schools/links.ttl"), """
                @prefix link: <https://w3id.org/pleiade/link#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                <#town> a link:Rule ; rdfs:label "town"@en , "ville"@fr ; link:subjectClass <http://e/School> ;
                  link:key <http://e/town> ; link:predicate <http://e/inTown> ;
                  link:target [ link:dataset "towns" ; link:class <http://e/Town> ; link:key <http://e/code> ] .
                <#namesake> a link:NameRule ; rdfs:label "namesake"@en , "homonyme"@fr ; link:subjectClass <http://e/School> ;
                  link:predicate <http://e/namesake> ; link:name rdfs:label ;
                  link:target [ link:dataset "towns" ; link:class <http://e/Town> ; link:name rdfs:label ] .
                """);
        Files.writeString(folder.resolve("ontology/materialisation.ttl"), """
                @prefix mat: <https://w3id.org/pleiade/materialisation#> .
                <vocab/e#near> mat:states <http://e/near> ; mat:from <http://e/sister> ; mat:transitive true .
                <vocab/e#parts> mat:states <http://e/hosts> ; mat:fromInverse <http://e/inTown> .
                """);
        site.towns("code,name\n01,Bourg\n35,Redtown\n");
        site.schools("id,name,town,sister\na,Alpha,35,b\nb,Redtown,01,c\nc,Gamma,01,\n");
        site.publish();
        content = Served.open(site.current());
    }

    @Test
    void aRowSaysIt() throws IOException {
        assertThat(one("school/a", "http://e/town")).isInstanceOfSatisfying(Reason.Row.class, row -> {
            assertThat(row.place().line()).isEqualTo(2);
            assertThat(row.place().rule().columns()).containsExactly("town");
        });
    }

    @Test
    void aLinkIsMadeByItsKey() throws IOException {
        assertThat(one("school/a", "http://e/inTown")).isInstanceOfSatisfying(Reason.Link.class, link -> {
            assertThat(link.rule().kind()).isEqualTo(OriginRule.Kind.LINKS);
            assertThat(link.targets()).containsExactly("towns");
            assertThat(link.keys()).singleElement().satisfies(key -> {
                assertThat(key.statement().object()).isEqualTo(Term.Literal.of("35"));
                assertThat(key.rows().get(0).place().line()).isEqualTo(2);
            });
        });
    }

    @Test
    void aLinkIsMadeByItsName() throws IOException {
        assertThat(one("school/b", "http://e/namesake")).isInstanceOfSatisfying(Reason.Link.class, link -> {
            assertThat(link.rule().kind()).isEqualTo(OriginRule.Kind.NAMES);
            assertThat(link.keys())
                    .singleElement()
                    .satisfies(
                            key -> assertThat(key.rows().get(0).place().line()).isEqualTo(3));
        });
    }

    @Test
    void whatFollowsOverSeveralStepsSaysEachOfThem() throws IOException {
        List<Reasons.Explained> near = explained("school/a", "http://e/near");
        assertThat(near).hasSize(2);
        assertThat(near.get(1).reasons()).singleElement().isInstanceOfSatisfying(Reason.Consequence.class, because -> {
            assertThat(because.rules()).containsExactly(new Term.Iri(SmallSite.BASE + "vocab/e#near"));
            assertThat(because.from())
                    .extracting(said -> said.statement().object().text())
                    .containsExactly(SmallSite.BASE + "id/school/b", SmallSite.BASE + "id/school/c");
            assertThat(because.from())
                    .allSatisfy(said -> assertThat(said.rows()).isNotEmpty());
        });
    }

    @Test
    void whatIsTurnedAroundSaysWhatItIsTurnedFrom() throws IOException {
        assertThat(one("town/35", "http://e/hosts"))
                .isInstanceOfSatisfying(
                        Reason.Consequence.class,
                        because -> assertThat(because.from())
                                .singleElement()
                                .satisfies(said -> assertThat(
                                                said.statement().predicate().value())
                                        .isEqualTo("http://e/inTown")));
    }

    private Reason one(String thing, String property) throws IOException {
        List<Reasons.Explained> explained = explained(thing, property);
        assertThat(explained).hasSize(1);
        assertThat(explained.get(0).reasons()).hasSize(1);
        return explained.get(0).reasons().get(0);
    }

    private List<Reasons.Explained> explained(String thing, String property) throws IOException {
        WhyQuestion question = new WhyQuestion(
                new Term.Iri(SmallSite.BASE + "id/" + thing),
                Optional.of(new Term.Iri(property)),
                Optional.empty(),
                SmallSite.BASE,
                content.lexicon());
        try (Reasons reasons = new Reasons(
                content, new Consequences(content.lexicon().ontology()), OntologyFiles.of(content.release()))) {
            return reasons.of(question);
        }
    }
}
