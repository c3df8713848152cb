package fr.pleiade.site;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.sheet.Sheet;
import fr.pleiade.mapping.translation.Documents;
import fr.pleiade.mapping.yaml.YamlNode;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
     * @throws MappingException if it is at fault, or calls the dataset otherwise than its folder; lists all errors
     */
    public Optional<Sheet> sheet(String base, IdentifierSystems systems) {
        if (!mapping().endsWith(SHEET)) {
            return Optional.empty();
        }
        YamlNode document = Documents.read(mapping());
        if (!Sheet.isSheet(document)) {
            return Optional.empty();
        }
        refuseOtherName(document);
        return Optional.of(Sheet.read(mapping().toString(), document, base, slug, systems));
    }

    private void refuseOtherName(YamlNode document) {
        document.entries().stream()
                .filter(entry -> entry.key().equals("name")
                        && !entry.value().isNothing()
                        && !entry.value().text().equals(slug))
                .forEach(entry -> {
                    throw wrong(
                            entry.line(),
                            "the dataset is called %s after its folder, and not %s; remove the name, or rename the folder"
                                    .formatted(slug, entry.value().describe()));
                });
    }

    private MappingException wrong(long line, String problem) {
        return new MappingException(List.of(new MappingError(mapping().toString(), line, problem)));
    }

    /** {@return the rules that link this dataset to others, if it has any} */
    public Optional<Path> links() {
        return Optional.of(folder.resolve("links.ttl")).filter(Files::exists);
    }
}
