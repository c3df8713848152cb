package fr.pleiade.publication;

import fr.pleiade.linking.LinkRule;
import fr.pleiade.linking.succession.Succession;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.publication.name.NameInputs;
import fr.pleiade.quality.register.Register;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.release.InputFile;
import fr.pleiade.release.PublicationException;
import fr.pleiade.release.SiteFolder;
import fr.pleiade.site.Dataset;
import fr.pleiade.sources.SourceFile;
import java.util.List;

/**
 * One dataset, checked and ready to be made.
 *
 * @param dataset the dataset
 * @param plan its mapping
 * @param rules its link rules
 * @param naming its links by names
 * @param registers those whose records its identities are compared with
 * @param successions what its changes say of what succeeded what
 * @param sources the CSV files that the mapping reads
 * @param linkSources the files among the sources that the rules link to and that the registers are in
 * @param definition what the publisher wrote for it: mapping, link rules, lookup tables
 * @param terms the terms that its column sheet declares; nobody changes them
 */
record DatasetInputs(
        Dataset dataset,
        Mapping plan,
        List<LinkRule> rules,
        NameInputs naming,
        List<Register> registers,
        List<Succession> successions,
        List<InputFile> sources,
        List<InputFile> linkSources,
        List<InputFile> definition,
        InMemoryGraph terms) {
    DatasetInputs {
        rules = List.copyOf(rules);
        registers = List.copyOf(registers);
        successions = List.copyOf(successions);
        sources = List.copyOf(sources);
        linkSources = List.copyOf(linkSources);
        definition = List.copyOf(definition);
    }

    DatasetInputs withoutSources() {
        return new DatasetInputs(
                dataset, plan, rules, naming, registers, successions, List.of(), List.of(), definition, terms);
    }

    /** {@return the dataset made by another mapping, which reads no source by itself} */
    DatasetInputs mappedBy(Mapping other) {
        return new DatasetInputs(
                dataset, other, rules, naming, registers, successions, List.of(), linkSources, definition, terms);
    }

    String slug() {
        return dataset.slug();
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
