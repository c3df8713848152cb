package fr.pleiade.publication.catalog;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.PROV;
import static fr.pleiade.rdf.Vocabulary.RDFS;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.InputFile;
import java.util.List;

/**
 * Says what a dataset was made from and by which mapping, with their digests.
 *
 * <pre>{@code
 * <dataset/towns> prov:wasDerivedFrom <dataset/towns#source-1> ; prov:wasGeneratedBy <dataset/towns#making> .
 * <dataset/towns#making> a prov:Activity ; prov:used <dataset/towns#source-1> , <dataset/towns#mapping-1> .
 * <dataset/towns#mapping-1> a prov:Plan ; dct:title "towns/mapping.ttl" ; spdx:checksum … . }</pre>
 *
 * <p>The release that it is in is said when the release is served, for the release's name follows from these triples too.
 *
 * @see <a href="https://www.w3.org/TR/prov-o/">PROV-O</a>
 */
public final class Provenance {
    private final Description dataset;
    private final Description making;

    public Provenance(Description dataset) {
        this.dataset = dataset;
        this.making = dataset.about(dataset.subject().text() + "#making");
    }

    /** Says which files were read, and which of them the mapping is: the files' numbers are those of their order, from 1. */
    public void say(List<InputFile> sources, List<InputFile> definition, List<Term> agents) {
        dataset.link(PROV + "wasGeneratedBy", making.subject().text());
        making.a(PROV + "Activity")
                .text(RDFS + "label", new Text("Mapping of the sources", "Transformation des sources"));
        int number = 0;
        for (InputFile source : sources) {
            Description file = file("#source-" + ++number, source);
            dataset.link(PROV + "wasDerivedFrom", file.subject().text());
        }
        number = 0;
        for (InputFile part : definition) {
            file("#mapping-" + ++number, part).a(PROV + "Plan");
        }
        if (!definition.isEmpty()) {
            associate(agents);
        }
    }

    private Description file(String fragment, InputFile input) {
        Description file = dataset.about(dataset.subject().text() + fragment);
        making.link(PROV + "used", file.subject().text());
        return file.a(PROV + "Entity")
                .text(DCT + "title", input.name())
                .bytes(input.bytes())
                .checksum(input.sha256());
    }

    /** Says who answers for the mapping: who publishes. */
    private void associate(List<Term> agents) {
        String mapping = dataset.subject().text() + "#mapping-1";
        Description association = dataset.about(making.subject().text() + "-plan");
        making.link(PROV + "qualifiedAssociation", association.subject().text());
        association.a(PROV + "Association").link(PROV + "hadPlan", mapping);
        agents.forEach(agent -> association.say(PROV + "agent", agent));
    }
}
