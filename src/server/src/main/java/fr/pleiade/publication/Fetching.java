package fr.pleiade.publication;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.linking.LinkRule;
import fr.pleiade.linking.LinkTarget;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.PublicationException;
import fr.pleiade.site.Dataset;
import fr.pleiade.site.Site;
import fr.pleiade.sources.fetch.DownloadException;
import fr.pleiade.sources.fetch.Downloader;
import fr.pleiade.sources.fetch.Retrieval;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Brings sources up to date from the web.
 *
 * <p>A distribution in {@code dataset.ttl}, or a {@code download} in the column sheet, with a {@code dcat:downloadURL} outside the site says where a source comes from. It is the
 * source that its {@code dct:identifier} names, or the dataset's only one:
 *
 * <pre>{@code
 * <dataset/towns> dcat:distribution <dataset/towns#csv> .
 * <dataset/towns#csv> dcat:downloadURL <https://…/towns.csv> ; dct:identifier "cog/towns.csv" .
 * }</pre>
 *
 * <p>Downloads are kept in a folder of their own, from publication to publication; in it, symbolic links stand for the sources that have
 * no URL.
 */
final class Fetching {
    private final Site site;
    private final IdentifierSystems systems;
    private final SourceFolder sources;
    private final SourceFolder fetched;
    private final Downloader downloader;
    private final SortedMap<String, Retrieval> retrievals = new TreeMap<>();
    private final SortedMap<String, Finding> findings = new TreeMap<>();

    /** @param fetched where downloads are kept */
    Fetching(Site site, SourceFolder sources, SourceFolder fetched, Downloader downloader) {
        this.site = site;
        this.systems = site.identifierSystems();
        this.sources = sources;
        this.fetched = fetched;
        this.downloader = downloader;
    }

    /** @throws PublicationException if a source can neither be fetched nor is there an earlier copy of it */
    Fetched run(StageClock.Progress progress) throws IOException {
        for (Dataset dataset : site.datasets()) {
            LinkInputs.Document links = LinkInputs.Document.read(dataset, site.base());
            Set<String> names = names(dataset, links.graph());
            SortedMap<String, URI> urls = urls(dataset, names);
            links.registers().forEach(register -> names.add(register.file()));
            for (String name : names) {
                Optional<URI> url = Optional.ofNullable(urls.get(name));
                if (url.isPresent()) {
                    fetch(dataset, name, url.get());
                } else {
                    linkLocal(dataset, name);
                }
                progress.add(name, 0);
            }
        }
        return new Fetched(fetched, retrievals, findings);
    }

    private Set<String> names(Dataset dataset, InMemoryGraph links) {
        Set<String> names = new LinkedHashSet<>(
                Mapping.read(dataset.mapping(), site.base(), systems).sourcePaths());
        dataset.links().ifPresent(file -> {
            for (LinkRule rule : LinkRule.of(links, file, dataset.iri().value())) {
                rule.targets().stream()
                        .filter(target -> target.kind() == LinkTarget.Kind.FILE)
                        .forEach(target -> names.add(target.name()));
            }
        });
        return names;
    }

    private SortedMap<String, URI> urls(Dataset dataset, Set<String> names) {
        SortedMap<String, URI> urls = new TreeMap<>();
        List<URI> unnamed = new ArrayList<>();
        for (Quad triple : dataset.description().triples()) {
            boolean elsewhere = !triple.object().text().startsWith(site.base());
            if (triple.predicate().value().equals(Vocabulary.DCAT + "downloadURL") && elsewhere) {
                URI url = URI.create(triple.object().text());
                dataset.description()
                        .object(triple.subject(), Vocabulary.DCT + "identifier")
                        .map(Term::text)
                        .ifPresentOrElse(name -> urls.put(name, url), () -> unnamed.add(url));
            }
        }
        if (names.size() == 1 && unnamed.size() == 1) {
            urls.put(names.iterator().next(), unnamed.get(0));
        }
        return urls;
    }

    private void fetch(Dataset dataset, String name, URI url) throws IOException {
        Path file = fetched.place(document(dataset), name);
        if (Files.isSymbolicLink(file)) {
            Files.delete(file);
        }
        try {
            retrievals.put(name, downloader.fetch(url, file, bytes -> {}));
        } catch (DownloadException e) {
            if (!Files.exists(file)) {
                linkLocal(dataset, name);
            }
            if (!Files.exists(file)) {
                throw PublicationException.environment(
                                name,
                                String.valueOf(e.getMessage()),
                                "try again later, or put the file into " + sources.folder())
                        .causedBy(e);
            }
            findings.put(dataset.slug(), failed(name, e));
        }
    }

    private void linkLocal(Dataset dataset, String name) throws IOException {
        Path link = fetched.place(document(dataset), name);
        Path local = sources.file(document(dataset), name).toAbsolutePath();
        Files.createDirectories(link.resolveSibling("."));
        Files.deleteIfExists(link);
        if (Files.exists(local)) {
            Files.createSymbolicLink(link, local);
        }
    }

    private static String document(Dataset dataset) {
        return dataset.descriptionName();
    }

    private static Finding failed(String name, DownloadException e) {
        return new Finding(
                "fetch-failed",
                Severity.WARNING,
                new Place.InFile(name),
                new Text(
                        "the last good copy is used, because fetching it failed: " + e.getMessage(),
                        "la dernière bonne copie est utilisée, car le téléchargement a échoué : " + e.getMessage()),
                new Text(
                        "see whether the address is still right, and publish again with --fetch",
                        "vérifiez l'adresse, puis publiez de nouveau avec --fetch"));
    }
}
