package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schools that have names and no keys, linked to a register of schools and to one another's towns, as their publisher says. */
class NameLinksTest {
    private static final String EXACT = Vocabulary.SKOS + "exactMatch";
    private static final String CLOSE = Vocabulary.SKOS + "closeMatch";
    private static final String SAME = Vocabulary.OWL + "sameAs";
    private static final String SSSOM = "https://w3id.org/sssom/";
    private static final String REGISTER = "https://register.example/";
    private static final String RULES = """
            @prefix link: <https://w3id.org/pleiade/link#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            <dataset/labs#reg> a link:Register ; rdfs:label "Register"@en , "Répertoire"@fr ; link:file "register.jsonl" ;
              link:record "id" ; link:name "names[]" ; link:acronym "acronyms[]" ; link:place "town" ; link:kind "kind" ;
              link:site "site" ; link:status "status" ; link:inactive "closed" ; link:end "until" ;
              link:identifier [ link:system "wikidata" ; link:code "wikidata" ] , [ link:system "pic" ; link:code "pic" ] .
            """;
    private static final String RULE = """
            <dataset/labs#register> a link:NameRule ; rdfs:label "record"@en , "fiche"@fr ;
              link:subjectClass <vocab/labs#Lab> ; %s
              link:target [ link:register <dataset/labs#reg> ] .
            """;

    @TempDir
    Path folder;

    private SmallSite site;

    @BeforeEach
    void site() throws IOException {
        site = new SmallSite(folder);
        site.file("mappings/labs/mapping.yml", """
                url: labs.csv
                about: { title: Labs, description: "Laboratories that were invented to be looked for by their names in a register of laboratories.",
                  licence: cc0-1.0, publisher: tests }
                class: Lab
                aboutUrl: id/lab/{id}
                columns:
                  id: key
                  name: { is: label, lang: fr }
                  acronym: skos:altLabel
                  town: { as: schema:addressLocality, type: text }
                  wikidata: { is: identifier, type: wikidata }
                  orgref: { is: identifier, type: orgref }
                """);
        site.file(
                "ontology/schemes/systemes-identifiants.ttl",
                Files.readString(Path.of("ontology/schemes/systemes-identifiants.ttl")));
        rule("");
        register(
                record("r1", "Institut de physique des Alpes", "Grenoble", ""),
                record("r2", "Laboratoire de chimie du Nord", "Lille", ""),
                record("r3", "Centre de recherche en droit", "Lyon", ""),
                record("r4", "Centre de recherche en droit", "Lyon", ""));
    }

    private void rule(String more) {
        site.file("mappings/labs/links.ttl", RULES + RULE.formatted(more));
    }

    private void register(String... records) {
        site.file("sources/register.jsonl", String.join("\n", records) + "\n");
    }

    private static String record(String id, String name, String town, String more) {
        return "{\"id\":\"" + REGISTER + id + "\",\"names\":[\"" + name + "\"],\"town\":\"" + town + "\"" + more + "}";
    }

    private void labs(String... rows) {
        site.file("sources/labs.csv", "id,name,acronym,town,wikidata,orgref\n" + String.join("\n", rows) + "\n");
    }

    private InMemoryGraph published() {
        site.publish();
        return site.current().graphContent("labs");
    }

    private List<Finding> found(String rule) {
        return site.current().findings("labs").stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    private List<String> linked(InMemoryGraph graph, String id) {
        Term lab = new Term.Iri(SmallSite.BASE + "id/lab/" + id);
        return List.of(SAME, EXACT, CLOSE).stream()
                .flatMap(property -> graph.objects(lab, property).stream())
                .map(object -> object.text().replace(REGISTER, ""))
                .toList();
    }

    @Test
    void whatIsCalledSoInTheSameTownIsLinkedWithItsEvidence() {
        labs("1,Institut de Physique des Alpes,IPA,Grenoble,,");
        InMemoryGraph graph = published();
        Term lab = new Term.Iri(SmallSite.BASE + "id/lab/1");
        assertThat(graph.objects(lab, EXACT)).containsExactly(new Term.Iri(REGISTER + "r1"));
        Term mapping = new Term.Iri(SmallSite.BASE + "id/lab/1#match-register");
        assertThat(graph.objects(mapping, Vocabulary.OWL + "annotatedSource")).containsExactly(lab);
        assertThat(graph.objects(mapping, Vocabulary.OWL + "annotatedProperty")).containsExactly(new Term.Iri(EXACT));
        assertThat(graph.objects(mapping, Vocabulary.OWL + "annotatedTarget"))
                .containsExactly(new Term.Iri(REGISTER + "r1"));
        assertThat(graph.objects(mapping, SSSOM + "mapping_justification"))
                .containsExactly(new Term.Iri("https://w3id.org/semapv/vocab/LexicalMatching"));
        assertThat(Double.parseDouble(graph.object(mapping, SSSOM + "confidence")
                        .orElseThrow()
                        .text()))
                .isBetween(0.9, 1.0);
        assertThat(graph.objects(mapping, Vocabulary.PROV + "wasDerivedFrom"))
                .containsExactly(new Term.Iri(SmallSite.BASE + "dataset/labs#reg"));
        assertThat(graph.objects(mapping, Vocabulary.LINK + "rule"))
                .containsExactly(new Term.Iri(SmallSite.BASE + "dataset/labs#register"));
    }

    @Test
    void twoOfOneNameAreADoubtThatIsWrittenForAPerson() throws IOException {
        labs("1,Centre de recherche en droit,,Lyon,,", "2,Institut de physique des Alpes,,Grenoble,,");
        InMemoryGraph graph = published();
        assertThat(linked(graph, "1")).isEmpty();
        assertThat(linked(graph, "2")).containsExactly("r1");
        assertThat(found("name-doubtful"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.place().describe()).isEqualTo("labs.csv:2"))
                .satisfies(finding -> assertThat(finding.problem().en()).contains(REGISTER + "r3", REGISTER + "r4"));
        assertThat(Files.readAllLines(site.state().resolve("review/labs.csv")))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("subject_id,subject_label,predicate_id,predicate_modifier,object_id");
    }

    @Test
    void aCodeOfTheSameSystemProvesThatBothAreOne() {
        register(
                record("r1", "Institut de physique des Alpes", "Grenoble", ",\"wikidata\":\"Q42\""),
                record("r2", "Mountain Physics", "Grenoble", ",\"wikidata\":\"Q43\""));
        labs("1,Physique de montagne,,Grenoble,https://www.wikidata.org/wiki/Q43,");
        InMemoryGraph graph = published();
        assertThat(graph.objects(new Term.Iri(SmallSite.BASE + "id/lab/1"), SAME))
                .containsExactly(new Term.Iri(REGISTER + "r2"));
        assertThat(graph.objects(
                        new Term.Iri(SmallSite.BASE + "id/lab/1#match-register"), SSSOM + "mapping_justification"))
                .containsExactly(new Term.Iri("https://w3id.org/semapv/vocab/MappingChaining"));
    }

    @Test
    void whatALinkRestsOnIsPublishedOnlyWithTheLink() {
        register(
                record("r1", "Institut de physique des Alpes", "Grenoble", ",\"wikidata\":\"Q42\""),
                record("r2", "Mountain Physics", "Grenoble", ",\"wikidata\":\"Q43\""));
        site.file("mappings/labs/mapping.yml", """
                url: labs.csv
                about: { title: Labs, description: "Laboratories that were invented to be looked for by their names in a register of laboratories.",
                  licence: cc0-1.0, publisher: tests }
                class: Lab
                aboutUrl: id/lab/{id}
                columns:
                  id: key
                  name: { is: label, lang: fr }
                  town: { as: schema:addressLocality, type: text }
                  wikidata: { is: identifier, type: wikidata }
                  same: { as: owl:sameAs, type: iri }
                """);
        site.file(
                "sources/labs.csv",
                "id,name,town,wikidata,same\n1,Physique de montagne,Grenoble,Q43,\n"
                        + "2,Institut de physique des Alpes,Grenoble,Q42,\n3,Ferme du Bois,Nantes,,"
                        + REGISTER + "r2\n");
        InMemoryGraph graph = published();
        assertThat(found("shared-identity")).hasSize(1);
        assertThat(linked(graph, "1")).isEmpty();
        assertThat(linked(graph, "2")).containsExactly("r1");
        assertThat(graph.about(new Term.Iri(SmallSite.BASE + "id/lab/1#match-register")))
                .isEmpty();
        assertThat(graph.objects(
                        new Term.Iri(SmallSite.BASE + "id/lab/2#match-register"), Vocabulary.OWL + "annotatedTarget"))
                .containsExactly(new Term.Iri(REGISTER + "r1"));
    }

    @Test
    void aCodeOfAnotherSystemProvesNothing() {
        register(record("r1", "Institut de physique des Alpes", "Grenoble", ",\"pic\":\"999838938\""));
        labs("1,Ferme de la Prairie,999838938,Nantes,,999838938", "2,999838938,,Nantes,,");
        InMemoryGraph graph = published();
        assertThat(linked(graph, "1")).isEmpty();
        assertThat(linked(graph, "2")).isEmpty();
    }

    @Test
    void aCodeThatIsSaidOfTwoThingsProvesNothing() {
        register(record("r1", "Institut de physique des Alpes", "Grenoble", ",\"wikidata\":\"Q42\""));
        labs("1,Ferme de la Prairie,,Nantes,Q42,", "2,Ferme du Bois,,Nantes,Q42,");
        InMemoryGraph graph = published();
        assertThat(linked(graph, "1")).isEmpty();
        assertThat(linked(graph, "2")).isEmpty();
        assertThat(found("name-doubtful")).hasSize(2);
    }

    @Test
    void aCodeThatTheNameContradictsIsADoubt() {
        register(
                record("r1", "Institut de physique des Alpes", "Grenoble", ",\"wikidata\":\"Q42\""),
                record("r2", "Laboratoire de chimie du Nord", "Lille", ",\"wikidata\":\"Q43\""));
        labs("1,Institut de physique des Alpes,,Grenoble,Q43,");
        assertThat(linked(published(), "1")).isEmpty();
        assertThat(found("name-doubtful")).hasSize(1);
    }

    @Test
    void whatAPersonDecidedIsRememberedAndTheRowOfTheReviewIsADecision() throws IOException {
        labs("1,Centre de recherche en droit,,Lyon,,");
        site.publish();
        List<String> review = Files.readAllLines(site.state().resolve("review/labs.csv"));
        site.file("mappings/labs/decisions.csv", review.get(0) + "\n" + review.get(2) + "\n");
        InMemoryGraph graph = published();
        String decided = review.get(2).contains("/r4") ? "r4" : "r3";
        assertThat(linked(graph, "1")).containsExactly(decided);
        assertThat(found("name-doubtful")).isEmpty();
        assertThat(Files.exists(site.state().resolve("review/labs.csv"))).isFalse();
        labs("1,Centre de recherche en droit,,Lyon,,", "2,Laboratoire de chimie du Nord,,Lille,,");
        assertThat(linked(published(), "1")).containsExactly(decided);
    }

    @Test
    void aPersonMaySayNoOrAnotherOrNone() {
        labs(
                "1,Institut de physique des Alpes,,Grenoble,,",
                "2,Laboratoire de chimie du Nord,,Lille,,",
                "3,Centre de recherche en droit,,Lyon,,",
                "4,Centre de recherche en droit,,Lyon,,");
        site.file("mappings/labs/decisions.csv", """
                subject_id,object_id,predicate_modifier
                id/lab/1,https://register.example/r1,Not
                id/lab/2,https://register.example/r1,
                id/lab/3,sssom:NoTermFound,
                id/lab/4,https://register.example/r3,Not
                """);
        InMemoryGraph graph = published();
        assertThat(linked(graph, "1")).isEmpty();
        assertThat(linked(graph, "2")).containsExactly("r1");
        assertThat(linked(graph, "3")).isEmpty();
        assertThat(linked(graph, "4")).containsExactly("r4");
        assertThat(found("name-decision")).isEmpty();
        assertThat(found("decision-gone")).isEmpty();
        assertThat(found("name-doubtful")).isEmpty();
    }

    @Test
    void aDecisionAboutAThingThatIsGoneIsToldAndLinksNothing() {
        labs("1,Institut de physique des Alpes,,Grenoble,,");
        site.file("mappings/labs/decisions.csv", """
                subject_id,object_id,predicate_modifier
                id/lab/1,https://register.example/gone,
                id/lab/9,https://register.example/r1,
                """);
        assertThat(linked(published(), "1")).isEmpty();
        assertThat(found("decision-gone"))
                .extracting(finding -> finding.place().describe())
                .containsExactly("labs/decisions.csv:2", "labs/decisions.csv:3");
        assertThat(found("name-doubtful"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem().fr()).contains("gone", "n'existe plus"));
    }

    @Test
    void aDecisionThatCannotBeFollowedIsToldAtItsLine() {
        labs("1,Institut de physique des Alpes,,Grenoble,,");
        site.file("mappings/labs/decisions.csv", """
                subject_id,object_id,predicate_modifier
                id/lab/1,https://register.example/r2,perhaps
                ,https://register.example/r2,
                id/lab/1,https://register.example/r2,Not
                id/lab/1,https://register.example/r2,
                """);
        assertThat(linked(published(), "1")).containsExactly("r1");
        assertThat(found("name-decision"))
                .extracting(finding -> finding.place().describe())
                .containsExactly("labs/decisions.csv:2", "labs/decisions.csv:3", "labs/decisions.csv:5");
    }

    @Test
    void aDecisionTableWithoutItsColumnsIsTold() {
        labs("1,Institut de physique des Alpes,,Grenoble,,");
        site.file("mappings/labs/decisions.csv", "who,what\na,b\n");
        assertThat(linked(published(), "1")).containsExactly("r1");
        assertThat(found("name-decision")).hasSize(1);
    }

    @Test
    void whatHadEndedBeforeTheDateIsNoAnswer() {
        register(
                record(
                        "old",
                        "Institut de physique des Alpes",
                        "Grenoble",
                        ",\"status\":\"closed\",\"until\":\"2015-01\""),
                record("r2", "Laboratoire de chimie du Nord", "Lille", ""));
        labs("1,Institut de physique des Alpes,,Grenoble,,", "2,Laboratoire de chimie du Nord,,Lille,,");
        assertThat(linked(published(), "1")).isEmpty();
        assertThat(found("name-doubtful"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem().fr()).contains("n'existait pas"));
        rule("link:asOf \"2010\" ;");
        assertThat(linked(published(), "1")).containsExactly("old");
    }

    @Test
    void aNameThatIsOnlyATownIsNoAnswer() {
        register(record("r1", "Université de Rennes", "Rennes", ""), record("r2", "Rennes", "Rennes", ""));
        labs("1,Rennes,,Rennes,,");
        assertThat(linked(published(), "1")).isEmpty();
        assertThat(found("name-doubtful")).hasSize(1);
    }

    @Test
    void htmlInANameMakesNoFalseLinkAndABrokenTable() throws IOException {
        register(
                record("r1", "<b>Institut</b> de physique", "Grenoble", ""),
                record("r2", "<b>Institut</b> de physique", "Grenoble", ""),
                record("r3", "Laboratoire d'électronique", "Brest", ""));
        labs(
                "1,\"<b>Institut</b> de\nphysique, \"\"ancien\"\"\",,Grenoble,,",
                "2,<script>alert(1)</script>,,Grenoble,,",
                "3,<i>Laboratoire d'électronique</i>,,Brest,,");
        InMemoryGraph graph = published();
        assertThat(linked(graph, "1")).isEmpty();
        assertThat(linked(graph, "2")).isEmpty();
        assertThat(linked(graph, "3")).isSubsetOf("r3");
        assertThat(Files.readAllLines(site.state().resolve("review/labs.csv")))
                .allSatisfy(line -> assertThat(line).matches("subject_id.*|http://localhost:8080/id/lab/[13],.*"));
    }

    @Test
    void ofTwoThatWouldBeOneTheSurerIsItWhereTheRuleAsksForThat() {
        labs(
                "1,Institut de physique des Alpes,,Grenoble,,",
                "2,Institut de physique Alpes françaises,,Grenoble,,",
                "3,Centre de recherche en droit,,Lyon,,");
        site.file("mappings/labs/decisions.csv", "subject_id,object_id\nid/lab/3,https://register.example/r2\n");
        rule("link:oneToOne true ;");
        InMemoryGraph graph = published();
        assertThat(linked(graph, "1")).containsExactly("r1");
        assertThat(linked(graph, "2")).isEmpty();
        assertThat(linked(graph, "3")).containsExactly("r2");
    }

    @Test
    void twoThatAreAsLikeOneThingAreBothDoubtsWhereNoTwoMayBeOne() {
        labs("1,Institut de physique des Alpes,,Grenoble,,", "2,Institut de physique des Alpes,,Grenoble,,");
        rule("link:oneToOne true ;");
        InMemoryGraph graph = published();
        assertThat(linked(graph, "1")).isEmpty();
        assertThat(linked(graph, "2")).isEmpty();
        assertThat(found("name-doubtful")).hasSize(2);
        rule("");
        graph = published();
        assertThat(linked(graph, "1")).containsExactly("r1");
        assertThat(linked(graph, "2")).containsExactly("r1");
    }

    @Test
    void whatSomebodyElseIsIsNoLongerADoubtWhereNoTwoMayBeOne() {
        labs("1,Centre de recherche en droit,,Lyon,,", "2,Centre de recherche en droit,,Lyon,,");
        site.file("mappings/labs/decisions.csv", "subject_id,object_id\nid/lab/1,https://register.example/r4\n");
        rule("link:oneToOne true ;");
        InMemoryGraph graph = published();
        assertThat(linked(graph, "1")).containsExactly("r4");
        assertThat(linked(graph, "2")).containsExactly("r3");
    }

    @Test
    void kindsKeepThingsApart() {
        register(
                record("r1", "Institut de physique des Alpes", "Grenoble", ",\"kind\":\"Company\""),
                record("r2", "Laboratoire de chimie du Nord", "Lille", ",\"kind\":\"facility\""));
        labs("1,Institut de physique des Alpes,,Grenoble,,", "2,Laboratoire de chimie du Nord,,Lille,,");
        rule("link:kinds [ link:of <vocab/labs#Lab> ; link:is \"facility\" ] ;");
        InMemoryGraph graph = published();
        assertThat(linked(graph, "1")).isEmpty();
        assertThat(linked(graph, "2")).containsExactly("r2");
    }

    @Test
    void whatIsUnlinkedIsToldOneByOneIfTheRuleRequiresALink() {
        labs("1,Ferme de la Prairie,,Nantes,,", "2,Institut de physique des Alpes,,Grenoble,,");
        published();
        assertThat(found("link-missing"))
                .hasSize(1)
                .first()
                .satisfies(finding ->
                        assertThat(finding.problem().en()).isEqualTo("of 2 things, 1 are called like no record"));
        rule("link:required true ;");
        published();
        assertThat(found("link-missing"))
                .hasSize(1)
                .first()
                .satisfies(finding -> assertThat(finding.place().describe()).isEqualTo("labs.csv:2"));
    }

    @Test
    void aRuleThatCanLinkNothingIsToldAtItsLine() {
        labs("1,Institut de physique des Alpes,,Grenoble,,");
        site.file("mappings/labs/links.ttl", RULES + RULE.formatted("").replace("#Lab>", "#Lob>"));
        published();
        assertThat(found("link-rule"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.place().describe()).matches("labs/links\\.ttl:\\d+"));
    }

    @Test
    void aColumnOfTheSheetLinksByNameToo() {
        site.file("mappings/labs/mapping.yml", """
                url: labs.csv
                about: { title: Labs, description: "Laboratories that were invented to be looked for by their names in a register of laboratories.",
                  licence: cc0-1.0, publisher: tests }
                class: Lab
                aboutUrl: id/lab/{id}
                columns:
                  id: key
                  name: { is: label, lang: fr, link: { to: "labs#reg", by: name, as: skos:exactMatch } }
                  town: { as: townName, type: text, link: { to: towns, by: name, as: inTown, class: "http://e/Town" } }
                  "*": skip
                """);
        site.file("mappings/labs/links.ttl", RULES);
        labs("1,Laboratoire de chimie du Nord,,Rennes,,", "2,Institut de physique des Alpes,,Renes,,");
        InMemoryGraph graph = published();
        Term town = new Term.Iri(SmallSite.BASE + "id/town/35");
        String inTown = SmallSite.BASE + "vocab/labs#inTown";
        assertThat(graph.objects(new Term.Iri(SmallSite.BASE + "id/lab/1"), inTown))
                .containsExactly(town);
        assertThat(graph.objects(new Term.Iri(SmallSite.BASE + "id/lab/1"), EXACT))
                .containsExactly(new Term.Iri(REGISTER + "r2"));
        assertThat(graph.objects(new Term.Iri(SmallSite.BASE + "id/lab/2"), inTown))
                .isSubsetOf(town);
    }

    @Test
    void theSameFilesGiveTheSameRelease() {
        labs("1,Centre de recherche en droit,,Lyon,,", "2,Institut de physique des Alpes,,Grenoble,,");
        site.publish();
        String first = site.current().id();
        site.publish(PublishOptions.USUAL.anew());
        assertThat(site.current().id()).isEqualTo(first);
        assertThat(site.publish().outcome()).isEqualTo(PublishReport.Outcome.UNCHANGED);
    }

    @Test
    void anotherRegisterMakesTheLinksAnew() {
        labs("1,Institut de physique des Alpes,,Grenoble,,");
        assertThat(linked(published(), "1")).containsExactly("r1");
        register(record("r9", "Institut de physique des Alpes", "Grenoble", ""));
        assertThat(linked(published(), "1")).containsExactly("r9");
    }
}
