package fr.pleiade.publication;

import fr.pleiade.findings.Place;
import fr.pleiade.linking.LinkRule;
import fr.pleiade.linking.RowPlaces;
import fr.pleiade.linking.succession.Succession;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.publication.name.NameInputs;
import fr.pleiade.publication.parts.GivenGraph;
import fr.pleiade.quality.register.Register;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.release.InputFile;
import fr.pleiade.release.PublicationException;
import fr.pleiade.release.SiteFolder;
import fr.pleiade.site.Dataset;
import fr.pleiade.sources.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One dataset, checked and ready to be made.
 *
 * @param dataset the dataset
 * @param plan its mapping
 * @param links what it says of its links
 * @param sources the CSV files that the mapping reads
 * @param linkSources the files among the sources that the rules link to and that the registers are in
 * @param definition what the publisher wrote for it: mapping, link rules, lookup tables
 * @param terms the terms that its column sheet declares; nobody changes them
 * @param given its graph, if that was made elsewhere; then the sources are its parts
 */
record DatasetInputs(
        Dataset dataset,
        Mapping plan,
        LinkInputs links,
        List<InputFile> sources,
        List<InputFile> linkSources,
        List<InputFile> definition,
        InMemoryGraph terms,
        Optional<GivenGraph> given) {
    DatasetInputs {
        sources = List.copyOf(sources);
        linkSources = List.copyOf(linkSources);
        definition = List.copyOf(definition);
    }

    DatasetInputs withoutSources() {
        return new DatasetInputs(dataset, plan, links, List.of(), List.of(), definition, terms, given);
    }

    /** {@return the dataset made by another mapping, which reads no source by itself} */
    DatasetInputs mappedBy(Mapping other) {
        return new DatasetInputs(dataset, other, links, List.of(), linkSources, definition, terms, given);
    }

    String slug() {
        return dataset.slug();
    }

    /** {@return its link rules} */
    List<LinkRule> rules() {
        return links.rules();
    }

    /** {@return its links by names} */
    NameInputs naming() {
        return links.naming();
    }

    /** {@return the registers whose records its identities are compared with} */
    List<Register> registers() {
        return links.registers();
    }

    /** {@return what its changes say of what succeeded what} */
    List<Succession> successions() {
        return links.successions();
    }

    /** {@return what finds the rows that say something; none where the rows are elsewhere} */
    Function<Set<Quad>, Map<Quad, Place>> rows(Path folder) {
        return given.isPresent() ? triples -> Map.of() : new RowPlaces(plan, folder)::of;
    }

    long sourceBytes() {
        return sources.stream().mapToLong(InputFile::bytes).sum();
    }

    /**
     * Refuses a source whose bytes, as they were read, are not those that the release says it is made from.
     *
     * @throws PublicationException if the file was changed meanwhile
     */
    void verify(SourceFile read) {
        for (InputFile source : sources) {
            if (source.name().equals(read.name())) {
                SiteFolder.requireSame(source, read.sha256());
            }
        }
    }
}
