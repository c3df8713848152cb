package fr.pleiade.linking.names;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.util.BytesRef;

/** How a thing stands in an index: which fields have which terms. */
final class Fields {
    /** The whole thing, as {@link ThingBytes} writes it. */
    static final String THING = "thing";

    static final String IRI = "iri";

    /** The words of its names, as {@link NameWords} compares them. */
    static final String WORD = "word";

    /** All words of its names that are shown, without case and accents. */
    static final String FOLDED = "folded";

    /** Each of its names as one text, as {@link NameWords#key}. */
    static final String EXACT = "exact";

    /** Each of its names that are shown as one text of folded words: what begins so is a name that begins so. */
    static final String START = "start";

    /** The words of the names of its places. */
    static final String PLACE = "place";

    /** The IRIs of its places. */
    static final String AT = "at";

    static final String TYPE = "type";
    static final String HOST = "host";

    /** Its codes as {@code system:code}, and without their system as {@code :code}. */
    static final String CODE = "code";

    /** What results are narrowed by: a property, a line end and a value. */
    static final String VALUE = "value";

    /** What counts by value are made for, besides properties. */
    static final String TYPES = "type";

    static final String GRAPHS = "dataset";

    private static final int LONGEST_TERM = 8_000; // a term has at most 32,766 bytes

    private final NameWords words;
    private final FacetsConfig facets = new FacetsConfig();

    Fields(NameRules rules) {
        this.words = rules.words();
        facets.setMultiValued(TYPES, true);
        rules.facets().forEach(property -> facets.setMultiValued(property, true));
    }

    Document document(NamedThing thing) throws java.io.IOException {
        Document document = new Document();
        document.add(new BinaryDocValuesField(THING, new BytesRef(ThingBytes.write(thing))));
        add(document, IRI, Set.of(thing.iri()));
        add(document, WORD, words(thing.names(), Name::text, words::of));
        add(document, EXACT, words(thing.names(), Name::text, text -> List.of(words.key(text))));
        List<Name> shown = thing.names().stream()
                .filter(name -> name.role() != Name.Role.HIDDEN)
                .toList();
        add(document, FOLDED, words(shown, Name::text, NameWords::folded));
        add(document, START, words(shown, Name::text, text -> List.of(start(text))));
        Set<String> placeWords = new LinkedHashSet<>();
        for (NamedThing.Place place : thing.places()) {
            place.names().forEach(name -> placeWords.addAll(words.of(name)));
        }
        add(document, PLACE, placeWords);
        add(document, TYPE, new LinkedHashSet<>(thing.types()));
        add(document, HOST, new LinkedHashSet<>(thing.hosts()));
        add(document, CODE, codes(thing));
        addValues(document, thing);
        return facets.build(document);
    }

    private void addValues(Document document, NamedThing thing) {
        Set<String> values = new LinkedHashSet<>();
        values.add(value(GRAPHS, thing.graph()));
        document.add(new SortedSetDocValuesFacetField(GRAPHS, thing.graph()));
        for (String type : thing.types()) {
            document.add(new SortedSetDocValuesFacetField(TYPES, type));
        }
        Set<String> at = new LinkedHashSet<>();
        for (NamedThing.Place place : thing.places()) {
            if (!place.iri().isEmpty()) {
                at.add(place.iri());
                addValue(document, values, place.property(), place.iri());
            }
        }
        thing.kinds().forEach(kind -> addValue(document, values, kind.property(), kind.iri()));
        add(document, AT, at);
        add(document, VALUE, values);
    }

    private static void addValue(Document document, Set<String> values, String property, String value) {
        if (values.add(value(property, value))) {
            document.add(new SortedSetDocValuesFacetField(property, value));
        }
    }

    /** {@return the terms of {@link #CODE} by which a thing is found} */
    static Set<String> codes(NamedThing thing) {
        Set<String> codes = new LinkedHashSet<>();
        thing.codes().forEach(code -> codes.addAll(terms(code)));
        return codes;
    }

    private static List<String> terms(NamedThing.Code code) {
        return List.of(code.system() + ":" + code.code(), ":" + code.code(), ":" + loose(code.code()));
    }

    /** {@return whether a code is found by one of some terms of {@link #CODE}} */
    static boolean isFound(NamedThing.Code code, Set<String> terms) {
        return terms(code).stream().anyMatch(terms::contains);
    }

    /** {@return a code in small letters and without blanks, for those of no system that says how it is spelt} */
    static String loose(String code) {
        StringBuilder letters = new StringBuilder(code.length());
        for (int i = 0; i < code.length(); i++) {
            if (!Character.isWhitespace(code.charAt(i))) {
                letters.append(code.charAt(i));
            }
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    /** {@return the folded words as one text} */
    static String start(String text) {
        return String.join(" ", NameWords.folded(text));
    }

    static String value(String property, String value) {
        return property + "\n" + value;
    }

    private static <T> Set<String> words(List<T> from, Function<T, String> text, Function<String, List<String>> words) {
        Set<String> all = new LinkedHashSet<>();
        from.forEach(one -> all.addAll(words.apply(text.apply(one))));
        return all;
    }

    private static void add(Document document, String field, Set<String> terms) {
        for (String term : terms) {
            if (!term.isEmpty() && term.length() < LONGEST_TERM) {
                document.add(new StringField(field, term, Field.Store.NO));
            }
        }
    }

    FacetsConfig facets() {
        return facets;
    }
}
