package fr.pleiade.draft.preview;

import fr.pleiade.draft.sample.Expectation;
import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.sheet.Sheet;
import fr.pleiade.publication.FaultFindings;
import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.PublishOptions;
import fr.pleiade.publication.PublishReport;
import fr.pleiade.publication.Publisher;
import fr.pleiade.quality.Gate;
import fr.pleiade.quality.Policy;
import fr.pleiade.quality.Rule;
import fr.pleiade.quality.Verdict;
import fr.pleiade.quality.stars.Audit;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.release.PublicationException;
import fr.pleiade.site.Dataset;
import fr.pleiade.site.Site;
import fr.pleiade.sources.Dialect;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.SyntaxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One dataset of a site, looked at while its files change.
 *
 * <p>Two speeds: what a save gives is known at once (the mapping read, a sample of the rows mapped); what needs all rows
 * and the whole site (links, shapes, stars) follows, from a thread of its own. Reads the folders and the current release; writes nothing there.
 * Thread-safe.
 */
public final class Preview implements AutoCloseable {
    /** Somebody who saves twice in a row is not kept waiting by the check of the first save. */
    private static final long PAUSE_MILLIS = 500;

    private static final long LAST_CHECK_SECONDS = 30;

    private final Folders folders;
    private final ScheduledExecutorService checks;
    private List<Path> sourceFiles = List.of();
    private Optional<Look> last = Optional.empty();
    private Optional<Draft> lastReadable = Optional.empty();

    /**
     * Where a dataset is.
     *
     * @param mappings the folder with {@code catalog.ttl} and a folder for each dataset
     * @param ontology the folder of vocabularies
     * @param sources the folder of the sources
     * @param state the folder of the releases, with whose current one the dataset is compared; need not be there
     * @param base the site's base
     * @param slug the dataset's name
     */
    public record Folders(Path mappings, Path ontology, Path sources, Path state, String base, String slug) {}

    /**
     * What is known of the dataset as its files are now.
     *
     * @param version changes when one of the files does
     * @param draft what was read; where it cannot be read, what was read before
     * @param isReadable whether the draft is of this version
     * @param verdict what was found at once: what cannot be read, cells of a sample of rows of which nothing can be made
     * @param verification what the whole check said; nothing while it is under way
     */
    public record Look(
            String version,
            Optional<Draft> draft,
            boolean isReadable,
            Verdict verdict,
            Optional<Verification> verification) {
        private Look with(Verification whole) {
            return new Look(version, draft, isReadable, verdict, Optional.of(whole));
        }

        /** {@return what changes whenever a page about it would} */
        public String state() {
            return version + (verification.isPresent() ? "-checked" : "");
        }
    }

    public Preview(Folders folders) {
        this.folders = folders;
        this.checks = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "preview-check");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** {@return where the dataset is} */
    public Folders folders() {
        return folders;
    }

    /** {@return the dataset as its files are now; they are read again only if one has changed} */
    public synchronized Look look() {
        String version = version();
        if (last.isPresent() && last.get().version().equals(version)) {
            return last.get();
        }
        List<Path> watched = sourceFiles;
        Look made = read(version);
        while (!watched.equals(
                sourceFiles)) { // a save while it was read is seen only in files that were watched before
            watched = sourceFiles;
            version = version();
            made = read(version);
        }
        last = Optional.of(made);
        if (made.isReadable()) {
            lastReadable = made.draft();
            String checked = version;
            checks.schedule(() -> check(checked), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
        return made;
    }

    /** {@return what changes whenever the answer of {@link #look} would: it costs a look at the files' times} */
    public synchronized String state() {
        String version = version();
        return last.filter(look -> look.version().equals(version))
                .map(Look::state)
                .orElse(version);
    }

    private String version() {
        List<Path> watched = new ArrayList<>(List.of(
                folders.mappings().resolve(folders.slug()),
                folders.mappings().resolve("catalog.ttl"),
                folders.ontology().resolve(Site.IDENTIFIER_SYSTEMS),
                folders.ontology(),
                folders.ontology().resolve("shapes")));
        watched.addAll(sourceFiles);
        return FileStamp.of(watched);
    }

    private Look read(String version) {
        try {
            Draft draft = draft();
            return new Look(version, Optional.of(draft), true, cells(draft), Optional.empty());
        } catch (RuntimeException e) {
            return new Look(version, lastReadable, false, Verdict.of(folders.slug(), faults(e)), Optional.empty());
        }
    }

    /** A file that an editor is just saving may not be there; what is no fault of the input nor of the disk is ours. */
    private List<Finding> faults(RuntimeException thrown) {
        List<Finding> findings = FaultFindings.of(thrown);
        if (!findings.isEmpty()) {
            return findings;
        }
        if (thrown instanceof UncheckedIOException || thrown instanceof PublicationException) {
            return List.of(Rule.UNREADABLE.at(
                    new Place.InFile(folders.slug()),
                    "%s",
                    "lecture impossible : %s",
                    String.valueOf(thrown.getMessage())));
        }
        throw thrown;
    }

    private Draft draft() {
        Dataset dataset = Site.dataset(folders.mappings(), folders.slug(), folders.base());
        IdentifierSystems systems = Site.identifierSystems(folders.ontology(), folders.base());
        Mapping mapping = Mapping.read(List.of(dataset.mapping()), folders.base(), systems, folders.sources());
        sourceFiles = mapping.sourceFiles(folders.sources());
        Map<Path, Dialect> dialects = mapping.dialects(folders.sources());
        List<SourceRows> rows = mapping.filesByName(folders.sources()).entrySet().stream()
                .map(source -> SourceRows.of(
                        source.getKey(), source.getValue(), Objects.requireNonNull(dialects.get(source.getValue()))))
                .toList();
        InMemoryGraph terms = vocabularies();
        dataset.sheet(folders.base(), systems).map(Sheet::terms).ifPresent(terms::addAll);
        return new Draft(
                dataset,
                mapping,
                folders.sources(),
                rows,
                Site.catalog(folders.mappings(), folders.base())
                        .description()
                        .prefixes()
                        .and(dataset.description().prefixes()),
                terms);
    }

    /** {@return what the site's own vocabularies say; one that cannot be read is told by the whole check} */
    private InMemoryGraph vocabularies() {
        InMemoryGraph terms = new InMemoryGraph();
        try (Stream<Path> files = Files.list(folders.ontology())) {
            for (Path file : files.filter(name -> name.toString().endsWith(".ttl"))
                    .sorted()
                    .toList()) {
                terms.addAll(RdfReader.readGraph(file, folders.base()));
            }
        } catch (SyntaxException e) {
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException(folders.ontology() + ": " + e.getMessage(), e);
        }
        return terms;
    }

    /** {@return what is wrong with the cells of some rows} */
    private Verdict cells(Draft draft) {
        Gate gate = new Gate(Policy.DEFAULTS);
        draft.sample(finding -> gate.judge(folders.slug(), finding));
        return gate.verdict();
    }

    /** Checks what is there now; a version that was replaced meanwhile is not worth it. */
    private void check(String version) {
        if (isLast(version)) {
            Verification whole = verification();
            synchronized (this) {
                last = last.map(look -> look.version().equals(version) ? look.with(whole) : look);
            }
        }
    }

    private synchronized boolean isLast(String version) {
        return last.filter(look -> look.version().equals(version)).isPresent();
    }

    private Verification verification() {
        try {
            Site site = Site.read(folders.mappings(), folders.ontology(), folders.base());
            Verdict sample = sample();
            PublishReport report = new Publisher(
                            site,
                            folders.sources(),
                            folders.state(),
                            PublishOptions.USUAL.only(Set.of(folders.slug())).onThreads(1))
                    .check(PublishObserver.NONE);
            Optional<Audit> audit = report.audits().stream()
                    .filter(stars -> stars.slug().equals(folders.slug()))
                    .findFirst();
            Verdict found = report.verdict().only(Set.of(folders.slug(), ""));
            return new Verification(
                    new Verdict(Stream.concat(sample.groups().stream(), found.groups().stream())
                            .toList()),
                    audit,
                    report.links().getOrDefault(folders.slug(), List.of()));
        } catch (RuntimeException e) {
            return new Verification(Verdict.of(folders.slug(), faults(e)), Optional.empty(), List.of());
        }
    }

    private Verdict sample() {
        Dataset dataset = Site.dataset(folders.mappings(), folders.slug(), folders.base());
        Expectation expectation = new Expectation(dataset.mapping(), folders.slug());
        return expectation.absent().isPresent()
                ? new Verdict(List.of())
                : Verdict.of(
                        folders.slug(),
                        expectation.differences(base -> Site.identifierSystems(folders.ontology(), base)));
    }

    /** {@return what is known when the whole check has ended} */
    Look checked() throws InterruptedException {
        look();
        checks.shutdown();
        checks.awaitTermination(LAST_CHECK_SECONDS, TimeUnit.SECONDS);
        return look();
    }

    /** Stops what is under way. */
    @Override
    public void close() {
        checks.shutdownNow();
        try {
            checks.awaitTermination(LAST_CHECK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
