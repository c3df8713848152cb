package fr.pleiade.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.publication.RealFiles;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.syntax.RdfReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every term that we coin is described in both languages, and every term that we use is described. */
class OntologyTest {
    private static final String VOCABULARY = MappedSample.BASE + "vocab/pleiade#";
    private static final String PLATFORM = "https://w3id.org/pleiade/";
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final String VANN = "http://purl.org/vocab/vann/";
    private static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    private static final String DCT = "http://purl.org/dc/terms/";
    private static final String OWL = "http://www.w3.org/2002/07/owl#";
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";

    @ParameterizedTest
    @ValueSource(strings = {"pleiade", "platform"})
    void eachTermHasLabelCommentAndVocabularyAndEachPropertyADomainOrTheReasonWhyNot(String file) {
        InMemoryGraph vocabularies = read(Path.of("ontology/" + file + ".ttl"));
        Set<Term> vocabulariesOfTerms = new HashSet<>();
        for (Term term : terms(vocabularies)) {
            for (String property : List.of(RDFS + "label", RDFS + "comment")) {
                assertThat(languages(vocabularies, term, property))
                        .as(term + " " + property)
                        .isEqualTo(Set.of("fr", "en"));
            }
            Term vocabulary = new Term.Iri(term.text().replaceAll("#.*", ""));
            assertThat(vocabularies.objects(term, RDFS + "isDefinedBy"))
                    .as(term + " is defined")
                    .containsExactly(vocabulary);
            vocabulariesOfTerms.add(vocabulary);
            boolean isProperty = vocabularies.objects(term, TYPE).stream()
                    .anyMatch(type -> type.text().endsWith("Property"));
            if (isProperty && vocabularies.objects(term, RDFS + "domain").isEmpty()) {
                Term saying = vocabularies.object(term, SKOS + "scopeNote").isPresent() ? term : vocabulary;
                assertThat(languages(vocabularies, saying, SKOS + "scopeNote"))
                        .as(term + " has no domain, and nothing says why")
                        .isEqualTo(Set.of("fr", "en"));
            }
        }
        assertThat(vocabularies.subjects(TYPE, new Term.Iri(OWL + "Ontology")))
                .containsExactlyInAnyOrderElementsOf(vocabulariesOfTerms)
                .allSatisfy(vocabulary -> assertThatVocabularyIsDescribed(vocabularies, vocabulary));
    }

    private static void assertThatVocabularyIsDescribed(InMemoryGraph graph, Term vocabulary) {
        for (String property : List.of("title", "description")) {
            assertThat(languages(graph, vocabulary, DCT + property))
                    .as(vocabulary + " " + property)
                    .isEqualTo(Set.of("fr", "en"));
        }
        String version =
                graph.object(vocabulary, OWL + "versionInfo").orElseThrow().text();
        assertThat(graph.object(vocabulary, OWL + "versionIRI").orElseThrow().text())
                .isEqualTo(vocabulary.text() + "/" + version);
        assertThat(graph.object(vocabulary, VANN + "preferredNamespaceUri")
                        .orElseThrow()
                        .text())
                .isEqualTo(vocabulary.text() + "#");
    }

    /** In the graphs that the samples of all datasets give, and in those of the real files. */
    @Test
    void aFunctionalPropertyHasOneValueOnly() throws IOException {
        InMemoryGraph vocabulary = read(Path.of("ontology/pleiade.ttl"));
        Map<String, Set<String>> functional = functional(vocabulary);
        assertThat(functional).hasSizeGreaterThan(20);
        Map<String, Set<String>> values = new TreeMap<>();
        for (Path sample : files(Path.of("mappings"), "expected.nt")) {
            read(sample).triples().forEach(triple -> count(triple, functional, values));
        }
        assertThat(values)
                .hasSizeGreaterThan(100)
                .allSatisfy((of, value) -> assertThat(value).as(of).hasSize(1));
    }

    @Test
    void aFunctionalPropertyOfTheRealFilesHasOneValueOnly() {
        Release release = RealFiles.published().release();
        Map<String, Set<String>> functional = functional(read(Path.of("ontology/pleiade.ttl")));
        Map<String, Set<String>> values = new TreeMap<>();
        release.graphs()
                .forEach(graph -> RdfReader.read(
                        release.graphFile(graph.slug()), release.base(), triple -> count(triple, functional, values)));
        assertThat(values.values()).hasSizeGreaterThan(10_000).allMatch(value -> value.size() == 1);
    }

    /** By the property that is said, those of which each thing has one value only: itself or wider ones. */
    private static Map<String, Set<String>> functional(InMemoryGraph vocabulary) {
        Map<String, Set<String>> functional = new TreeMap<>();
        vocabulary
                .subjects(TYPE, new Term.Iri(OWL + "FunctionalProperty"))
                .forEach(property -> Stream.concat(
                                Stream.of(property), vocabulary.subjects(RDFS + "subPropertyOf", property))
                        .forEach(said -> functional
                                .computeIfAbsent(said.text(), s -> new TreeSet<>())
                                .add(property.text())));
        return functional;
    }

    private static void count(Quad triple, Map<String, Set<String>> functional, Map<String, Set<String>> values) {
        for (String property : functional.getOrDefault(triple.predicate().text(), Set.of())) {
            values.computeIfAbsent(triple.subject().text() + " " + property, t -> new TreeSet<>())
                    .add(triple.object().toNTriples());
        }
    }

    /** What others define and we only name, in both languages. */
    @ParameterizedTest
    @ValueSource(strings = {"igeo", "sdmx"})
    void eachTermOfOthersHasALabelInBothLanguages(String file) {
        InMemoryGraph names = read(Path.of("ontology/" + file + ".ttl"));
        names.triples().stream()
                .map(Quad::subject)
                .distinct()
                .forEach(term -> assertThat(languages(names, term, RDFS + "label"))
                        .as(term.toString())
                        .isEqualTo(Set.of("fr", "en")));
    }

    @Test
    void eachConceptHasALabelInBothLanguagesAndANotation() throws IOException {
        for (Path file : files(Path.of("ontology/schemes"), ".ttl")) {
            InMemoryGraph scheme = read(file);
            scheme.subjects(TYPE, new Term.Iri(SKOS + "Concept")).forEach(concept -> {
                assertThat(languages(scheme, concept, SKOS + "prefLabel"))
                        .as(concept.toString())
                        .isEqualTo(Set.of("fr", "en"));
                assertThat(scheme.object(concept, SKOS + "notation"))
                        .as(concept.toString())
                        .isPresent();
            });
        }
    }

    /** Schemes of plain names, which say so, define only what needs it; all others define every concept. */
    @Test
    void eachConceptIsDefinedInBothLanguagesUnlessItsNameSaysAll() throws IOException {
        Set<String> plain = new TreeSet<>();
        int defined = 0;
        int all = 0;
        for (Path file : files(Path.of("ontology/schemes"), ".ttl")) {
            InMemoryGraph scheme = read(file);
            for (Term concept : concepts(scheme)) {
                all++;
                if (languages(scheme, concept, SKOS + "definition").equals(Set.of("fr", "en"))) {
                    defined++;
                    continue;
                }
                assertThat(scheme.objects(concept, SKOS + "definition"))
                        .as(concept.toString())
                        .isEmpty();
                Term in = scheme.object(concept, SKOS + "inScheme").orElseThrow();
                Term saying = scheme.object(concept, SKOS + "scopeNote").isPresent() ? concept : in;
                assertThat(languages(scheme, saying, SKOS + "scopeNote"))
                        .as(concept + " is not defined, and nothing says why")
                        .isEqualTo(Set.of("fr", "en"));
                plain.add(saying.text().replaceAll(".*/id/(nomenclature/)?", ""));
            }
        }
        System.out.printf("concepts: %d of %d defined, the others in %s%n", defined, all, plain);
        assertThat(plain)
                .containsExactly(
                        "discipline",
                        "discipline-barometre",
                        "discipline-insertion",
                        "indicateur-financier/taux-de-remuneration-des-permanents",
                        "remarque-insertion",
                        "secteur-disciplinaire",
                        "sexe");
        assertThat(defined).isEqualTo(all - 64);
    }

    @Test
    void eachConceptIsOnTopOrBelowAnotherAndNoneIsBelowItself() throws IOException {
        InMemoryGraph schemes = new InMemoryGraph();
        for (Path file : files(Path.of("ontology/schemes"), ".ttl")) {
            read(file).triples().forEach(schemes::add);
        }
        for (Term concept : concepts(schemes)) {
            assertThat(schemes.objects(concept, SKOS + "broader").size()
                            + schemes.objects(concept, SKOS + "topConceptOf").size())
                    .as(concept + " stands somewhere")
                    .isPositive();
            Set<Term> above = new HashSet<>();
            for (List<Term> next = schemes.objects(concept, SKOS + "broader"); !next.isEmpty(); ) {
                assertThat(concepts(schemes)).containsAll(next);
                next.forEach(above::add);
                next = next.stream()
                        .flatMap(term -> schemes.objects(term, SKOS + "broader").stream())
                        .filter(term -> !above.contains(term))
                        .toList();
            }
            assertThat(above).as(concept + " and what is above it").doesNotContain(concept);
        }
    }

    /** The addresses of others that are known without doubt: INSEE's own, in the form of its code, Wikidata's and those of SDMX. */
    @Test
    void conceptsLeadToThoseOfOthersInTheFormThatTheseUse() throws IOException {
        Set<Term> leading = new HashSet<>();
        for (Path file : files(Path.of("ontology/schemes"), ".ttl")) {
            InMemoryGraph scheme = read(file);
            for (Term concept : concepts(scheme)) {
                for (String kind : List.of("exact", "close", "broad", "narrow", "related")) {
                    for (Term target : scheme.objects(concept, SKOS + kind + "Match")) {
                        assertThat(target.text())
                                .matches("http://www\\.wikidata\\.org/entity/Q[1-9][0-9]*"
                                        + "|http://id\\.insee\\.fr/codes/cj/(n2/[0-9]{2}|n3/[0-9]{4})"
                                        + "|http://purl\\.org/linked-data/sdmx/2009/code#[a-zA-Z]+-[A-Z]"
                                        + "|" + MappedSample.BASE + "id/.*");
                        if (!target.text().startsWith(MappedSample.BASE)) {
                            leading.add(concept);
                        }
                    }
                }
            }
        }
        assertThat(leading).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void eachSchemeHasTheTopConceptsThatSayTheyAreIts() throws IOException {
        for (Path file : files(Path.of("ontology/schemes"), ".ttl")) {
            Collection<Quad> triples = read(file).triples();
            Set<List<Term>> said = triples.stream()
                    .filter(quad -> quad.predicate().equals(new Term.Iri(SKOS + "topConceptOf")))
                    .map(quad -> List.of(quad.object(), quad.subject()))
                    .collect(Collectors.toSet());
            Set<List<Term>> had = triples.stream()
                    .filter(quad -> quad.predicate().equals(new Term.Iri(SKOS + "hasTopConcept")))
                    .map(quad -> List.of(quad.subject(), quad.object()))
                    .collect(Collectors.toSet());
            assertThat(had).as(file.toString()).isEqualTo(said);
        }
    }

    @Test
    void anAcademieThatWasMergedSaysWhatReplacesIt() {
        InMemoryGraph scheme = read(Path.of("ontology/schemes/academies.ttl"));
        Term normandie = academie("A70");
        for (String merged : List.of("A05", "A21")) {
            assertThat(scheme.object(academie(merged), DCT + "isReplacedBy"))
                    .as(merged)
                    .contains(normandie);
        }
        assertThat(scheme.objects(normandie, DCT + "isReplacedBy")).isEmpty();
    }

    /** A licence's page is not the record of it at SPDX, and the terms of two of INSEE's vocabularies are INSEE's. */
    @Test
    void whatIsSomebodyElsesIsNotSaidToBeTheSame() {
        InMemoryGraph catalogue = read(Path.of("mappings/catalog.ttl"));
        Term licence = new Term.Iri("https://www.etalab.gouv.fr/licence-ouverte-open-licence");
        assertThat(catalogue.objects(licence, OWL + "sameAs")).isEmpty();
        assertThat(catalogue.object(licence, RDFS + "seeAlso"))
                .contains(new Term.Iri("https://spdx.org/licenses/etalab-2.0"));
        assertThat(read(Path.of("ontology/alignments.ttl")).triples())
                .hasSize(6)
                .allMatch(quad -> quad.predicate().equals(new Term.Iri(RDFS + "seeAlso")));
    }

    /** Identity links are held against patterns and check digits, and only ROR's against a record. */
    @Test
    void theCatalogueDoesNotSayThatEveryLinkIsVerified() {
        InMemoryGraph catalogue = read(Path.of("mappings/catalog.ttl"));
        Term subject = new Term.Iri(MappedSample.BASE + "catalog");
        assertThat(languages(catalogue, subject, DCT + "description")).isEqualTo(Set.of("fr", "en"));
        assertThat(catalogue.objects(subject, DCT + "description"))
                .noneMatch(text -> text.toString().contains("every link has been checked")
                        || text.toString().contains("chaque lien a été vérifié"));
    }

    @Test
    void eachTermOfOursThatIsUsedIsDescribed() throws IOException {
        Set<Term> described = new HashSet<>(terms(read(Path.of("ontology/pleiade.ttl"))));
        Set<String> unknown = new TreeSet<>();
        for (Path file : files(Path.of("mappings"), ".ttl")) {
            for (Quad quad : read(file).triples()) {
                Stream.of(quad.predicate(), quad.object())
                        .filter(term -> isOurs(term) && !described.contains(term))
                        .forEach(term -> unknown.add(file + ": " + term.toNTriples()));
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void eachConceptThatAnInstitutionHasIsDescribed() throws IOException {
        Set<Term> described = new HashSet<>();
        for (Path file : files(Path.of("ontology/schemes"), ".ttl")) {
            read(file).triples().forEach(quad -> described.add(quad.subject()));
        }
        MappedSample mapped = MappedSample.ofSources(Path.of("mappings/etablissements"), Path.of("data"));
        Set<Term> used = mapped.quads().stream()
                .map(Quad::object)
                .filter(OntologyTest::isConcept)
                .collect(Collectors.toSet());
        assertThat(used).isNotEmpty().isSubsetOf(described);
    }

    private static List<Term> concepts(InMemoryGraph scheme) {
        return scheme.subjects(TYPE, new Term.Iri(SKOS + "Concept")).toList();
    }

    private static Term academie(String code) {
        return new Term.Iri(MappedSample.BASE + "id/academie/" + code);
    }

    private static boolean isConcept(Term term) {
        return term instanceof Term.Iri iri
                && iri.value()
                        .matches(MappedSample.BASE
                                + "id/(type-etablissement|typologie|secteur|vague-contractuelle|statut-juridique"
                                + "|qualification|academie|systeme-identifiant)/.*");
    }

    private static boolean isOurs(Term term) {
        return term instanceof Term.Iri iri && iri.value().startsWith(VOCABULARY);
    }

    private static Set<Term> terms(InMemoryGraph vocabulary) {
        return vocabulary.triples().stream()
                .map(Quad::subject)
                .filter(term ->
                        term.text().startsWith(VOCABULARY) || term.text().startsWith(PLATFORM))
                .filter(term -> term.text().indexOf('#') > 0)
                .collect(Collectors.toSet());
    }

    private static Set<String> languages(InMemoryGraph graph, Term subject, String property) {
        return graph.objects(subject, property).stream()
                .map(term -> ((Term.Literal) term).language())
                .collect(Collectors.toSet());
    }

    private static InMemoryGraph read(Path file) {
        return RdfReader.readGraph(file, MappedSample.BASE);
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
