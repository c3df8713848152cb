package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Promises s1 to s6 (Signposting), v1 to v5 (VoID), x1 to x6 (sitemaps, robots), and the self-check. */
class DiscoveryTest {
    private static final String DATASET = "dataset/etablissements";

    @Test
    void s1_theLandingPageShowsTheWay() {
        HttpResponse<String> page = sample().get(DATASET, "Accept", "text/html");
        assertThat(targets(page, "cite-as")).containsExactly(BASE + DATASET);
        assertThat(targets(page, "describedby")).contains(BASE + DATASET + ".ttl");
        assertThat(targets(page, "item")).contains(BASE + "dump/etablissements.nt");
        assertThat(targets(page, "type")).containsExactly("https://schema.org/AboutPage", "https://schema.org/Dataset");
        assertThat(targets(page, "license")).hasSize(1);
        for (String relation : List.of("describedby", "item")) {
            for (String target : targets(page, relation)) {
                assertThat(sample().get(ServedSample.path(target)).statusCode())
                        .as(target)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void s1_thePageHasTheLinksOfTheHeader() {
        List<String> relations = List.of("cite-as", "describedby", "item", "type", "license", "author", "linkset");
        HttpResponse<String> page = sample().get(DATASET, "Accept", "text/html");
        TreeSet<String> inHeader = new TreeSet<>();
        Pattern field = Pattern.compile("<([^>]+)>; rel=\"([^\"]+)\"(?:; type=\"([^\"]+)\")?");
        page.headers().allValues("Link").forEach(value -> {
            Matcher matcher = field.matcher(value);
            if (matcher.matches() && relations.contains(matcher.group(2))) {
                inHeader.add("%s %s %s".formatted(matcher.group(2), matcher.group(1), matcher.group(3)));
            }
        });
        TreeSet<String> onPage = new TreeSet<>();
        Matcher element = Pattern.compile("<link rel=\"([^\"]+)\"(?:\\s+type=\"([^\"]+)\")?\\s+href=\"([^\"]+)\"")
                .matcher(page.body());
        while (element.find()) {
            if (relations.contains(element.group(1))) {
                onPage.add("%s %s %s".formatted(element.group(1), element.group(3), element.group(2)));
            }
        }
        assertThat(onPage).isEqualTo(inHeader);
        for (String relation : relations) {
            assertThat(onPage).as(relation).anyMatch(link -> link.startsWith(relation + " "));
        }
    }

    @Test
    void s2_aFileLeadsToItsDataset() {
        assertThat(targets(sample().get("dump/etablissements.nt"), "collection"))
                .containsExactly(BASE + DATASET);
    }

    @Test
    void s3_aDescriptionLeadsToWhatItDescribes() {
        assertThat(targets(sample().get(DATASET + ".ttl"), "describes")).containsExactly(BASE + DATASET);
        assertThat(targets(sample().get("doc/etablissement/0Mvk5.ttl"), "describes"))
                .containsExactly(BASE + "id/etablissement/0Mvk5");
    }

    @Test
    void s4_theLinksAreADocumentOfTheirOwn() {
        HttpResponse<String> json = sample().get("linkset/" + DATASET, "Accept", "application/linkset+json");
        assertThat(json.headers().firstValue("Content-Type")).contains("application/linkset+json");
        JsonNode first =
                JsonMapper.shared().readTree(json.body()).get("linkset").get(0);
        assertThat(first.get("anchor").asString()).isEqualTo(BASE + DATASET);
        assertThat(first.get("item").size()).isEqualTo(7);
        HttpResponse<String> text = sample().get("linkset/" + DATASET, "Accept", "application/linkset");
        assertThat(text.headers().firstValue("Content-Type")).contains("application/linkset");
        assertThat(text.body()).contains("rel=\"cite-as\"", "anchor=\"" + BASE + DATASET + "\"");
    }

    @Test
    void s5_theInterfacesAreListed() {
        HttpResponse<String> response = sample().get(".well-known/api-catalog");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/linkset+json");
        assertThat(response.body()).contains("service-desc", "service-doc", "service-meta", BASE + "openapi.json");
    }

    @Test
    void s6_theLinksFitIntoAHeader() {
        int bytes = sample().get(DATASET, "Accept", "text/html").headers().allValues("Link").stream()
                .mapToInt(String::length)
                .sum();
        assertThat(bytes).isLessThan(8_000);
    }

    @Test
    void v1_voidIsAtItsAgreedPlace() {
        HttpResponse<String> response = sample().get(".well-known/void");
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains(BASE + "void");
    }

    @Test
    void v2_voidIsAFileToo() {
        assertThat(graph("void.ttl").size()).isGreaterThan(100);
    }

    @Test
    void v3_datasetsAreDescribedWithRealCountsAndAddressesThatAnswer() {
        InMemoryGraph graph = graph("void");
        Term.Iri dataset = new Term.Iri(BASE + "dataset/regions");
        String voidNamespace = Vocabulary.VOID;
        assertThat(graph.objects(dataset, Vocabulary.DCT + "title")).isNotEmpty();
        assertThat(graph.objects(dataset, Vocabulary.DCT + "license")).isNotEmpty();
        assertThat(graph.object(dataset, voidNamespace + "triples")
                        .orElseThrow()
                        .text())
                .isEqualTo(Long.toString(
                        sample().release().graph("regions").orElseThrow().triples()));
        assertThat(graph.objects(dataset, voidNamespace + "uriSpace")).isNotEmpty();
        assertThat(graph.objects(dataset, voidNamespace + "vocabulary")).isNotEmpty();
        for (Term example : graph.objects(dataset, voidNamespace + "exampleResource")) {
            assertThat(sample().get(ServedSample.path(example.text())).statusCode())
                    .isEqualTo(303);
        }
        assertThat(graph.objects(dataset, voidNamespace + "dataDump"))
                .isNotEmpty()
                .allSatisfy(dump -> assertThat(
                                sample().get(ServedSample.path(dump.text())).statusCode())
                        .isEqualTo(200));
        long summed = graph.objects(dataset, voidNamespace + "propertyPartition").stream()
                .mapToLong(p -> Long.parseLong(
                        graph.object(p, voidNamespace + "triples").orElseThrow().text()))
                .sum();
        assertThat(summed)
                .isEqualTo(sample().release().graph("regions").orElseThrow().triples());
        assertThat(graph.objects(dataset, voidNamespace + "classPartition")).isNotEmpty();
    }

    @Test
    void v4_everyDocumentLeadsBackToItsDataset() {
        InMemoryGraph graph = graph("void");
        List<String> datasets = sample().release().graphs().stream()
                .map(published -> published.iri())
                .filter(iri -> iri.startsWith(BASE + "dataset/"))
                .toList();
        assertThat(datasets).hasSizeGreaterThan(3);
        for (String dataset : datasets) {
            for (Term example : graph.objects(new Term.Iri(dataset), Vocabulary.VOID + "exampleResource")) {
                String document = example.text().replaceFirst("/id/", "/doc/");
                assertThat(graph(ServedSample.path(document))
                                .objects(new Term.Iri(document), Vocabulary.VOID + "inDataset"))
                        .as(document)
                        .contains(new Term.Iri(dataset));
            }
        }
    }

    @Test
    void v5_voidAndDcatNameTheSameDatasets() {
        assertThat(datasets("void", Vocabulary.VOID)).isEqualTo(datasets("catalog", Vocabulary.DCAT));
    }

    private static TreeSet<String> datasets(String path, String vocabulary) {
        return graph(path)
                .subjects(Vocabulary.TYPE.value(), new Term.Iri(vocabulary + "Dataset"))
                .map(Term::text)
                .filter(iri -> iri.startsWith(BASE + "dataset/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void x1_robotsNameTheSitemapAndKeepOutOfQueries() {
        assertThat(sample().get("robots.txt").body())
                .contains("Sitemap: " + BASE + "sitemap.xml", "Disallow: /sparql?");
    }

    @Test
    void x2_theSitemapListsEveryThingOnceAtACanonicalAddressThatAnswers() {
        TreeSet<String> addresses = new TreeSet<>();
        for (String file : locations(sample().get("sitemap.xml").body())) {
            List<String> listed =
                    locations(sample().get(ServedSample.path(file)).body());
            assertThat(listed).hasSizeLessThanOrEqualTo(50_000);
            addresses.addAll(listed);
        }
        assertThat(addresses).allMatch(address -> address.startsWith(BASE)).hasSizeGreaterThan(200);
        int n = 0;
        for (String address : addresses) {
            if (n++ % 20 == 0) {
                assertThat(sample().get(ServedSample.path(address)).statusCode())
                        .as(address)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void x3_robotsKeepOutOfQueriesPagesOfPagesAndCopies() {
        assertThat(sample().get("robots.txt").body().lines())
                .contains(
                        "Disallow: /sparql?",
                        "Disallow: /data?",
                        "Disallow: /release/",
                        "Disallow: /*?*lang=",
                        "Disallow: /*?*in-",
                        "Disallow: /*?*_profile=");
    }

    @Test
    void x4_everyPageNamesItsCanonicalAddress() {
        assertThat(sample().get("doc/etablissement/0Mvk5.html").body())
                .contains("<link rel=\"canonical\" href=\"" + BASE + "doc/etablissement/0Mvk5\">");
    }

    @Test
    void x6_everyPathOfTheDescriptionAnswersAsDocumented() {
        JsonNode api = JsonMapper.shared().readTree(sample().get("openapi.json").body());
        assertThat(api.get("openapi").asString()).startsWith("3.1");
        assertThat(api.toString()).doesNotContain("{base}").doesNotContain("\"example\":\"{");
        api.get("paths").propertyStream().forEach(path -> {
            JsonNode get = path.getValue().get("get");
            String address = path.getKey().substring(1);
            String query = "";
            if (get.has("parameters")) {
                for (JsonNode parameter : get.get("parameters")) {
                    if (parameter.get("in").asString().equals("path")) {
                        address = address.replace(
                                "{" + parameter.get("name").asString() + "}",
                                parameter.get("example").asString());
                    } else if (parameter.get("name").asString().equals("graph")
                            || parameter.path("required").asBoolean()) {
                        query = "?" + parameter.get("name").asString() + "="
                                + parameter.get("example").asString();
                    }
                }
            }
            JsonNode responses = get.get("responses");
            int documented = responses.has("303") ? 303 : responses.has("308") ? 308 : 200;
            HttpResponse<String> response = sample().get(address + query);
            assertThat(response.statusCode()).as(path.getKey()).isEqualTo(documented);
            if (documented == 200) {
                String type =
                        response.headers().firstValue("Content-Type").orElse("").split(";")[0];
                assertThat(get.at("/responses/200/content").propertyNames())
                        .as(path.getKey())
                        .contains(type);
            }
        });
    }

    @Test
    void x6_everyRouteIsInTheDescription() {
        JsonNode paths = JsonMapper.shared()
                .readTree(sample().get("openapi.json").body())
                .get("paths");
        TreeSet<String> described = new TreeSet<>();
        paths.propertyNames().forEach(path -> described.add(shape(path)));
        TreeSet<String> missing = new TreeSet<>();
        for (JavaMethod method : new ClassFileImporter()
                .importPackages("fr.pleiade.web").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .toList()) {
            for (String route : routes(method)) {
                boolean isPublic =
                        !route.startsWith("/admin") && !route.equals("/error") && !route.startsWith("/assets");
                if (isPublic && !described.contains(shape(route))) {
                    missing.add(route);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<String> routes(JavaMethod method) {
        return Stream.of(GetMapping.class, RequestMapping.class)
                .filter(method::isAnnotatedWith)
                .flatMap(annotation -> Stream.of((Object[]) method.getAnnotationOfType(annotation.getName())
                        .get("value")
                        .orElse(new String[0])))
                .map(Object::toString)
                .toList();
    }

    /** Variables without their names, and without the suffix that asks for a form. */
    private static String shape(String path) {
        return path.replace(".{suffix}", "")
                .replaceFirst("/(id|doc|embed/card|embed/chart)/\\*\\*$", "/$1/{a}/{b}")
                .replaceAll("\\{[^}]+}", "{}");
    }

    @Test
    void x5_theFeedNamesTheReleases() throws Exception {
        HttpResponse<String> response = sample().get("feed.atom");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/atom+xml");
        Document feed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(feed.getDocumentElement().getTagName()).isEqualTo("feed");
        for (String needed : List.of("id", "title", "updated", "author", "entry")) {
            assertThat(feed.getElementsByTagName(needed).getLength()).as(needed).isPositive();
        }
        assertThat(response.body())
                .contains(BASE + "release/" + sample().release().id());
    }

    @Test
    void theInterfacesAreAPageInBothLanguages() {
        assertThat(sample().get("api?lang=fr", "Accept", "text/html").body())
                .contains("Le catalogue DCAT", "/dump/{slug}");
        assertThat(sample().get("api?lang=en", "Accept", "text/html").body()).contains("The DCAT catalogue");
    }

    @Test
    void h9_whoToTellOfAWeaknessIsSaid() {
        assertThat(sample().get(".well-known/security.txt").body())
                .containsPattern("Contact: (mailto|https?):")
                .containsPattern("Expires: \\d{4}-");
    }

    @Test
    void h9_theContactExpiresInTheFutureHoweverOldTheReleaseIs() {
        Matcher expires = Pattern.compile("(?m)^Expires: (.+)$")
                .matcher(sample().get(".well-known/security.txt").body());
        assertThat(expires.find()).isTrue();
        Instant expected = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(180, ChronoUnit.DAYS);
        assertThat(Instant.parse(
                        expires.group(1))) // not 365 days behind the release; RFC 9116, 2.5.5 advises less than a year
                .isBetween(expected.minus(1, ChronoUnit.DAYS), expected);
    }

    @Test
    void x2_noSitemapIsWithoutAnAddress() {
        List<String> files = locations(sample().get("sitemap.xml").body());
        assertThat(files).contains(BASE + "sitemap/pages.xml", BASE + "sitemap/regions-1.xml");
        for (String file : files) {
            assertThat(locations(sample().get(ServedSample.path(file)).body()))
                    .as(file)
                    .isNotEmpty();
        }
        for (String none : List.of("regions-0", "regions-2", "nothing-1")) {
            assertThat(sample().get("sitemap/" + none + ".xml").statusCode())
                    .as(none)
                    .isEqualTo(404);
        }
    }

    @Test
    void j1_aDatasetsPageSpeaksToSearchEngines() {
        Matcher matcher = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
                .matcher(sample().get(DATASET + ".html").body());
        assertThat(matcher.find()).isTrue();
        JsonNode dataset = JsonMapper.shared().readTree(matcher.group(1));
        assertThat(dataset.get("@context").asString()).isEqualTo("https://schema.org/");
        assertThat(dataset.get("description").asString()).hasSizeBetween(50, 5000);
        assertThat(dataset.get("license").asString()).startsWith("http");
        assertThat(dataset.get("distribution").get(0).get("contentUrl").asString())
                .startsWith(BASE + "dump/");
    }

    @Test
    void theSiteKeepsItsPromisesAndSaysSo() {
        InMemoryGraph report = graph("conformance.ttl");
        String earl = "http://www.w3.org/ns/earl#";
        List<String> failed = report.subjects(earl + "outcome", new Term.Iri(earl + "failed"))
                .map(result -> report.object(result, Vocabulary.DCT + "description")
                        .orElseThrow()
                        .text())
                .toList();
        assertThat(failed).isEmpty();
        assertThat(report.subjects(earl + "outcome", new Term.Iri(earl + "passed"))
                        .count())
                .isGreaterThan(30);
        assertThat(sample().get("conformance.html?lang=fr").body())
                .contains("Conformité")
                .contains("Une chose n&#39;est pas sa description")
                .contains("href=\"https://www.rfc-editor.org/rfc/rfc9110#section-15.4.4\"")
                .contains("Toutes les formes RDF d&#39;un document portent le même graphe.") // only tests can show it
                .doesNotContain("non tenue");
        Term.Iri promise = new Term.Iri(BASE + "conformance#u4");
        assertThat(report.objects(promise, Vocabulary.DCT + "title"))
                .contains(Term.Literal.inLanguage("Every form of a document that is RDF holds the same graph.", "en"));
        assertThat(report.objects(promise, Vocabulary.DCT + "source"))
                .containsExactly(new Term.Iri("https://www.w3.org/TR/rdf11-concepts/#graph-isomorphism"));
    }

    private static List<String> targets(HttpResponse<String> response, String relation) {
        Pattern link = Pattern.compile("<([^>]+)>; rel=\"" + relation + "\".*");
        return response.headers().allValues("Link").stream()
                .map(link::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
    }

    private static List<String> locations(String xml) {
        return Pattern.compile("<loc>([^<]+)</loc>")
                .matcher(xml)
                .results()
                .map(r -> r.group(1))
                .toList();
    }

    private static InMemoryGraph graph(String path) {
        HttpResponse<String> response = sample().get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
        return RdfReader.readGraph(new ByteArrayInputStream(bytes), path, Syntax.TURTLE, BASE);
    }
}
