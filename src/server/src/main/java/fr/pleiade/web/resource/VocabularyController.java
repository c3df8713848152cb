package fr.pleiade.web.resource;

import static fr.pleiade.rdf.Vocabulary.IDS;
import static fr.pleiade.rdf.Vocabulary.OWL;
import static fr.pleiade.rdf.Vocabulary.QB;
import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.TYPE;
import static fr.pleiade.rdf.Vocabulary.VOID;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.web.Edition;
import fr.pleiade.web.Editions;
import fr.pleiade.web.document.Document;
import fr.pleiade.web.document.Documents;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.Alphabetical;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /vocab}: all our vocabularies and code lists; {@code /vocab/{name}}: one vocabulary with its terms; {@code /vocab/{name}/{term}}: one
 * of them, with where it is used; negotiated or by suffix; below {@code /release/{id}} those of one release. The version that a vocabulary says
 * it is ({@code owl:versionIRI}, {@code /vocab/{name}/1.2}) leads to it.
 */
@Controller
class VocabularyController {
    private final Editions editions;
    private final Documents documents;
    private final ServedReleases served;
    private final PerRelease<Map<String, TermUses>> uses = new PerRelease<>(release -> new ConcurrentHashMap<>());

    VocabularyController(Editions editions, Documents documents, ServedReleases served) {
        this.served = served;
        this.editions = editions;
        this.documents = documents;
    }

    @GetMapping({"/vocab", "/vocab.{suffix}", "/release/{id}/vocab", "/release/{id}/vocab.{suffix}"})
    void all(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        editions.answer(path, edition -> sendAll(exchange, edition, path));
    }

    private void sendAll(Exchange exchange, Edition edition, Map<String, String> path) throws IOException {
        Release release = edition.release();
        InMemoryGraph ontology = served.of(release).lexicon().ontology();
        Document document = Document.of(edition, "vocab")
                .graph(() -> ontology)
                .page(
                        "vocabularies",
                        locale -> Map.of(
                                "vocabularies", listed(ontology, OWL + "Ontology", release, locale),
                                "schemes", listed(ontology, SKOS + "ConceptScheme", release, locale),
                                "systems", listed(ontology, IDS + "System", release, locale)));
        documents.answer(exchange, document, path);
    }

    @GetMapping({
        "/vocab/{name:[^.]+}",
        "/vocab/{name:[^.]+}.{suffix}",
        "/release/{id}/vocab/{name:[^.]+}",
        "/release/{id}/vocab/{name:[^.]+}.{suffix}"
    })
    void one(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        editions.answer(path, edition -> sendOne(exchange, edition, path));
    }

    private void sendOne(Exchange exchange, Edition edition, Map<String, String> path) throws IOException {
        Release release = edition.release();
        String name = "vocab/" + path.getOrDefault("name", "");
        InMemoryGraph ontology = served.of(release).lexicon().ontology();
        String iri = address(ontology, edition.latestAddress(name), path.getOrDefault("name", ""));
        InMemoryGraph vocabulary = vocabulary(ontology, iri);
        if (vocabulary.size() == 0) {
            throw Refusal.notFound(exchange.address());
        }
        Document document = Document.of(edition, name)
                .graph(() -> vocabulary)
                .page("vocabulary", locale -> terms(release, vocabulary, iri, locale));
        documents.answer(exchange, document, path);
    }

    @GetMapping({
        "/vocab/{name:[^.]+}/{term:[^.]+}",
        "/vocab/{name:[^.]+}/{term:[^.]+}.{suffix}",
        "/release/{id}/vocab/{name:[^.]+}/{term:[^.]+}",
        "/release/{id}/vocab/{name:[^.]+}/{term:[^.]+}.{suffix}"
    })
    void term(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        editions.answer(path, edition -> sendTerm(exchange, edition, path));
    }

    private void sendTerm(Exchange exchange, Edition edition, Map<String, String> path) throws IOException {
        Served content = served.of(edition.release());
        InMemoryGraph ontology = content.lexicon().ontology();
        String name = path.getOrDefault("name", "");
        String vocabulary = address(ontology, edition.latestAddress("vocab/" + name), name);
        if (ontology.objects(new Term.Iri(vocabulary), OWL + "versionIRI").contains(version(vocabulary, path))) {
            exchange.redirect(303, edition.address("vocab/" + name));
            return;
        }
        Term.Iri term = new Term.Iri(vocabulary + "#" + RequestPath.encode(path.getOrDefault("term", "")));
        InMemoryGraph said = new InMemoryGraph();
        ontology.about(term).forEach(said::add);
        if (said.size() == 0) {
            throw Refusal.notFound(exchange.address());
        }
        Document document = Document.of(edition, "vocab/" + name + "/" + path.getOrDefault("term", ""))
                .graph(() -> said)
                .page("term", locale -> {
                    TermPage page = TermPage.of(term, vocabulary, uses(content, term), content, locale);
                    return Map.of("term", page, "description", page.meaning());
                });
        documents.answer(exchange, document, path);
    }

    /** {@return what is asked for, taken for a version such as 1.2: what stands behind its point looks like a suffix} */
    private static Term version(String vocabulary, Map<String, String> path) {
        String suffix = path.containsKey("suffix") ? "." + path.get("suffix") : "";
        return new Term.Iri(vocabulary + "/" + RequestPath.encode(path.getOrDefault("term", "") + suffix));
    }

    /** Only terms of the ontology are looked up, so that what is kept has its size. */
    private TermUses uses(Served content, Term.Iri term) {
        return uses.of(content.release()).computeIfAbsent(term.value(), iri -> TermUses.of(term, content));
    }

    /** {@return the vocabulary's IRI: the address, or that of a vocabulary defined here whose own address is elsewhere and ends in the name} */
    private static String address(InMemoryGraph ontology, String address, String name) {
        Term.Iri type = new Term.Iri(OWL + "Ontology");
        return ontology.subjects(TYPE.value(), type).map(Term::text).toList().contains(address)
                ? address
                : ontology.subjects(TYPE.value(), type)
                        .map(Term::text)
                        .filter(iri -> iri.endsWith("/" + name))
                        .findFirst()
                        .orElse(address);
    }

    private static InMemoryGraph vocabulary(InMemoryGraph ontology, String address) {
        InMemoryGraph vocabulary = new InMemoryGraph();
        for (Quad triple : ontology.triples()) {
            String subject = triple.subject().text();
            if (subject.equals(address) || subject.startsWith(address + "#")) {
                vocabulary.add(triple);
            }
        }
        return vocabulary;
    }

    private List<Entry> listed(InMemoryGraph ontology, String type, Release release, Locale locale) {
        List<Entry> entries = ontology.subjects(TYPE.value(), new Term.Iri(type))
                .map(subject -> entry(subject, release, locale))
                .toList();
        return Alphabetical.sorted(entries, entry -> entry.term().text(), locale);
    }

    /** {@return a vocabulary with an address elsewhere, leading to its page here} */
    private static Shown here(Shown shown, String iri) {
        return shown.isElsewhere() && iri.indexOf('#') < 0
                ? shown.leadingTo("/vocab/" + iri.substring(iri.lastIndexOf('/') + 1))
                : shown;
    }

    private Map<String, Object> terms(Release release, InMemoryGraph vocabulary, String iri, Locale locale) {
        Lexicon lexicon = served.of(release).lexicon();
        Grouping grouping = new Grouping(lexicon.ontology());
        Map<String, List<Entry>> groups = new TreeMap<>();
        vocabulary.triples().stream()
                .map(Quad::subject)
                .filter(subject -> subject.text().startsWith(iri + "#"))
                .distinct()
                .forEach(subject -> groups.computeIfAbsent(group(vocabulary, subject, grouping), g -> new ArrayList<>())
                        .add(entry(subject, iri, release, locale)));
        groups.replaceAll((group, entries) -> Alphabetical.sorted(
                entries, entry -> entry.term().text(), Comparator.comparing(Entry::fragment), locale));
        return Map.of(
                "name",
                lexicon.name(iri, locale),
                "description",
                lexicon.meaning(iri, locale).orElse(""),
                "iri",
                iri,
                "groups",
                groups.entrySet().stream()
                        .map(group -> new Group(group.getKey().substring(1), group.getValue()))
                        .toList());
    }

    /** {@return a digit for the place among the groups, and the group's key} */
    private static String group(InMemoryGraph vocabulary, Term term, Grouping grouping) {
        List<String> types =
                vocabulary.objects(term, TYPE.value()).stream().map(Term::text).toList();
        if (types.stream().anyMatch(type -> type.endsWith("Class"))) {
            return "0classes";
        }
        if (types.stream().anyMatch(type -> type.startsWith(QB))) {
            return "8cube";
        }
        if (types.stream().noneMatch(type -> type.endsWith("Property"))) {
            return "9others";
        }
        Grouping.Part part = grouping.of(term.text());
        return (part.ordinal() + 1) + part.name().toLowerCase(Locale.ROOT);
    }

    /** Terms of one kind, named by {@code vocabulary.group.<key>} in the messages. */
    record Group(String key, List<Entry> terms) {
        Group {
            terms = List.copyOf(terms);
        }
    }

    /** A term, what it means, how often it is used, and where its own page is, or {@code ""}. */
    record Entry(Shown term, String fragment, String meaning, long uses, String page) {}

    private Entry entry(Term subject, Release release, Locale locale) {
        return entry(subject, "", release, locale);
    }

    private Entry entry(Term subject, String vocabulary, Release release, Locale locale) {
        Lexicon lexicon = served.of(release).lexicon();
        String iri = subject.text();
        return new Entry(
                here(Shown.iri(iri, lexicon, release.base(), locale), iri),
                iri.substring(iri.indexOf('#') + 1),
                lexicon.meaning(iri, locale).orElse(""),
                uses(served.of(release).catalog(), subject),
                vocabulary.isEmpty() ? "" : TermPage.address("/vocab/" + Lexicon.lastPart(vocabulary), iri));
    }

    /** {@return how many triples of all datasets have a property, or how many things are of a class} */
    private static long uses(InMemoryGraph catalog, Term term) {
        return Stream.concat(
                        catalog.subjects(VOID + "property", term)
                                .flatMap(part -> catalog.objects(part, VOID + "triples").stream()),
                        catalog.subjects(VOID + "class", term)
                                .flatMap(part -> catalog.objects(part, VOID + "entities").stream()))
                .map(Term::text)
                .filter(number -> number.matches("\\d{1,15}"))
                .mapToLong(Long::parseLong)
                .sum();
    }
}
