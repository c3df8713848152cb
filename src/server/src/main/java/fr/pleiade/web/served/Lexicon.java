package fr.pleiade.web.served;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.FOAF;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.SCHEMA;
import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.VCARD;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pleiade.findings.Text;
import fr.pleiade.materialisation.Repetitions;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What things and terms are called in each language, for one release.
 *
 * <p>Looked for in the release's ontology, then in our words for the shared vocabularies ({@code vocabularies.ttl}), then in what the
 * release says of the thing itself; an IRI without a name is shown by its last part. Thread-safe. Memory: of the names that were looked for
 * last {@value #MOST_CHARACTERS} characters, some thousands of names.
 */
public final class Lexicon {
    /** Of IRIs and names together. */
    static final int MOST_CHARACTERS = 1 << 20;

    /** Characters of a name on a page, as a title or as a link's text; who wants the whole finds it among the thing's facts. */
    private static final int LONGEST_NAME = 300;

    /** The properties that name things, the best first. */
    public static final List<String> NAMING = List.of(
            SKOS + "prefLabel",
            RDFS + "label",
            DCT + "title",
            FOAF + "name",
            SCHEMA + "name",
            VCARD + "fn",
            SKOS + "notation");

    private static final List<String> EXPLAINING = List.of(SKOS + "definition", RDFS + "comment", DCT + "description");
    private static final InMemoryGraph SHARED = shared();

    private static final Text VOCABULARIES = new Text("Vocabularies and code lists", "Vocabulaires et nomenclatures");
    private static final Text VOCABULARY = new Text("Vocabulary of “%s”", "Vocabulaire de «\u00a0%s\u00a0»");

    private final Release release;
    private final InMemoryGraph ontology;
    private final Repetitions repetitions;
    private final Prefixes prefixes;
    private final ObservationNames observations;
    private final Cache<String, Named> names = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher(Lexicon::characters)
            .executor(Runnable::run) // in this thread, so that there is never more than the capacity
            .build();

    private Lexicon(Release release, InMemoryGraph ontology, Prefixes prefixes) {
        this.release = release;
        this.ontology = ontology;
        this.repetitions = Repetitions.of(ontology);
        this.prefixes = prefixes;
        this.observations =
                new ObservationNames(ontology, iri -> find(iri).labels()); // not the cache, which is being filled
    }

    /**
     * What something is called.
     *
     * @param property the property by which the release says it; {@code ""} if the release does not say it
     */
    private record Named(String property, Labels labels) {}

    private static int characters(String iri, Named named) {
        return iri.length()
                + named.labels().byLanguage().values().stream()
                        .mapToInt(String::length)
                        .sum();
    }

    /** {@return the lexicon of a release} */
    public static Lexicon of(Release release, Prefixes prefixes) {
        InMemoryGraph ontology =
                release.graph("vocab").isPresent() ? release.graphContent("vocab") : new InMemoryGraph();
        return new Lexicon(release, ontology, prefixes);
    }

    private static InMemoryGraph shared() {
        String name = "vocabularies.ttl";
        try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return RdfReader.readGraph(in, name, Syntax.TURTLE, "urn:none");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the release's ontology and concept schemes} */
    public InMemoryGraph ontology() {
        return ontology;
    }

    /** {@return our words for a term of a shared vocabulary; empty if it is in none} */
    public static Labels sharedNames(String iri) {
        return namesIn(SHARED, new Term.Iri(iri));
    }

    /** {@return what the release says for strangers, and says already in other words} */
    public Repetitions repetitions() {
        return repetitions;
    }

    /** {@return the narrowest of a thing's classes, in their order: see {@link Repetitions#narrowest}} */
    public List<String> narrowest(Collection<String> classes) {
        return repetitions.narrowest(classes);
    }

    /** {@return the names of a thing or term in its languages; empty if nobody names it} */
    public Labels names(String iri) {
        return names.get(iri, this::find).labels();
    }

    /** {@return the property by which the release itself says {@link #names} of a thing or term, the plainest if by several; {@code ""} if it does not} */
    public String naming(String iri) {
        return names.get(iri, this::find).property();
    }

    /** {@return how many characters it remembers} */
    long remembered() {
        return names.asMap().entrySet().stream()
                .mapToLong(name -> characters(name.getKey(), name.getValue()))
                .sum();
    }

    /** {@return the name in the reader's language, else the last part of the IRI; shortened if it is very long} */
    public String name(String iri, Locale locale) {
        Labels labels = names(iri);
        return shortened(labels.isEmpty() ? lastPart(iri) : labels.in(locale));
    }

    /** {@return a name as a page can show it, cut between two characters and ending in an ellipsis if it is very long} */
    public static String shortened(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME;
        return name.substring(0, end) + "…";
    }

    /** {@return the language of {@link #name}, or {@code ""} where it has none or it is the reader's own} */
    public String nameLanguage(String iri, Locale locale) {
        String language = names(iri).languageFor(locale);
        return language.equals(locale.getLanguage()) ? "" : language;
    }

    /** {@return what the term means, if the ontology or the shared vocabularies say so} */
    public Optional<String> meaning(String iri, Locale locale) {
        Term term = new Term.Iri(iri);
        return EXPLAINING.stream()
                .flatMap(p -> Stream.of(ontology.objects(term, p), SHARED.objects(term, p)))
                .map(Labels::of)
                .filter(labels -> !labels.isEmpty())
                .map(labels -> labels.in(locale))
                .findFirst();
    }

    /** {@return the IRI as {@code prefix:name} where a prefix of the site fits} */
    public String shorten(String iri) {
        return prefixes.shorten(iri);
    }

    /** {@return the IRI that {@link #shorten} shortens so; nothing if it is no {@code prefix:name} with a prefix of the site} */
    public Optional<String> expand(String shortened) {
        int colon = shortened.indexOf(':');
        return Optional.ofNullable(prefixes.namespaces().get(shortened.substring(0, Math.max(colon, 0))))
                .map(namespace -> namespace + shortened.substring(colon + 1));
    }

    /** {@return the names that a graph gives a thing, by the best of its naming properties} */
    public static Labels namesIn(InMemoryGraph graph, Term thing) {
        return NAMING.stream()
                .map(property -> Labels.of(graph.objects(thing, property)))
                .filter(labels -> !labels.isEmpty())
                .findFirst()
                .orElse(Labels.of(List.of()));
    }

    /** An address may have anything in the place of an IRI; what is none has no name. */
    private Named find(String iri) {
        if (iri.indexOf(':') < 1) {
            return new Named("", Labels.of(List.of()));
        }
        Term term = new Term.Iri(iri);
        Labels ours = namesIn(ontology, term);
        if (!ours.isEmpty()) {
            return new Named(property(ontology, term, ours), ours);
        }
        Labels shared = namesIn(SHARED, term);
        if (!shared.isEmpty()) {
            return new Named("", shared);
        }
        InMemoryGraph said = release.describe(iri);
        Labels labels = namesIn(said, term);
        if (!labels.isEmpty()) {
            return new Named(property(said, term, labels), labels);
        }
        Labels vocabulary = ofVocabulary(iri);
        return new Named("", vocabulary.isEmpty() ? observations.of(said, term) : vocabulary);
    }

    /** {@return what a vocabulary that nobody names is called: by the dataset for which it was made, or as that of the whole site} */
    private Labels ofVocabulary(String iri) {
        String all = release.base() + "vocab";
        if (iri.equals(all)) {
            return labels(VOCABULARIES);
        }
        if (!iri.startsWith(all + "/") || iri.indexOf('#') >= 0) {
            return Labels.of(List.of());
        }
        Labels dataset = names(release.base() + "dataset/" + iri.substring(all.length() + 1));
        return dataset.isEmpty()
                ? dataset
                : labels(new Text(
                        VOCABULARY.en().formatted(dataset.in(Locale.ENGLISH)),
                        VOCABULARY.fr().formatted(dataset.in(Locale.FRENCH))));
    }

    private static Labels labels(Text text) {
        return Labels.of(List.of(
                Term.Literal.inLanguage(text.fr(), Locale.FRENCH.getLanguage()),
                Term.Literal.inLanguage(text.en(), Locale.ENGLISH.getLanguage())));
    }

    private static String property(InMemoryGraph graph, Term term, Labels labels) {
        return Stream.concat(Stream.of(RDFS + "label"), NAMING.stream())
                .filter(property ->
                        !labels.isEmpty() && graph.objects(term, property).containsAll(labels.literals()))
                .findFirst()
                .orElse("");
    }

    /** {@return the last part of an IRI, which stands for a name where there is none} */
    public static String lastPart(String iri) {
        String end = iri.replaceFirst("[/#]+$", "");
        String last = end.substring(Math.max(end.lastIndexOf('/'), end.lastIndexOf('#')) + 1);
        return last.isEmpty() ? iri : last;
    }
}
