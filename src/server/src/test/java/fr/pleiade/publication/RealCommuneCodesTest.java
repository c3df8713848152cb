package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.linking.LinkRule;
import fr.pleiade.linking.Linker;
import fr.pleiade.linking.ReferenceKeys;
import fr.pleiade.linking.succession.Lineage;
import fr.pleiade.linking.succession.Succession;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.Release;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.testing.Needed;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every commune code of every real file leads to a commune of today, or is said to mean something else: by the rule that links institutions. */
class RealCommuneCodesTest {
    @TempDir
    private Path folder;

    /** The numbers of codes were counted by another program. */
    @ParameterizedTest
    @CsvSource({
        "etablissements/fr-esr-principaux-etablissements-enseignement-superieur-2023-04.csv, com_code, 129, 0, 4",
        "etablissements/fr-esr-principaux-etablissements-enseignement-superieur-2024-11.csv, Code commune, 130, 0, 0",
        "effectifs/fr-esr-statistiques-sur-les-effectifs-d-etudiants-inscrits-par-etablissement-hcp-2023-10.csv, etablissement_code_commune, 102, 0, 0",
        "finances/fr-esr-operateurs-indicateurs-financiers-2024-09.csv, code de la commune, 91, 0, 4",
        "annuaire-education/fr-en-annuaire-education-35-2023-06.csv, Code_commune, 294, 1, 0"
    })
    void eachCodeIsResolvedOrExplained(String file, String column, int today, int superseded, int elsewhere)
            throws IOException {
        Set<String> codes = codes(Needed.shared("data").resolve(file), column);
        assertThat(codes).hasSize(today + superseded + elsewhere);
        List<Quad> links = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        link(codes, links, findings);
        assertThat(findings.stream().collect(Collectors.groupingBy(Finding::rule, Collectors.counting())))
                .isEqualTo(expected(superseded, elsewhere));
        System.out.printf(
                "commune codes of %s: %d, %d of today, %d of former communes, %d of something else%n",
                file.replaceAll(".*/", ""), codes.size(), today, superseded, elsewhere);
        assertThat(links)
                .filteredOn(link -> link.predicate().value().endsWith("#commune"))
                .hasSize(today + superseded);
    }

    private static Map<String, Long> expected(long superseded, long elsewhere) {
        Map<String, Long> expected = new HashMap<>();
        if (superseded > 0) {
            expected.put("link-superseded", superseded);
        }
        if (elsewhere > 0) {
            expected.put("link-elsewhere", elsewhere);
        }
        return expected;
    }

    private void link(Set<String> codes, List<Quad> links, List<Finding> findings) throws IOException {
        Release release = RealFiles.published().release();
        List<LinkRule> rules = LinkRule.read(
                        Path.of("mappings/etablissements/links.ttl"),
                        RealFiles.BASE,
                        RealFiles.BASE + "dataset/etablissements")
                .stream()
                .filter(rule -> rule.iri().endsWith("#commune"))
                .toList();
        Succession succession = Succession.in(
                        RdfReader.readGraph(Path.of("mappings/mouvements-communes/links.ttl"), RealFiles.BASE),
                        "mouvements-communes")
                .stream()
                .filter(one -> one.iri().endsWith("#succession"))
                .findFirst()
                .orElseThrow();
        ReferenceKeys keys = ReferenceKeys.read(rules, target -> release.graphFile(target.name()))
                .with(Map.of(succession.iri(), Lineage.read(succession, release::graphFile)));
        StringBuilder graph = new StringBuilder();
        for (String code : codes) {
            String thing = "<http://b/" + code + "> ";
            graph.append(thing)
                    .append("<" + RealFiles.BASE + "vocab/pleiade#codeCommune> \"" + code + "\" .\n")
                    .append(thing)
                    .append(Vocabulary.TYPE.toNTriples() + " <" + rules.get(0).subjectClass() + "> .\n");
        }
        Path file = Files.writeString(folder.resolve("codes.nq"), graph);
        new Linker(rules, keys, quads -> Map.of())
                .link(file, new Term.Iri(RealFiles.BASE + "dataset/x"), links::add, findings::add);
    }

    private static Set<String> codes(Path file, String column) throws IOException {
        Set<String> codes = new TreeSet<>();
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(';').get();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser rows = CSVParser.parse(reader, format)) {
            int at = -1;
            for (CSVRecord row : rows) {
                if (at < 0) {
                    at = row.stream()
                            .map(name -> name.replace("\uFEFF", ""))
                            .toList()
                            .indexOf(column);
                } else if (!row.get(at).isEmpty()) {
                    codes.add(row.get(at));
                }
            }
        }
        return codes;
    }
}
