package fr.pleiade.web.catalog;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.FOAF;
import static fr.pleiade.rdf.Vocabulary.LOCN;
import static fr.pleiade.rdf.Vocabulary.PROV;
import static fr.pleiade.rdf.Vocabulary.TYPE;
import static fr.pleiade.rdf.Vocabulary.VCARD;
import static fr.pleiade.rdf.Vocabulary.VOID;

import fr.pleiade.quality.stars.Measurements;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a description says of a catalogue or a dataset, as rows of a page: one language, and nothing that is shown elsewhere on it. */
final class Facts {
    private static final Set<String> SHOWN_APART = Set.of(
            TYPE.value(),
            DCT + "title",
            DCT + "description",
            DCT + "identifier",
            DCAT + "dataset",
            DCAT + "distribution",
            Measurements.OF_DATASET,
            DCAT + "landingPage",
            LOCN + "geometry",
            DCAT + "record",
            DCAT + "service",
            DCAT + "hasCurrentVersion");

    /** What readers ask first. What is not named here comes after, in the order of the description. */
    private static final List<String> ORDER = List.of(
            DCT + "license",
            DCT + "publisher",
            DCT + "creator",
            DCAT + "contactPoint",
            DCT + "issued",
            DCT + "modified",
            DCT + "accrualPeriodicity",
            DCAT + "version",
            DCT + "temporal",
            DCAT + "startDate",
            DCAT + "endDate",
            DCT + "spatial",
            DCT + "language",
            DCAT + "theme",
            DCAT + "keyword",
            PROV + "wasDerivedFrom");

    private final InMemoryGraph graph;
    private final Lexicon lexicon;
    private final String base;
    private final Locale locale;

    Facts(InMemoryGraph graph, Lexicon lexicon, String base, Locale locale) {
        this.graph = graph;
        this.lexicon = lexicon;
        this.base = base;
        this.locale = locale;
    }

    List<Shown.Row> about(Term subject) {
        Map<String, List<Term>> byProperty = new LinkedHashMap<>();
        for (Quad triple : graph.about(subject)) {
            String property = triple.predicate().value();
            if (!SHOWN_APART.contains(property) && !property.startsWith(VOID)) {
                byProperty.computeIfAbsent(property, p -> new ArrayList<>()).add(triple.object());
            }
        }
        byProperty
                .getOrDefault(FOAF + "page", new ArrayList<>())
                .removeAll(byProperty.getOrDefault(PROV + "wasDerivedFrom", List.of()));
        return byProperty.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .sorted(Comparator.comparingInt(entry -> rank(entry.getKey())))
                .map(entry -> new Shown.Row(
                        Shown.iri(entry.getKey(), lexicon, base, locale),
                        inOneLanguage(entry.getValue()).stream()
                                .map(this::shown)
                                .toList()))
                .toList();
    }

    private static int rank(String property) {
        int known = ORDER.indexOf(property);
        return known < 0 ? ORDER.size() : known;
    }

    /** Texts in the page's language if there are any in it, and all that has no language. */
    private List<Term> inOneLanguage(List<Term> values) {
        boolean spoken = values.stream().anyMatch(v -> language(v).equals(locale.getLanguage()));
        return values.stream()
                .filter(v -> !spoken || language(v).isEmpty() || language(v).equals(locale.getLanguage()))
                .toList();
    }

    private static String language(Term term) {
        return term instanceof Term.Literal literal ? literal.language() : "";
    }

    private Shown shown(Term value) {
        if (value instanceof Term.Literal literal) {
            return Shown.literal(literal, lexicon, locale);
        }
        Labels names = Lexicon.namesIn(graph, value);
        boolean isDescribedHere = !graph.about(value).isEmpty();
        boolean hasPage = !value.text().contains("#") && !(value instanceof Term.BlankNode);
        if (isDescribedHere && !hasPage) {
            String mail = graph.object(value, VCARD + "hasEmail")
                    .map(address -> Shown.href(address.text(), base))
                    .orElse("");
            return new Shown(names.in(locale), mail, "", false, "", names.isEmpty() ? about(value) : List.of());
        }
        Shown iri = Shown.iri(value.text(), lexicon, base, locale);
        return names.isEmpty()
                ? iri
                : new Shown(names.in(locale), iri.href(), "", iri.isElsewhere(), iri.title(), List.of());
    }
}
