package fr.pleiade.web.why;

import static fr.pleiade.rdf.Vocabulary.LINK;

import fr.pleiade.materialisation.Consequences;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.SiteDescription;
import fr.pleiade.release.origin.OriginRule;
import fr.pleiade.release.origin.Origins;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.Served;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out why a release says what it says, from what it keeps beside its graphs. For one request; to be closed. */
final class Reasons implements Closeable {
    /** How many statements are answered for at once. */
    static final int MOST = 300;

    private final Served content;
    private final Release release;
    private final Consequences consequences;
    private final OntologyFiles ontology;
    private final CubeReasons cubes;
    private final Map<String, Optional<Origins>> origins = new HashMap<>();

    /**
     * A statement of a release.
     *
     * @param slug of the graph that says it
     * @param reasons why; none if nothing is kept of it, as in a release of an earlier version
     */
    record Explained(Quad statement, String slug, List<Reason> reasons) {
        Explained {
            reasons = List.copyOf(reasons);
        }
    }

    Reasons(Served content, Consequences consequences, OntologyFiles ontology) {
        this.content = content;
        this.release = content.release();
        this.consequences = consequences;
        this.ontology = ontology;
        this.cubes = new CubeReasons(release, this::rows);
    }

    /** {@return the statements that are asked for, in the order of the graphs, at most {@value #MOST}; none if there are none} */
    List<Explained> of(WhyQuestion question) throws IOException {
        Set<Term> subjects = new LinkedHashSet<>();
        subjects.add(question.subject());
        release.describe(question.subject().value()).triples().stream()
                .map(Quad::subject)
                .filter(subject -> subject.text().startsWith(question.subject().value() + "#"))
                .forEach(subjects::add);
        List<Explained> explained = new ArrayList<>();
        for (PublishedGraph graph : release.graphs()) {
            for (Term subject : subjects) {
                for (Quad statement : release.about(graph.slug(), subject).triples()) {
                    if (explained.size() < MOST && question.isAbout(statement)) {
                        explained.add(new Explained(statement, graph.slug(), reasons(statement, graph.slug())));
                    }
                }
            }
        }
        return explained;
    }

    private List<Reason> reasons(Quad statement, String slug) throws IOException {
        List<Reason> reasons = new ArrayList<>(rows(statement, slug));
        if (reasons.isEmpty() && !PublishedGraph.NOT_DATASETS.contains(slug)) {
            cubes.of(statement, slug).ifPresent(reasons::add);
        }
        if (reasons.isEmpty() && !PublishedGraph.NOT_DATASETS.contains(slug)) {
            reasons.addAll(links(statement, slug));
        }
        if (reasons.isEmpty()) {
            document(statement, slug).ifPresent(reasons::add);
        }
        if (reasons.isEmpty()) {
            follows(statement).ifPresent(reasons::add);
        }
        if (reasons.isEmpty() && (PublishedGraph.NOT_DATASETS.contains(slug) || isOfRegister(statement, slug))) {
            reasons.add(new Reason.Publication());
        }
        return reasons;
    }

    /** {@return whether a register's record was compared to say it: of a code that was verified, or of the record} */
    private boolean isOfRegister(Quad statement, String slug) {
        return statement.predicate().value().startsWith(LINK)
                || release.about(slug, statement.subject()).triples().stream()
                        .map(quad -> quad.predicate().value())
                        .anyMatch(property ->
                                property.equals(LINK + "verifiedBy") || property.equals(LINK + "recordStatus"));
    }

    private List<Reason.Row> rows(Quad statement, String slug) throws IOException {
        Optional<Origins> kept = origins(slug);
        return kept.isEmpty()
                ? List.of()
                : kept.get().of(statement.subject(), statement.predicate(), statement.object()).stream()
                        .map(Reason.Row::new)
                        .toList();
    }

    private Optional<Origins> origins(String slug) throws IOException {
        Optional<Origins> kept = origins.get(slug);
        if (kept == null) {
            kept = Origins.open(release.folder(), slug);
            origins.put(slug, kept);
        }
        return kept;
    }

    private List<Reason> links(Quad statement, String slug) throws IOException {
        List<Reason> links = new ArrayList<>();
        List<OriginRule> rules = origins(slug).map(Origins::linkRules).orElse(List.of());
        InMemoryGraph said = release.about(slug, statement.subject());
        for (OriginRule rule : rules) {
            boolean isByName = rule.kind() == OriginRule.Kind.NAMES;
            List<String> made = isByName ? rule.properties() : rule.properties().subList(0, 1);
            if (made.contains(statement.predicate().value())) {
                List<String> compared =
                        isByName ? Lexicon.NAMING : rule.properties().subList(1, 2);
                List<Reason.Said> keys = said(said, compared, slug);
                if (!keys.isEmpty()) {
                    links.add(new Reason.Link(rule, keys, targets(rule, statement.object())));
                }
            }
        }
        return links;
    }

    /** {@return what is said by some properties, with the rows that say it; what follows from another of them is left out} */
    private List<Reason.Said> said(InMemoryGraph said, List<String> properties, String slug) throws IOException {
        List<Reason.Said> found = new ArrayList<>();
        for (Quad quad : said.triples()) {
            if (properties.contains(quad.predicate().value())) {
                List<Reason.Row> rows = rows(quad, slug);
                if (!rows.isEmpty() || properties.size() == 1) {
                    found.add(new Reason.Said(quad, rows));
                }
            }
        }
        return found;
    }

    /** {@return the datasets of the rule that know the thing; where none does, the files that it was found in} */
    private List<String> targets(OriginRule rule, Term found) {
        List<String> datasets = rule.sources().stream()
                .filter(name -> release.graph(name).isPresent())
                .toList();
        List<String> knowing = datasets.stream()
                .filter(name -> !release.about(name, found).triples().isEmpty())
                .toList();
        return knowing.isEmpty()
                ? rule.sources().stream()
                        .filter(name -> !datasets.contains(name))
                        .toList()
                : knowing;
    }

    private Optional<Reason> document(Quad statement, String slug) {
        if (slug.equals(PublishedGraph.VOCABULARY)) {
            return ontology.thatSays(statement).map(Reason.Document::new);
        }
        if (slug.equals(PublishedGraph.CATALOG)) {
            SiteDescription site = content.site();
            if (OntologyFiles.says(site.catalog().description(), statement)) {
                return Optional.of(new Reason.Document("mappings/catalog.ttl"));
            }
            return site.datasets().stream()
                    .filter(dataset -> OntologyFiles.says(dataset.description(), statement))
                    .map(dataset -> new Reason.Document("mappings/" + dataset.slug()))
                    .<Reason>map(each -> each)
                    .findFirst();
        }
        return Optional.empty();
    }

    private Optional<Reason> follows(Quad statement) throws IOException {
        Optional<Consequences.Because> because = consequences.of(statement, this::about);
        if (because.isEmpty()) {
            return Optional.empty();
        }
        List<Reason.Said> from = new ArrayList<>();
        for (Quad quad : because.get().from()) {
            List<Reason.Row> rows = new ArrayList<>();
            for (PublishedGraph graph : release.graphs()) {
                rows.addAll(rows(quad, graph.slug()));
            }
            from.add(new Reason.Said(quad, rows));
        }
        return Optional.of(new Reason.Consequence(because.get().rules(), from));
    }

    private Collection<Quad> about(Term thing) {
        List<Quad> said = new ArrayList<>();
        for (PublishedGraph graph : release.graphs()) {
            said.addAll(release.about(graph.slug(), thing).triples());
        }
        return said;
    }

    @Override
    public void close() throws IOException {
        for (Optional<Origins> each : origins.values()) {
            if (each.isPresent()) {
                each.get().close();
            }
        }
    }
}
