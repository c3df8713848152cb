package fr.pleiade.quality.harvest;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.RDFS;

import fr.pleiade.findings.Text;
import fr.pleiade.quality.description.Licence;
import fr.pleiade.quality.description.Licences;
import fr.pleiade.rdf.Term;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The nine criteria of data.gouv.fr, by our own calculation, on a given day. */
final class DataGouvQuality {
    private static final int DESCRIPTION = 100;
    private static final Set<String> CLOSED_FORMATS = Set.of("PDF", "DOC", "DOCX", "XLS", "XLSX");
    private static final Set<String> DUBLIN_CORE = Set.of(
            "annual",
            "monthly",
            "weekly",
            "daily",
            "quarterly",
            "semiannual",
            "biennial",
            "triennial",
            "irregular",
            "continuous");
    private static final Set<String> UNKNOWN = Set.of("UNKNOWN", "OTHER");

    /** How many days an update may take, by the code of the frequency; one without a period is always kept. */
    private static final Map<String, Integer> DAYS = Map.ofEntries(
            Map.entry("DAILY", 1),
            Map.entry("WEEKLY", 7),
            Map.entry("BIWEEKLY", 14),
            Map.entry("MONTHLY", 31),
            Map.entry("BIMONTHLY", 62),
            Map.entry("QUARTERLY", 92),
            Map.entry("ANNUAL_3", 122),
            Map.entry("ANNUAL_2", 183),
            Map.entry("SEMIANNUAL", 183),
            Map.entry("ANNUAL", 366),
            Map.entry("BIENNIAL", 731),
            Map.entry("TRIENNIAL", 1096));

    private final Described dataset;
    private final String base;
    private final LocalDate day;

    DataGouvQuality(Described dataset, String base, LocalDate day) {
        this.dataset = dataset;
        this.base = base;
        this.day = day;
    }

    Score score() {
        return new Score(
                Rules.BUNDLED.score("data.gouv.fr").stream().map(this::point).toList());
    }

    private Score.Point point(Rules.Criterion criterion) {
        Text lost = lost(criterion.id());
        return new Score.Point(
                criterion.id(),
                criterion.dimension(),
                criterion.title(),
                criterion.points(),
                lost.en().isEmpty() ? criterion.points() : 0,
                lost);
    }

    private Text lost(String criterion) {
        List<Described> files = dataset.distributions();
        return switch (criterion) {
            case "license" ->
                when(licence().isPresent(), "it would be 'notspecified'", "elle serait « non spécifiée »");
            case "temporal" ->
                when(
                        dataset.each(DCT + "temporal").stream()
                                .anyMatch(period -> !period.isIri() && period.isPeriod()),
                        "no dct:temporal with a beginning or an end that stands in the catalogue itself",
                        "aucun dct:temporal avec un début ou une fin dans le catalogue lui-même");
            case "spatial" ->
                when(
                        dataset.each(DCT + "spatial").stream().anyMatch(Described::hasPolygon),
                        "no dct:spatial with a polygon",
                        "aucun dct:spatial avec un polygone");
            case "frequency" ->
                when(
                        frequency().isPresent(),
                        "no dct:accrualPeriodicity that it knows",
                        "aucun dct:accrualPeriodicity qu'il connaisse");
            case "inTime" -> inTime();
            case "description" ->
                when(
                        dataset.french(DCT + "description").stream()
                                .anyMatch(text -> text.text().length() > DESCRIPTION),
                        "the description is shorter",
                        "la description est plus courte");
            case "openFormat" ->
                when(
                        files.stream().anyMatch(DataGouvQuality::isOpen),
                        "no distribution has an open format",
                        "aucune distribution n'a de format ouvert");
            case "available" ->
                when(
                        !files.isEmpty()
                                && files.stream()
                                        .allMatch(file -> file.address().startsWith(base)),
                        "an address is another site's, which was not asked, or there is none",
                        "une adresse est d'un autre site, qui n'a pas été interrogé, ou il n'y en a pas");
            case "documented" ->
                when(
                        files.stream().anyMatch(file -> file.has(DCT + "description")),
                        "no distribution has a description",
                        "aucune distribution n'a de description");
            default -> throw new IllegalStateException("scores.tsv: no criterion " + criterion);
        };
    }

    /** {@return the licence that it finds: of the dataset first, then of the distributions} */
    Optional<Licence> licence() {
        Licences known = Licences.bundled();
        for (Described node : Stream.concat(Stream.of(dataset), dataset.distributions().stream())
                .toList()) {
            for (Described licence : node.each(DCT + "license")) {
                Optional<Licence> found = licence.has(RDFS + "label")
                        ? known.called(licence.text(RDFS + "label"))
                        : licence.isIri()
                                ? known.at(licence.node().text())
                                : known.called(licence.node().text());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** {@return the code of the frequency, if it is one that has a meaning there} */
    Optional<String> frequency() {
        return dataset.code(DCT + "accrualPeriodicity", "frequency")
                .filter(code -> !UNKNOWN.contains(code))
                .or(() -> dataset.all(DCT + "accrualPeriodicity").stream()
                        .map(Term::text)
                        .map(text -> text.substring(text.lastIndexOf('/') + 1))
                        .filter(DUBLIN_CORE::contains)
                        .map(text -> text.toUpperCase(Locale.ROOT))
                        .findFirst());
    }

    /** One day late is forgiven, and a frequency without a period is always kept. */
    private Text inTime() {
        Optional<String> frequency = frequency();
        if (frequency.isEmpty()) {
            return new Text("no frequency that it knows", "aucune fréquence qu'il connaisse");
        }
        int days = DAYS.getOrDefault(frequency.get(), -1);
        String modified = dataset.text(DCT + "modified");
        if (days < 0) {
            return when(true, "", "");
        }
        try {
            LocalDate last = LocalDate.parse(modified.substring(0, Math.min(modified.length(), "2026-01-01".length())));
            return when(
                    !last.plusDays(days + 1L).isBefore(day),
                    "it was last modified on " + last,
                    "sa dernière modification date du " + last);
        } catch (DateTimeParseException e) {
            return new Text("no dct:modified that is a date", "aucun dct:modified qui soit une date");
        }
    }

    /** A format that is of no list counts as it is written, a media type by its last part. */
    private static boolean isOpen(Described file) {
        String written = file.has(DCT + "format") ? file.text(DCT + "format") : file.text(DCAT + "mediaType");
        String format = written.substring(written.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
        return !format.isEmpty() && !CLOSED_FORMATS.contains(format);
    }

    private static Text when(boolean isRight, String en, String fr) {
        return isRight ? new Text("", "") : new Text(en, fr);
    }
}
