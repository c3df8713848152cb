package fr.pleiade.site;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.sheet.Sheet;
import fr.pleiade.mapping.translation.Documents;
import fr.pleiade.mapping.yaml.YamlNode;
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
 * @param description the triples of {@code dataset.ttl}, or what the column sheet says under {@code about}
 */
public record Dataset(String slug, Term.Iri iri, Path folder, InMemoryGraph description) {
    static final String SHEET = "mapping.yml";
    static final String RML = "mapping.ttl";
    static final String DESCRIPTION = "dataset.ttl";

    /** {@return the title in its languages} */
    public Labels title() {
        return Labels.of(description.objects(iri, Vocabulary.DCT + "title"));
    }

    /** {@return the mapping: a column sheet, or RML} */
    public Path mapping() {
        Path sheet = folder.resolve(SHEET);
        return Files.exists(sheet) ? sheet : folder.resolve(RML);
    }

    /** {@return the mapping's name, as findings cite it: {@code towns/mapping.yml}} */
    public String mappingName() {
        return slug + "/" + mapping().getFileName();
    }

    /** {@return the name of the file that describes the dataset, as findings cite it} */
    public String descriptionName() {
        return slug + "/" + (Files.exists(folder.resolve(DESCRIPTION)) ? DESCRIPTION : SHEET);
    }

    /**
     * {@return the column sheet, if the mapping is one}
     *
     * @param base the site's base
     * @param systems the identifier systems that its columns may have for datatypes
     * @throws SiteException if it calls the dataset otherwise than its folder
     * @throws fr.pleiade.mapping.model.MappingException if it is at fault; lists all errors
     */
    public Optional<Sheet> sheet(String base, IdentifierSystems systems) {
        if (!mapping().endsWith(SHEET)) {
            return Optional.empty();
        }
        YamlNode document = Documents.read(mapping());
        if (!Sheet.isSheet(document)) {
            return Optional.empty();
        }
        Sheet sheet = Sheet.read(mapping().toString(), document, base, slug, systems);
        if (!sheet.name().equals(slug)) {
            throw new SiteException("%s: the name of the dataset is that of its folder, %s, and not '%s'; remove it"
                    .formatted(mapping(), slug, sheet.name()));
        }
        return Optional.of(sheet);
    }

    /** {@return the rules that link this dataset to others, if it has any} */
    public Optional<Path> links() {
        return Optional.of(folder.resolve("links.ttl")).filter(Files::exists);
    }
}
