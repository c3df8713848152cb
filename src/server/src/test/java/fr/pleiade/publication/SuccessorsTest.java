package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has become of things is said, or asked for; and it is nothing that comes back to where it began. */
class SuccessorsTest {
    private static final String HEADER = "id,name,town,sister\n";

    @TempDir
    Path folder;

    @Test
    void thingsThatAreGoneWithoutASuccessorAreCountedAndNamed() {
        SmallSite site = new SmallSite(folder);
        site.schools(HEADER + "a,Alpha,35,\nb,Beta,35,\nc,Gamma,01,\n");
        assertThat(gone(site.publish())).isEmpty();
        site.schools(HEADER + "a,Alpha,35,\nd,Delta,01,\n");
        assertThat(gone(site.publish()))
                .containsExactly("2 things of the current release are gone, and nothing says what became of them: "
                        + "Beta <http://localhost:8080/id/school/b>, Gamma <http://localhost:8080/id/school/c>");
    }

    @Test
    void aThingThatIsReplacedIsExplained() throws IOException {
        SmallSite site = new SmallSite(folder);
        decisions(site, "id,into\n");
        site.schools(HEADER + "a,Alpha,35,\nb,Beta,35,\n");
        site.publish();
        decisions(site, "id,into\nb,a\n");
        site.schools(HEADER + "a,Alpha,35,\n");
        assertThat(gone(site.publish())).isEmpty();
        assertThat(site.current().findings("schools")).extracting(Finding::rule).doesNotContain("replaced-circular");
    }

    @Test
    void successorsThatLeadBackAreToldOnceForEachCircle() throws IOException {
        SmallSite site = new SmallSite(folder);
        decisions(site, "id,into\nb,c\nc,d\nd,b\na,b\ne,e\nf,a\n");
        site.publish();
        assertThat(site.current().findings("schools"))
                .filteredOn(finding -> finding.rule().equals("replaced-circular"))
                .extracting(finding ->
                        finding.place().describe() + " " + finding.problem().en())
                .containsExactlyInAnyOrder(
                        "decisions.csv:2, column 'into', value 'c' <http://localhost:8080/id/school/b> is replaced by itself in the end: "
                                + "<http://localhost:8080/id/school/c> → <http://localhost:8080/id/school/d> → <http://localhost:8080/id/school/b>",
                        "decisions.csv:6, column 'into', value 'e' <http://localhost:8080/id/school/e> is replaced by itself in the end: <http://localhost:8080/id/school/e>");
    }

    /** Beside the schools' own source, a file that says what replaced them. */
    private void decisions(SmallSite site, String csv) throws IOException {
        site.file("sources/decisions.csv", csv);
        Path mapping = folder.resolve("mappings/schools/mapping.ttl");
        String text = Files.readString(mapping);
        if (!text.contains("decisions.csv")) {
            Files.writeString(mapping, text + """
                    <#Decisions> a rml:LogicalSource ; rml:referenceFormulation rml:CSV ;
                      rml:source [ a rml:RelativePathSource ; rml:path "decisions.csv" ; rml:null "" ] .
                    <#Decision> a rml:TriplesMap ; rml:logicalSource <#Decisions> ;
                      rml:subjectMap [ rml:template "id/school/{id}" ] ;
                      rml:predicateObjectMap [ rml:predicate <http://purl.org/dc/terms/isReplacedBy> ;
                        rml:objectMap [ rml:template "id/school/{into}" ] ] .
                    """);
        }
    }

    private static List<String> gone(PublishReport report) {
        return report.verdict().groups().stream()
                .filter(group -> group.rule().equals("gone-unexplained"))
                .flatMap(group -> group.examples().stream())
                .map(example -> example.finding().problem().en())
                .toList();
    }
}
