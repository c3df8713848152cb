package fr.pleiade.site;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One dataset of a site: the folder {@code mappings/<slug>/} with its description, its mapping and its links.
 *
 * <p>Shape of {@code dataset.ttl}, its relative IRIs resolved against the site's base:
 *
 * <pre>{@code
 * <dataset/towns> a dcat:Dataset ;
 *     dct:title "Villes"@fr, "Towns"@en ;
 *     dct:license <https://www.etalab.gouv.fr/licence-ouverte-open-licence> .
 * }</pre>
 *
 * @param slug the folder's name: lower-case letters, digits and hyphens; the dataset's address is {@code /dataset/<slug>}
 * @param iri the dataset's IRI, which is also the name of its graph
 * @param folder where its files are
 * @param description the triples of {@code dataset.ttl}
 */
public record Dataset(String slug, Term.Iri iri, Path folder, InMemoryGraph description) {
    /** {@return the title in its languages} */
    public Labels title() {
        return Labels.of(description.objects(iri, Vocabulary.DCT + "title"));
    }

    /** {@return the RML mapping} */
    public Path mapping() {
        return folder.resolve("mapping.ttl");
    }

    /** {@return the rules that link this dataset to others, if it has any} */
    public Optional<Path> links() {
        return Optional.of(folder.resolve("links.ttl")).filter(Files::exists);
    }
}
