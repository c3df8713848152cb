package fr.pleiade.quality.harvest;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.SPDX;

import fr.pleiade.rdf.Term;
import java.time.LocalDate;
import java.util.List;

/** What becomes of the properties of one dataset: what the rules say of each, and what its values make of that. */
final class Fates {
    private static final int LEAST_FOR_GOOGLE = 50;
    private static final int MOST_FOR_GOOGLE = 5000;

    private final Described dataset;
    private final DataGouvQuality dataGouv;
    private final LocalDate day;

    Fates(Described dataset, DataGouvQuality dataGouv, LocalDate day) {
        this.dataset = dataset;
        this.dataGouv = dataGouv;
        this.day = day;
    }

    Fate of(Field.Level level, String property, Harvester harvester) {
        Fate usual = Rules.BUNDLED.fate(level, property, harvester);
        if (usual.kind() == Fate.Kind.DROPPED) {
            return usual;
        }
        return switch (harvester) {
            case DATA_GOUV ->
                level == Field.Level.DATASET ? atDataGouv(property, usual) : fileAtDataGouv(property, usual);
            case CKAN -> level == Field.Level.DATASET ? atCkan(property, usual) : usual;
            case GOOGLE -> level == Field.Level.DATASET ? atGoogle(property, usual) : usual;
            case EUROPA -> usual;
        };
    }

    private Fate atDataGouv(String property, Fate usual) {
        List<Described> values = dataset.each(property);
        if (property.equals(DCT + "title") || property.equals(DCT + "description")) {
            return oneLanguage(property, usual);
        } else if (property.equals(DCAT + "keyword")) {
            return tags(property, usual);
        } else if (property.equals(DCAT + "theme")) {
            return part(
                    values.stream()
                            .filter(theme -> theme.has(SKOS + "prefLabel"))
                            .count(),
                    values.size(),
                    usual,
                    "without a skos:prefLabel it is dropped",
                    "sans skos:prefLabel, il est perdu");
        } else if (property.equals(DCT + "temporal")) {
            return period(values, usual);
        } else if (property.equals(DCT + "spatial")) {
            return part(
                    values.stream().filter(Described::hasPolygon).count(),
                    values.size(),
                    usual,
                    "a place without a polygon is dropped",
                    "un lieu sans polygone est perdu");
        } else if (property.equals(DCT + "license")) {
            return licence(values, usual);
        } else if (property.equals(DCT + "accrualPeriodicity")) {
            return dataGouv.frequency().isPresent()
                    ? usual
                    : usual.dropped("a frequency that it does not know", "une fréquence qu'il ne connaît pas");
        } else if (property.equals(DCAT + "contactPoint")) {
            return part(
                    values.stream().filter(Described::isContact).count(),
                    values.size(),
                    usual,
                    "a contact needs vcard:fn and vcard:hasEmail",
                    "un contact demande vcard:fn et vcard:hasEmail");
        } else if (property.equals(DCT + "publisher") || property.equals(DCT + "creator")) {
            return part(
                    values.stream().filter(Described::hasName).count(),
                    values.size(),
                    usual,
                    "an agent needs a foaf:name",
                    "un agent demande un foaf:name");
        } else if (property.equals(DCT + "modified")
                && dataset.text(property).compareTo(day.plusDays(1).toString()) >= 0) {
            return usual.dropped("a date in the future", "une date à venir");
        } else if (property.equals(DCAT + "distribution")) {
            return part(
                    values.stream().filter(file -> !file.address().isEmpty()).count(),
                    values.size(),
                    usual,
                    "a distribution without an address is dropped",
                    "une distribution sans adresse est perdue");
        }
        return usual;
    }

    private Fate fileAtDataGouv(String property, Fate usual) {
        List<Described> files = dataset.distributions();
        if (property.equals(DCT + "title") || property.equals(DCT + "description")) {
            return files.stream().anyMatch(file -> file.languages(property) > 1)
                    ? usual.noting("the French text is kept", "le texte français est gardé")
                    : usual;
        } else if (property.equals(DCAT + "accessURL")) {
            return files.stream()
                            .anyMatch(file -> file.has(DCAT + "downloadURL")
                                    && !file.text(property).equals(file.text(DCAT + "downloadURL")))
                    ? usual.dropped("the downloadURL wins", "la downloadURL l'emporte")
                    : usual;
        } else if (property.equals(SPDX + "checksum")) {
            List<Described> sums =
                    files.stream().flatMap(file -> file.each(property).stream()).toList();
            return part(
                    sums.stream()
                            .filter(sum ->
                                    sum.text(SPDX + "algorithm").matches(SPDX + "checksumAlgorithm_(md5|sha1|sha256)"))
                            .count(),
                    sums.size(),
                    usual,
                    "it knows md5, sha1 and sha256",
                    "il connaît md5, sha1 et sha256");
        } else if (property.equals(DCAT + "accessService")) {
            return usual.misread(
                    "the distribution becomes a resource of type API, and the service is no service there",
                    "la distribution devient une ressource de type API, et le service n'en est pas un");
        }
        return usual;
    }

    private Fate oneLanguage(String property, Fate usual) {
        return dataset.languages(property) > 1
                ? usual.noting("the French text is kept", "le texte français est gardé")
                : usual;
    }

    private Fate tags(String property, Fate usual) {
        long iris = dataset.each(property).stream().filter(Described::isIri).count();
        if (iris > 0) {
            return usual.misread(
                    "keywords that are addresses are dropped: %d".formatted(iris),
                    "les mots-clés qui sont des adresses sont perdus : %d".formatted(iris));
        }
        long others = dataset.all(property).stream()
                .map(Described::language)
                .filter(tag -> !tag.isEmpty() && !tag.startsWith("fr"))
                .count();
        return others > 0
                ? usual.misread(
                        "the %d keywords of other languages become tags as well".formatted(others),
                        "les %d mots-clés d'autres langues deviennent aussi des étiquettes".formatted(others))
                : usual;
    }

    private static Fate period(List<Described> periods, Fate usual) {
        if (periods.stream().anyMatch(Described::isIri)) {
            return usual.misread(
                    "an address, which it fetches: lost unless it answers RDF",
                    "une adresse, qu'il va chercher : perdue si elle ne répond pas du RDF");
        }
        if (periods.stream().noneMatch(Described::isPeriod)) {
            return usual.dropped("neither a beginning nor an end", "ni début ni fin");
        }
        return periods.size() > 1
                ? usual.misread(
                        "one of %d is kept".formatted(periods.size()),
                        "une sur %d est gardée".formatted(periods.size()))
                : usual;
    }

    private Fate licence(List<Described> licences, Fate usual) {
        if (dataGouv.licence().isEmpty()) {
            return usual.dropped("it knows no such licence", "il ne connaît pas cette licence");
        }
        return licences.stream().anyMatch(licence -> licence.has(RDFS + "label"))
                ? usual.misread(
                        "it reads the rdfs:label instead of the address", "il lit le rdfs:label et non l'adresse")
                : usual;
    }

    private Fate atCkan(String property, Fate usual) {
        int values = dataset.all(property).size();
        if (property.equals(DCAT + "keyword") && dataset.languages(property) > 1) {
            return usual.misread(
                    "the keywords of all languages become tags",
                    "les mots-clés de toutes les langues deviennent des étiquettes");
        } else if ((property.equals(DCT + "title") || property.equals(DCT + "description"))
                && dataset.languages(property) > 1) {
            return usual.noting("one language is kept: the portal's", "une langue est gardée : celle du portail");
        }
        boolean isOne = List.of(
                        DCT + "spatial", DCT + "publisher", DCT + "creator", DCAT + "contactPoint", DCT + "temporal")
                .contains(property);
        return isOne && values > 1
                ? usual.misread(
                        "one of %d is kept, in no order".formatted(values),
                        "un sur %d est gardé, sans ordre".formatted(values))
                : usual;
    }

    private Fate atGoogle(String property, Fate usual) {
        if (property.equals(DCT + "description")) {
            int longest = dataset.all(property).stream()
                    .map(Term::text)
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
            return longest < LEAST_FOR_GOOGLE || longest > MOST_FOR_GOOGLE
                    ? usual.dropped(
                            "%d characters, where it takes 50 to 5000".formatted(longest),
                            "%d caractères, quand il en prend de 50 à 5000".formatted(longest))
                    : usual;
        } else if (property.equals(DCT + "spatial")) {
            List<Described> places = dataset.each(property);
            return part(
                    places.stream()
                            .filter(place -> place.has(SKOS + "prefLabel")
                                    || place.has(RDFS + "label")
                                    || place.has(DCT + "title"))
                            .count(),
                    places.size(),
                    usual,
                    "our pages embed places that have a name",
                    "nos pages reprennent les lieux qui ont un nom");
        }
        return usual;
    }

    private static Fate part(long kept, int all, Fate usual, String en, String fr) {
        if (kept == all) {
            return usual;
        }
        return kept == 0
                ? usual.dropped(en, fr)
                : usual.misread("%d of %d: %s".formatted(kept, all, en), "%d sur %d : %s".formatted(kept, all, fr));
    }
}
