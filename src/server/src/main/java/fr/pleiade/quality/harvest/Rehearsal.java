package fr.pleiade.quality.harvest;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.findings.Text;
import fr.pleiade.quality.description.Licence;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What becomes of one dataset's description at the portals. Nobody is asked: it is read out of the catalogue as they would read it.
 *
 * @param slug the dataset's
 * @param day the day on which it is harvested
 * @param europa the score at data.europa.eu: that of its best distribution
 * @param distributions what each distribution would score there alone, by its title, the best one first
 * @param dataGouv the score at data.gouv.fr
 * @param fields what each harvester keeps, drops or misreads
 * @param notes what else is to be known
 */
public record Rehearsal(
        String slug,
        LocalDate day,
        Score europa,
        List<OfDistribution> distributions,
        Score dataGouv,
        List<Field> fields,
        List<Text> notes) {
    private static final int EXCELLENT = 351;
    private static final int GOOD = 221;
    private static final int SUFFICIENT = 121;
    private static final int FOR_THE_LICENCE = 10;
    private static final Map<String, String> PREFIXES = new TreeMap<>(Map.of(
            Vocabulary.DCT,
            "dct:",
            Vocabulary.DCAT,
            "dcat:",
            Vocabulary.FOAF,
            "foaf:",
            Vocabulary.PROV,
            "prov:",
            Vocabulary.SPDX,
            "spdx:",
            Vocabulary.ADMS,
            "adms:",
            Vocabulary.VOID,
            "void:",
            "http://data.europa.eu/r5r/",
            "dcatap:",
            "http://www.w3.org/ns/dqv#",
            "dqv:",
            Vocabulary.POWDER,
            "wdrs:"));

    public Rehearsal {
        distributions = List.copyOf(distributions);
        fields = List.copyOf(fields);
        notes = List.copyOf(notes);
    }

    /** What a distribution would score alone. */
    public record OfDistribution(String title, int total) {}

    /**
     * {@return what becomes of a dataset}
     *
     * @param graph the whole catalogue as it is served
     * @param base the site's base, at which the catalogue and the dataset stand
     * @param day the day on which it is harvested
     */
    public static Rehearsal of(InMemoryGraph graph, String base, String slug, LocalDate day) {
        Described catalog = new Described(graph, new Term.Iri(base + "catalog"));
        Described dataset = catalog.at(new Term.Iri(base + "dataset/" + slug));
        List<MetadataQuality.OfDistribution> scores = new MetadataQuality(catalog, dataset, base).scores();
        DataGouvQuality dataGouv = new DataGouvQuality(dataset, base, day);
        return new Rehearsal(
                slug,
                day,
                scores.get(0).score(),
                scores.stream()
                        .map(one -> new OfDistribution(one.title(), one.score().total()))
                        .toList(),
                dataGouv.score(),
                fields(dataset, new Fates(dataset, dataGouv, day)),
                notes(dataset, dataGouv));
    }

    private static List<Field> fields(Described dataset, Fates fates) {
        List<Field> fields = new ArrayList<>();
        counted(List.of(dataset))
                .forEach((property, values) -> fields.add(field(Field.Level.DATASET, property, values, fates)));
        counted(dataset.distributions())
                .forEach((property, values) -> fields.add(field(Field.Level.DISTRIBUTION, property, values, fates)));
        return fields;
    }

    private static SortedMap<String, Integer> counted(List<Described> nodes) {
        SortedMap<String, Integer> values = new TreeMap<>();
        nodes.forEach(node -> node.graph().about(node.node()).stream()
                .map(Quad::predicate)
                .filter(property -> !property.equals(TYPE))
                .forEach(property -> values.merge(property.value(), 1, Integer::sum)));
        return values;
    }

    private static Field field(Field.Level level, String property, int values, Fates fates) {
        Map<Harvester, Fate> byHarvester = new EnumMap<>(Harvester.class);
        for (Harvester harvester : Harvester.values()) {
            byHarvester.put(harvester, fates.of(level, property, harvester));
        }
        return new Field(level, property, values, byHarvester);
    }

    private static List<Text> notes(Described dataset, DataGouvQuality dataGouv) {
        List<Text> notes = new ArrayList<>();
        if (!dataset.has(DCT + "identifier") || !dataset.has(DCT + "title")) {
            notes.add(
                    new Text(
                            "data.gouv.fr skips a dataset without dct:identifier or dct:title: nothing of this one would be there",
                            "data.gouv.fr passe un jeu de données sans dct:identifier ou sans dct:title : rien de celui-ci n'y serait"));
        }
        dataGouv.licence()
                .filter(licence -> licence.authority().isEmpty())
                .map(Rehearsal::ceiling)
                .ifPresent(notes::add);
        notes.add(
                new Text(
                        "a portal that still judges by the shapes of DCAT-AP 2.1.1 gives 30 points less: they know no SHA-256",
                        "un portail qui juge encore par les formes de DCAT-AP 2.1.1 donne 30 points de moins : elles ignorent SHA-256"));
        if (dataset.has(DCAT + "distribution")) {
            notes.add(new Text(
                    "data.europa.eu scores the copy that it stores, and of several distributions the best one",
                    "data.europa.eu note la copie qu'il conserve et, de plusieurs distributions, la meilleure"));
        }
        return notes;
    }

    /** A licence that the European Union has no entry for costs its points wherever it is named truly. */
    private static Text ceiling(Licence licence) {
        return new Text(
                "under %s %s points of data.europa.eu are the most that there are: the European Union's list of licences has no entry for it. To name another licence would be untrue"
                        .formatted(licence.title().en(), most()),
                "sous %s, %s points de data.europa.eu sont le plus que l'on puisse avoir : la liste de licences de l'Union européenne ne la connaît pas. Nommer une autre licence serait faux"
                        .formatted(licence.title().fr(), most()));
    }

    private static int most() {
        return Rules.BUNDLED.score("mqa").stream()
                        .mapToInt(Rules.Criterion::points)
                        .sum()
                - FOR_THE_LICENCE;
    }

    /** {@return what data.europa.eu calls such a score} */
    public Text rating() {
        return rating(europa.total());
    }

    static Text rating(int total) {
        if (total >= EXCELLENT) {
            return new Text("excellent", "excellent");
        } else if (total >= GOOD) {
            return new Text("good", "bon");
        }
        return total >= SUFFICIENT ? new Text("sufficient", "suffisant") : new Text("bad", "mauvais");
    }

    /** {@return a property as people write it} */
    public static String shortened(String property) {
        return PREFIXES.entrySet().stream()
                .filter(prefix -> property.startsWith(prefix.getKey()))
                .map(prefix ->
                        prefix.getValue() + property.substring(prefix.getKey().length()))
                .findFirst()
                .orElse(property);
    }
}
