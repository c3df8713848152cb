package fr.pleiade.quality.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.engine.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowKeysTest {
    private static final String BASE = "http://e/";
    private static final String SCHOOL =
            "<#School> rml:logicalSource <#rows> ; rml:subjectMap [ rml:template \"id/school/{code}\" ] ; "
                    + "rml:predicateObjectMap [ rml:predicate <name> ; rml:objectMap [ rml:reference \"name\" ] ] .\n";
    private static final String TOWN =
            "<#Town> rml:logicalSource <#rows> ; rml:subjectMap [ rml:template \"id/town/{town}\" ; rml:class <Town> ] .\n";

    @TempDir
    Path folder;

    @Test
    void eachRowHasAKeyOfItsOwn() throws IOException {
        assertThat(findings(SCHOOL, "1,A,Brest", "2,B,Brest")).isEmpty();
    }

    @Test
    void twoRowsOfOneKeyAreToldWithBothLines() throws IOException {
        List<Finding> findings = findings(SCHOOL, "1,A,Brest", "2,B,Brest", "3,C,Brest", "1,D,Brest", "1,E,Brest");
        assertThat(findings).extracting(Finding::rule).containsOnly("duplicate-key");
        assertThat(findings)
                .extracting(Finding::place)
                .containsExactly(new Place.InLine("in.csv", 5), new Place.InLine("in.csv", 6));
        assertThat(findings.get(1).problem().en()).contains("<http://e/id/school/1>", "in.csv:2");
    }

    @Test
    void aRowWithoutKeyIsToldWithItsColumn() throws IOException {
        List<Finding> findings = findings(SCHOOL, "1,A,Brest", ",B,Brest", "3,C,Brest");
        assertThat(findings).extracting(Finding::rule).containsExactly("no-key");
        assertThat(findings.get(0).place()).isEqualTo(new Place.InLine("in.csv", 3));
        assertThat(findings.get(0).problem().en()).contains("(code)");
        assertThat(findings.get(0).problem().fr()).contains("(code)");
    }

    @Test
    void rowsWithoutKeyAreToldHoweverManyTheyAre() throws IOException {
        assertThat(findings(SCHOOL, "1,A,Brest", ",B,Brest"))
                .extracting(Finding::rule)
                .containsExactly("no-key");
        assertThat(findings(SCHOOL, ",A,Brest", ",B,Brest", ",C,Brest"))
                .extracting(Finding::rule)
                .containsExactly("no-key", "no-key", "no-key");
    }

    /** Whichever comes first in the mapping, the towns are shared by the schools that the rows are. */
    @Test
    void whatRowsShareIsNoKeyOfTheirs() throws IOException {
        for (String maps : List.of(TOWN + SCHOOL, SCHOOL + TOWN)) {
            assertThat(findings(maps, "1,A,Brest", "2,B,Brest", "3,C,Rennes"))
                    .as(maps)
                    .isEmpty();
            assertThat(findings(maps, "1,A,Brest", "2,B,Brest", ",C,Rennes"))
                    .as(maps)
                    .extracting(Finding::rule)
                    .containsExactly("no-key");
        }
    }

    @Test
    void rowsThatAreNoThingsAreNotMissed() throws IOException {
        assertThat(findings(TOWN, "1,A,Brest", "2,B,Brest", "3,C,Rennes", "4,D,Rennes"))
                .isEmpty();
    }

    /** Most rows repeat a key: perhaps they are about something that repeats, but nobody has said so, and each thing has several names. */
    @Test
    void rowsMostOfWhichRepeatAKeyAreOneWarning() throws IOException {
        for (String[] rows : new String[][] {
            {"1,A,Brest", "1,B,Brest"},
            {"1,A,Brest", "2,B,Brest", "1,C,Brest", "2,D,Brest"},
            {"1,A,X", "1,B,X", "1,C,X"}
        }) {
            List<Finding> findings = findings(SCHOOL, rows);
            assertThat(findings).extracting(Finding::rule).containsExactly("repeated-key");
            assertThat(findings.get(0).problem().en())
                    .contains(rows.length + " rows", "<http://e/id/school/1>", "in.csv:2");
        }
        assertThat(findings(SCHOOL, "1,A,Brest", "2,B,Brest", "1,C,Brest", "2,D,Brest")
                        .get(0)
                        .place())
                .isEqualTo(new Place.InLine("in.csv", 4));
    }

    @Test
    void aMapThatMoreRowsShareDoesNotHideIt() throws IOException {
        for (String maps : List.of(TOWN + SCHOOL, SCHOOL + TOWN)) {
            assertThat(findings(maps, "1,A,Brest", "2,B,Brest", "1,C,Brest", "2,D,Brest"))
                    .as(maps)
                    .extracting(Finding::rule)
                    .containsExactly("repeated-key");
        }
    }

    @Test
    void rowsThatArePartsOfWhatRepeatsAreToldApart() throws IOException {
        String part = "<#Part> rml:logicalSource <#rows> ; rml:subjectMap [ rml:template \"id/school/{code}#{name}\" ;"
                + " rml:class <P> ] .\n";
        assertThat(findings(part + SCHOOL, "1,A,Brest", "1,B,Brest", "1,C,Brest"))
                .isEmpty();
        String site = part.replace("#{name}", "#site");
        assertThat(findings(site + SCHOOL, "1,A,Brest", "1,B,Brest", "1,C,Brest"))
                .as("a part for each thing tells no rows apart")
                .extracting(Finding::rule)
                .containsExactly("repeated-key");
    }

    @Test
    void aRowWithoutKeyAmongRowsThatRepeatIsTold() throws IOException {
        assertThat(findings(TOWN, "1,A,Brest", "2,B,", "3,C,Brest", "4,D,Rennes", "5,E,Rennes"))
                .extracting(Finding::rule)
                .containsExactly("no-key");
    }

    @Test
    void aPartIsNoThingOfItsOwn() throws IOException {
        String part =
                "<#Part> rml:logicalSource <#rows> ; rml:subjectMap [ rml:template \"id/town/{town}#{name}\" ; rml:class <P> ] .\n";
        assertThat(findings(part + SCHOOL, "1,A,Brest", "2,A,Brest", "3,A,Brest"))
                .isEmpty();
    }

    @Test
    void mapsThatAreEachForSomeRowsNameThemTogetherAndWhatTheyLeaveOutIsSaid() throws IOException {
        String some = SCHOOL.replace("{code}\"", "{code}\" ; rml:condition <#inBrest>")
                + "<#inBrest> rml:functionExecution [ rml:function fn:equal ; rml:input"
                + " [ rml:parameter fn:value ; rml:inputValueMap [ rml:reference \"town\" ] ] ,"
                + " [ rml:parameter fn:other ; rml:inputValueMap [ rml:constant \"Brest\" ] ] ] .\n";
        List<Finding> findings = findings(some, "1,A,Brest", "2,B,Rennes", "3,C,Brest", "4,D,Brest", "5,E,Nantes");
        assertThat(findings).extracting(Finding::rule).containsExactly("row-left-out");
        assertThat(findings.get(0).place()).isEqualTo(new Place.InLine("in.csv", 3));
        assertThat(findings.get(0).problem().en()).startsWith("2 rows");
    }

    @Test
    void aKeyThatCannotBeAnAddressIsRefusedAtItsCellAndTheRestOfItsRowWithIt() throws IOException {
        List<Finding> findings = findings(SCHOOL, "1,A,Brest", "a\u00a0b,B,Brest", "..,C,Brest", "x,D,Brest");
        assertThat(findings).extracting(Finding::rule).containsExactly("unaddressable-key", "unaddressable-key");
        assertThat(findings.get(0).place()).isEqualTo(new Place.InCell("in.csv", 3, "code", "a\u00a0b"));
        assertThat(findings.get(0).problem().en()).contains("U+00A0");
        assertThat(findings.get(1).problem().en()).contains("'..'");
    }

    @Test
    void manyRowsOfOneKeyAreCountedWithoutBeingKept() throws IOException {
        String[] rows = IntStream.range(0, 3000)
                .mapToObj(i -> (i < 2000 ? i : 7) + ",A,Brest")
                .toArray(String[]::new);
        assertThat(findings(SCHOOL, rows)).hasSize(1000);
    }

    private List<Finding> findings(String maps, String... rows) throws IOException {
        Path file = Files.writeString(folder.resolve("mapping.ttl"), """
                @prefix rml: <http://w3id.org/rml/> . @prefix fn: <https://w3id.org/pleiade/function#> .
                <#rows> rml:referenceFormulation rml:CSV ; rml:source [ rml:path "in.csv" ; rml:null "" ] .
                """ + maps);
        Files.writeString(
                folder.resolve("in.csv"),
                IntStream.range(0, rows.length)
                        .mapToObj(i -> rows[i] + "\n")
                        .collect(Collectors.joining("", "code,name,town\n", "")));
        Mapping mapping = Mapping.read(file, BASE);
        List<Finding> findings = new ArrayList<>();
        try (RowKeys keys = new RowKeys(mapping.plan(), BASE, folder)) {
            Run run = Run.in(folder).withFindings(findings::add).withNames(keys);
            mapping.run(run, OutputStream.nullOutputStream());
            keys.tell(findings::add);
        }
        return findings;
    }
}
