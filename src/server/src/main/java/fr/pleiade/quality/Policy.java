package fr.pleiade.quality;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.mapping.function.Functions;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.site.Dataset;
import fr.pleiade.site.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How bad the findings of each rule are at one site: the table of {@link Rule}, changed by what {@code catalog.ttl} says for all
 * datasets and {@code dataset.ttl} for one, which must say why.
 *
 * <pre>{@code
 * <dataset/etablissements> gate:policy [ gate:rule "duplicate-key" ; gate:severity "warning" ;
 *   rdfs:comment "Two sites of one school share a row's key until the register is mended."@en ] .
 * }</pre>
 *
 * <p>A column of personal data that is published on purpose is declared likewise:
 * {@code <dataset/x> gate:personal [ csvw:name "Email" ; rdfs:comment "…"@en ]}.
 *
 * <p>Counts that are too small to be published are hidden, in every form, with what would give them back:
 *
 * <pre>{@code
 * <dataset/x> gate:smallCounts [ gate:threshold 5 ; csvw:name "women" , "men" ; gate:total "all" ;
 *   gate:totalRow [ csvw:name "level" ; gate:member "Total" ; gate:by "school" , "year" ] ; rdfs:comment "…"@en ] .
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Policy {
    /** The namespace of the vocabulary in which a site speaks to the gate. */
    public static final String NAMESPACE = "https://w3id.org/pleiade/gate#";

    /** The defaults, with nothing changed. */
    public static final Policy DEFAULTS = new Policy(List.of(), List.of(), Map.of(), Map.of());

    private static final double ACCEPTABLE_LOSS = 0.1;

    private static final String CSVW = "http://www.w3.org/ns/csvw#";
    private static final String EVERYWHERE = "";
    private static final String FUNCTION = "https://w3id.org/pleiade/function#";

    private final List<Override> overrides;
    private final List<Personal> personal;
    private final Map<String, Double> acceptableLosses;
    private final Map<String, List<SmallCounts>> smallCounts;
    private final Map<Key, Severity> severities = new HashMap<>();

    private record Key(String dataset, String rule) {}

    /**
     * A severity that a site has changed.
     *
     * @param dataset the slug of the dataset that it is for; {@code ""} for all
     * @param rule the rule's id
     * @param severity what its findings are instead
     * @param why the site's reason
     */
    public record Override(String dataset, String rule, Severity severity, Text why) {
        private Finding recorded() {
            Text word = word(severity);
            String document = dataset.isEmpty() ? "catalog.ttl" : dataset + "/dataset.ttl";
            return new Finding(
                    Rule.SEVERITY_CHANGED.id(),
                    Rule.SEVERITY_CHANGED.severity(),
                    new Place.InFile(document),
                    new Text(
                            "findings of the rule '%s' are '%s' here: %s".formatted(rule, word.en(), why.en()),
                            "les constats de la règle « %s » valent ici « %s » : %s"
                                    .formatted(rule, word.fr(), why.fr())),
                    Rule.SEVERITY_CHANGED.remedy());
        }
    }

    /** {@return the word that people know a severity by} */
    public static Text word(Severity severity) {
        return switch (severity) {
            case ERROR -> new Text("refuse", "refus");
            case WARNING -> new Text("warning", "avertissement");
            case INFO -> new Text("note", "note");
        };
    }

    /**
     * A column of personal data that a site means to publish.
     *
     * @param dataset the slug of its dataset
     * @param column the column's name
     * @param why the site's reason
     * @param document where it says so, as findings cite it
     */
    public record Personal(String dataset, String column, Text why, String document) {
        private Finding recorded() {
            return Rule.PERSONAL_DECLARED.at(
                    new Place.InFile(document),
                    "the column '%1$s' holds personal data: %2$s",
                    "la colonne « %1$s » contient des données personnelles : %3$s",
                    column,
                    why.en(),
                    why.fr());
        }
    }

    /**
     * @param overrides what is changed; one for a dataset wins over one for all
     * @param personal the columns of personal data that are declared
     * @param acceptableLosses by dataset, or by {@code ""} for all, the share that may be lost from one release to the next
     * @param smallCounts by dataset, the counts that must not be published
     */
    public Policy(
            List<Override> overrides,
            List<Personal> personal,
            Map<String, Double> acceptableLosses,
            Map<String, List<SmallCounts>> smallCounts) {
        this.overrides = List.copyOf(overrides);
        this.personal = List.copyOf(personal);
        this.acceptableLosses = Map.copyOf(acceptableLosses);
        this.smallCounts = Map.copyOf(smallCounts);
        overrides.forEach(one -> severities.put(new Key(one.dataset(), one.rule()), one.severity()));
    }

    /** A policy that hides no counts. */
    public Policy(List<Override> overrides, List<Personal> personal, Map<String, Double> acceptableLosses) {
        this(overrides, personal, acceptableLosses, Map.of());
    }

    /**
     * {@return the policy that a site declares}
     *
     * @throws PolicyException if a declaration names no rule that there is, no severity, or gives no reason; names its line
     */
    public static Policy of(Site site) {
        Functions functions = Functions.with(site.identifierSystems());
        List<Override> overrides = new ArrayList<>();
        List<Personal> personal = new ArrayList<>();
        Map<String, Double> losses = new HashMap<>();
        Map<String, List<SmallCounts>> counts = new HashMap<>();
        Source catalog = new Source(site.catalog().description(), "catalog.ttl", EVERYWHERE);
        read(catalog, site.catalog().iri(), functions, overrides);
        readLoss(catalog, site.catalog().iri(), losses);
        for (Dataset dataset : site.datasets()) {
            Source source = new Source(dataset.description(), dataset.descriptionName(), dataset.slug());
            read(source, dataset.iri(), functions, overrides);
            readPersonal(source, dataset.iri(), personal);
            readLoss(source, dataset.iri(), losses);
            counts.put(dataset.slug(), smallCounts(source, dataset.iri()));
        }
        return new Policy(overrides, personal, losses, counts);
    }

    private static void readLoss(Source source, Term subject, Map<String, Double> losses) {
        InMemoryGraph graph = source.graph();
        for (Term share : graph.objects(subject, NAMESPACE + "acceptableLoss")) {
            if (!share.text().matches("0(\\.[0-9]+)?|1(\\.0+)?")) {
                String problem = "gate:acceptableLoss is a share from 0 to 1, such as 0.25, not '%s'";
                throw wrong(graph, subject, source.name(), problem.formatted(share.text()));
            }
            losses.put(source.dataset(), Double.parseDouble(share.text()));
        }
    }

    private static void readPersonal(Source source, Term subject, List<Personal> personal) {
        InMemoryGraph graph = source.graph();
        for (Term column : graph.objects(subject, NAMESPACE + "personal")) {
            String name = graph.object(column, CSVW + "name")
                    .map(Term::text)
                    .orElseThrow(() -> wrong(graph, column, source.name(), "a gate:personal needs a csvw:name"));
            Text why = why(graph, column);
            if (why.en().isBlank()) {
                String problem = "it declares the column '%s' to be personal without saying why it is published";
                throw wrong(graph, column, source.name(), problem.formatted(name));
            }
            personal.add(new Personal(source.dataset(), name, why, source.name()));
        }
    }

    private static List<SmallCounts> smallCounts(Source source, Term subject) {
        InMemoryGraph graph = source.graph();
        List<SmallCounts> all = new ArrayList<>();
        for (Term each : graph.objects(subject, NAMESPACE + "smallCounts")) {
            String threshold = value(graph, each, "threshold", source.name(), "smallCounts");
            List<String> columns = texts(graph, each, CSVW + "name");
            if (!threshold.matches("[1-9][0-9]{0,8}") || threshold.equals("1") || columns.isEmpty()) {
                String problem =
                        "a gate:smallCounts needs a gate:threshold of 2 or more, not '%s', and a csvw:name for each column";
                throw wrong(graph, each, source.name(), problem.formatted(threshold));
            }
            Text why = why(graph, each);
            if (why.en().isBlank()) {
                throw wrong(graph, each, source.name(), "it hides small counts without saying why");
            }
            String total =
                    graph.object(each, NAMESPACE + "total").map(Term::text).orElse("");
            SmallCounts.TotalRows rows = totalRows(source, each);
            all.add(new SmallCounts(
                    Long.parseLong(threshold),
                    columns.stream().filter(column -> !column.equals(total)).toList(),
                    total,
                    rows,
                    why,
                    new Place.InLine(source.name(), graph.line(each))));
        }
        return List.copyOf(all);
    }

    private static SmallCounts.TotalRows totalRows(Source source, Term counts) {
        InMemoryGraph graph = source.graph();
        Optional<Term> row = graph.object(counts, NAMESPACE + "totalRow");
        if (row.isEmpty()) {
            return SmallCounts.TotalRows.NONE;
        }
        String column = graph.object(row.get(), CSVW + "name")
                .map(Term::text)
                .orElseThrow(() -> wrong(graph, counts, source.name(), "a gate:totalRow needs a csvw:name"));
        return new SmallCounts.TotalRows(
                column,
                value(graph, row.get(), "member", source.name(), "totalRow"),
                texts(graph, row.get(), NAMESPACE + "by"));
    }

    private static List<String> texts(InMemoryGraph graph, Term subject, String property) {
        return graph.objects(subject, property).stream()
                .map(Term::text)
                .sorted()
                .toList();
    }

    /** A document in which a site speaks to the gate, and the slug of the dataset that it is about. */
    private record Source(InMemoryGraph graph, String name, String dataset) {}

    private static void read(Source source, Term subject, Functions functions, List<Override> overrides) {
        InMemoryGraph graph = source.graph();
        String document = source.name();
        for (Term policy : graph.objects(subject, NAMESPACE + "policy")) {
            String rule = value(graph, policy, "rule", document);
            if (Rule.named(rule).isEmpty() && functions.named(FUNCTION + rule).isEmpty()) {
                throw wrong(
                        graph,
                        policy,
                        document,
                        "there is no rule '%s'%s"
                                .formatted(
                                        rule,
                                        Rule.like(rule)
                                                .map(like -> " (did you mean '" + like + "'?)")
                                                .orElse("")));
            }
            Text why = why(graph, policy);
            if (why.en().isBlank()) {
                throw wrong(graph, policy, document, "it changes the rule '%s' without saying why".formatted(rule));
            }
            overrides.add(new Override(source.dataset(), rule, severity(graph, policy, document), why));
        }
    }

    private static String value(InMemoryGraph graph, Term policy, String property, String document) {
        return value(graph, policy, property, document, "policy");
    }

    private static String value(InMemoryGraph graph, Term policy, String property, String document, String of) {
        return graph.object(policy, NAMESPACE + property)
                .map(Term::text)
                .orElseThrow(() -> wrong(graph, policy, document, "a gate:%s needs a gate:%s".formatted(of, property)));
    }

    private static Severity severity(InMemoryGraph graph, Term policy, String document) {
        String word = value(graph, policy, "severity", document);
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "refuse" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            case "note" -> Severity.INFO;
            default ->
                throw wrong(
                        graph, policy, document, "gate:severity is refuse, warning or note, not '%s'".formatted(word));
        };
    }

    /** {@return the reason in both languages; one that is in neither, or in one, stands for the other} */
    private static Text why(InMemoryGraph graph, Term policy) {
        Labels comments = Labels.of(graph.objects(policy, Vocabulary.RDFS + "comment"));
        Map<String, String> said = comments.byLanguage();
        String any = said.values().stream().findFirst().orElse("");
        return new Text(said.getOrDefault("en", any), said.getOrDefault("fr", any));
    }

    private static PolicyException wrong(InMemoryGraph graph, Term policy, String document, String problem) {
        return new PolicyException(new Place.InLine(document, graph.line(policy)), problem);
    }

    /** {@return what the site has changed, in the order of its documents} */
    public List<Override> overrides() {
        return overrides;
    }

    /** {@return for the record, what the site has declared for a dataset, or with {@code ""} for all} */
    public List<Finding> recorded(String dataset) {
        return Stream.concat(
                        overrides.stream()
                                .filter(one -> one.dataset().equals(dataset))
                                .map(Override::recorded),
                        personal.stream()
                                .filter(one -> one.dataset().equals(dataset))
                                .map(Personal::recorded))
                .toList();
    }

    /** {@return the share of a dataset that may be lost from one release to the next} */
    public double acceptableLoss(String dataset) {
        return acceptableLosses.getOrDefault(dataset, acceptableLosses.getOrDefault(EVERYWHERE, ACCEPTABLE_LOSS));
    }

    /** {@return the columns of a dataset that are declared to hold personal data} */
    public Set<String> personalColumns(String dataset) {
        return personal.stream()
                .filter(one -> one.dataset().equals(dataset))
                .map(Personal::column)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@return the counts of a dataset that must not be published} */
    public List<SmallCounts> smallCounts(String dataset) {
        return smallCounts.getOrDefault(dataset, List.of());
    }

    /** {@return the severity that a rule's findings have in a dataset instead of their own, if the site says so} */
    public Optional<Severity> severity(String dataset, String rule) {
        return Optional.ofNullable(severities.get(new Key(dataset, rule)))
                .or(() -> Optional.ofNullable(severities.get(new Key(EVERYWHERE, rule))));
    }
}
