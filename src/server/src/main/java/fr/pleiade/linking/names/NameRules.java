package fr.pleiade.linking.names;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.FOAF;
import static fr.pleiade.rdf.Vocabulary.GEO;
import static fr.pleiade.rdf.Vocabulary.LINK;
import static fr.pleiade.rdf.Vocabulary.LOCN;
import static fr.pleiade.rdf.Vocabulary.ORG;
import static fr.pleiade.rdf.Vocabulary.PROV;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.SCHEMA;
import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.VCARD;

import fr.pleiade.identifiers.CodeReader;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.quads.Sha256;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a site's ontology says of names: which properties name things, say where they are, of which kind, and bear their codes; which
 * words mean the same.
 *
 * <p>The shared vocabularies' properties are known; one of the site's own is what it is declared to be a sub-property of, or, where
 * that is not ours to say, what it is read as:
 *
 * <pre>{@code
 * ex:shortName rdfs:subPropertyOf skos:altLabel .
 * ex:initials link:as link:acronym .            # and link:formerName
 * ex:partOf link:as dct:spatial .
 * ex:Event link:as link:unsearched .            # a class whose things are not looked for
 * ex:words link:sameWords "university univ universität" .
 * }</pre>
 *
 * <p>Immutable; thread-safe.
 */
public final class NameRules {
    private static final String SUB_PROPERTY = RDFS + "subPropertyOf";
    private static final String SUB_CLASS = RDFS + "subClassOf";
    private static final String READ_AS = LINK + "as";
    private static final Term UNSEARCHED = new Term.Iri(LINK + "unsearched");

    /** What a property says of a thing. */
    enum Use {
        ACRONYM,
        FORMER_NAME,
        HIDDEN_NAME,
        ALTERNATIVE_NAME,
        NAME,
        PLACE,
        PLACE_NAME,
        KIND,
        CODE,
        SITE,
        BEGIN,
        END
    }

    private static final Map<String, Use> SHARED = Map.ofEntries(
            Map.entry(LINK + "acronym", Use.ACRONYM),
            Map.entry(LINK + "formerName", Use.FORMER_NAME),
            Map.entry(SKOS + "hiddenLabel", Use.HIDDEN_NAME),
            Map.entry(SKOS + "altLabel", Use.ALTERNATIVE_NAME),
            Map.entry(SCHEMA + "alternateName", Use.ALTERNATIVE_NAME),
            Map.entry(SCHEMA + "legalName", Use.ALTERNATIVE_NAME),
            Map.entry(DCT + "alternative", Use.ALTERNATIVE_NAME),
            Map.entry(SKOS + "prefLabel", Use.NAME),
            Map.entry(RDFS + "label", Use.NAME),
            Map.entry(DCT + "title", Use.NAME),
            Map.entry(FOAF + "name", Use.NAME),
            Map.entry(SCHEMA + "name", Use.NAME),
            Map.entry(VCARD + "fn", Use.NAME),
            Map.entry(DCT + "spatial", Use.PLACE),
            Map.entry(DCT + "isPartOf", Use.PLACE),
            Map.entry(GEO + "sfWithin", Use.PLACE),
            Map.entry(FOAF + "based_near", Use.PLACE),
            Map.entry(SCHEMA + "location", Use.PLACE),
            Map.entry(SCHEMA + "containedInPlace", Use.PLACE),
            Map.entry(LOCN + "postName", Use.PLACE_NAME),
            Map.entry(SCHEMA + "addressLocality", Use.PLACE_NAME),
            Map.entry(VCARD + "locality", Use.PLACE_NAME),
            Map.entry(ORG + "classification", Use.KIND),
            Map.entry(DCT + "type", Use.KIND),
            Map.entry(SCHEMA + "additionalType", Use.KIND),
            Map.entry(SCHEMA + "identifier", Use.CODE),
            Map.entry(DCT + "identifier", Use.CODE),
            Map.entry(FOAF + "homepage", Use.SITE),
            Map.entry(SCHEMA + "url", Use.SITE),
            Map.entry(SCHEMA + "foundingDate", Use.BEGIN),
            Map.entry(SCHEMA + "dissolutionDate", Use.END),
            Map.entry(PROV + "invalidatedAtTime", Use.END));

    /** What the value of a property is evidence of when a thing is looked for. */
    public enum Evidence {
        /** Another name. */
        NAME,
        /** An identifier. */
        CODE,
        /** A place, or the name of one. */
        PLACE,
        /** The address of a web site. */
        SITE
    }

    /** A property by which a thing bears a code of a system, and the classes of the things that do; any if there are none. */
    record Key(String system, Set<String> classes) {
        Key {
            classes = Set.copyOf(classes);
        }
    }

    private final Map<String, Use> uses;
    private final Map<String, List<Key>> keys;
    private final Map<String, String> systems;
    private final Map<String, List<String>> superclasses;
    private final Set<String> unsearched;
    private final List<CodeReader> readers;
    private final NameWords words;
    private final String digest;

    private NameRules(InMemoryGraph ontology) {
        this.uses = uses(ontology);
        this.readers = IdentifierSystems.of(ontology, "the site's vocabulary").systems().stream()
                .map(CodeReader::new)
                .toList();
        this.systems = readers.stream()
                .map(CodeReader::system)
                .collect(Collectors.toMap(system -> system.iri(), system -> system.slug(), (first, second) -> first));
        this.keys = keys(ontology);
        this.superclasses = superclasses(ontology);
        this.unsearched = ontology.subjects(READ_AS, UNSEARCHED).map(Term::text).collect(Collectors.toSet());
        Map<String, String> same = sameWords(ontology);
        this.words = new NameWords(same);
        this.digest = digest(same);
    }

    /**
     * {@return the rules of an ontology}
     *
     * @param ontology the terms and concept schemes of a site; nothing where it has none
     * @throws fr.pleiade.identifiers.SystemsException if a declared identifier system is at fault
     */
    public static NameRules of(InMemoryGraph ontology) {
        return new NameRules(ontology);
    }

    /** The same rules with other uses of properties. */
    private NameRules(NameRules rules, Map<String, Use> uses) {
        this.uses = Map.copyOf(uses);
        this.readers = rules.readers;
        this.systems = rules.systems;
        this.keys = rules.keys;
        this.superclasses = rules.superclasses;
        this.unsearched = rules.unsearched;
        this.words = rules.words;
        this.digest = rules.digest + new TreeMap<>(uses);
    }

    /**
     * {@return the same rules, by which some properties alone say what things are called, where they are or where their web sites are}
     *
     * @param properties those properties by what they are evidence of; of what is not there, all that were known are
     */
    public NameRules reading(Map<Evidence, Set<String>> properties) {
        Map<String, Use> read = new HashMap<>(uses);
        read.keySet()
                .removeIf(property ->
                        evidence(property).filter(properties::containsKey).isPresent());
        properties.forEach((evidence, named) -> named.forEach(property -> read.put(property, as(evidence, property))));
        return new NameRules(this, read);
    }

    private Use as(Evidence evidence, String property) {
        Optional<Use> known =
                evidence(property).filter(evidence::equals).flatMap(same -> Optional.ofNullable(uses.get(property)));
        return known.orElseGet(() -> switch (evidence) {
            case NAME -> Use.NAME;
            case CODE -> Use.CODE;
            case PLACE -> Use.PLACE;
            case SITE -> Use.SITE;
        });
    }

    /** {@return whether things of a class have labels that nobody looks for, as events and observations do} */
    boolean isUnsearched(String type) {
        return unsearched.contains(type);
    }

    private static Map<String, Use> uses(InMemoryGraph ontology) {
        Map<String, Use> uses = new HashMap<>(SHARED);
        Set<String> declared = new TreeSet<>();
        for (Quad triple : ontology.triples()) {
            String predicate = triple.predicate().value();
            if (predicate.equals(SUB_PROPERTY) || predicate.equals(READ_AS)) {
                declared.add(triple.subject().text());
            }
        }
        for (String property : declared) {
            if (!SHARED.containsKey(property)) {
                use(property, ontology).ifPresent(use -> uses.put(property, use));
            }
        }
        return Map.copyOf(uses);
    }

    /** {@return what the nearest of the properties above it is for; of several as near, the most particular} */
    private static Optional<Use> use(String property, InMemoryGraph ontology) {
        Set<String> seen = new HashSet<>();
        List<String> level = List.of(property);
        while (!level.isEmpty()) {
            Optional<Use> found =
                    level.stream().filter(SHARED::containsKey).map(SHARED::get).min(Comparator.naturalOrder());
            if (found.isPresent()) {
                return found;
            }
            seen.addAll(level);
            level = level.stream()
                    .map(Term.Iri::new)
                    .flatMap(below -> java.util.stream.Stream.concat(
                            ontology.objects(below, SUB_PROPERTY).stream(), ontology.objects(below, READ_AS).stream()))
                    .filter(Term.Iri.class::isInstance)
                    .map(Term::text)
                    .filter(above -> !seen.contains(above))
                    .distinct()
                    .toList();
        }
        return Optional.empty();
    }

    private Map<String, List<Key>> keys(InMemoryGraph ontology) {
        Map<String, List<Key>> found = new HashMap<>();
        for (Quad triple : ontology.triples()) {
            if (triple.predicate().value().equals(LINK + "key")
                    && systems.containsKey(triple.subject().text())) {
                Set<String> classes = ontology.objects(triple.subject(), LINK + "class").stream()
                        .map(Term::text)
                        .collect(Collectors.toSet());
                found.computeIfAbsent(triple.object().text(), property -> new ArrayList<>())
                        .add(new Key(systems.get(triple.subject().text()), classes));
            }
        }
        found.replaceAll((property, all) ->
                all.stream().sorted(Comparator.comparing(Key::system)).toList());
        return Map.copyOf(found);
    }

    private static Map<String, List<String>> superclasses(InMemoryGraph ontology) {
        Map<String, List<String>> above = new HashMap<>();
        for (Quad triple : ontology.triples()) {
            if (triple.predicate().value().equals(SUB_CLASS) && triple.object() instanceof Term.Iri parent) {
                above.computeIfAbsent(triple.subject().text(), name -> new ArrayList<>())
                        .add(parent.value());
            }
        }
        above.replaceAll((name, parents) -> parents.stream().sorted().toList());
        return Map.copyOf(above);
    }

    private static Map<String, String> sameWords(InMemoryGraph ontology) {
        Map<String, String> same = new LinkedHashMap<>();
        ontology.triples().stream()
                .filter(triple -> triple.predicate().value().equals(LINK + "sameWords"))
                .map(triple -> triple.object().text())
                .sorted()
                .forEach(group -> {
                    List<String> words = NameWords.folded(group);
                    words.forEach(word -> same.putIfAbsent(NameWords.singular(word), NameWords.singular(words.get(0))));
                });
        return same;
    }

    private String digest(Map<String, String> same) {
        return Sha256.of(String.join(
                "\n",
                new TreeSet<>(unsearched).toString(),
                new TreeSet<>(uses.entrySet().stream().map(Object::toString).toList()).toString(),
                new TreeSet<>(keys.entrySet().stream()
                                .map(key -> key.getKey()
                                        + key.getValue().stream()
                                                .map(one -> one.system() + new TreeSet<>(one.classes()))
                                                .toList())
                                .toList())
                        .toString(),
                readers.stream()
                        .map(reader -> reader.system().toString())
                        .toList()
                        .toString(),
                new TreeSet<>(superclasses.entrySet().stream()
                                .map(Object::toString)
                                .toList())
                        .toString(),
                same.toString()));
    }

    /** {@return what a property is for; nothing if it is none of these} */
    Optional<Use> use(String property) {
        return Optional.ofNullable(uses.get(property));
    }

    /** {@return what the values of a property are evidence of; nothing if of nothing} */
    public Optional<Evidence> evidence(String property) {
        if (keys.containsKey(property)) {
            return Optional.of(Evidence.CODE);
        }
        return use(property).flatMap(use -> switch (use) {
            case ACRONYM, FORMER_NAME, HIDDEN_NAME, ALTERNATIVE_NAME, NAME -> Optional.of(Evidence.NAME);
            case PLACE, PLACE_NAME -> Optional.of(Evidence.PLACE);
            case CODE -> Optional.of(Evidence.CODE);
            case SITE -> Optional.of(Evidence.SITE);
            case KIND, BEGIN, END -> Optional.empty();
        });
    }

    /** {@return the properties that are for something} */
    public Set<String> properties() {
        Set<String> all = new TreeSet<>(uses.keySet());
        all.addAll(keys.keySet());
        return all;
    }

    /** {@return the properties by whose values results can be narrowed} */
    public Set<String> facets() {
        return uses.entrySet().stream()
                .filter(use -> use.getValue() == Use.PLACE || use.getValue() == Use.KIND)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@return whether a property says where things are; of {@link #facets}, the others say of which kind} */
    public boolean isPlace(String property) {
        return uses.get(property) == Use.PLACE;
    }

    /** {@return the systems whose codes a property bears} */
    List<Key> keys(String property) {
        return keys.getOrDefault(property, List.of());
    }

    /** {@return the notation of the system with an IRI, or {@code ""}} */
    String system(String iri) {
        return systems.getOrDefault(iri, "");
    }

    /** {@return the readers of the codes of all systems, in the order of their notations} */
    public List<CodeReader> readers() {
        return readers;
    }

    /** {@return the classes, and those that they are kinds of, each once} */
    List<String> withSuperclasses(Iterable<String> classes) {
        Set<String> all = new LinkedHashSet<>();
        Deque<String> rest = new ArrayDeque<>();
        classes.forEach(rest::add);
        while (!rest.isEmpty()) {
            String next = rest.remove();
            if (all.add(next)) {
                rest.addAll(superclasses.getOrDefault(next, List.of()));
            }
        }
        return List.copyOf(all);
    }

    NameWords words() {
        return words;
    }

    /** {@return what changes when the same graph would be indexed otherwise} */
    String digest() {
        return digest;
    }
}
