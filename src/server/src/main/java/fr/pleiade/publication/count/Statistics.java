package fr.pleiade.publication.count;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.VOID;
import static fr.pleiade.rdf.Vocabulary.VOID_EXT;

import fr.pleiade.findings.Text;
import fr.pleiade.quads.Sha256;
import fr.pleiade.rdf.Description;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says a graph's {@link Partitions} in VoID: counts, class and property partitions, vocabularies, links to other sites.
 *
 * <pre>{@code
 * <dataset/towns> void:classPartition <dataset/towns#class-Town-1a2b3c4d> ; void:vocabulary <http://example.org/geo#> .
 * <dataset/towns#class-Town-1a2b3c4d> void:class ex:Town ; void:entities 34935 ;
 *     void:propertyPartition [ void:property ex:name ; void:triples 34935 ; void-ext:datatypePartition [ void-ext:datatype xsd:string ] ] .
 * }</pre>
 *
 * @see <a href="https://www.w3.org/TR/void/#statistics">VoID, section 4.6</a>
 */
public final class Statistics {
    /** Below this share of a property's outward links, a site is one of many, such as the home pages of establishments. */
    private static final double LEAST_SHARE = 0.05;

    private final Description dataset;
    private final Partitions partitions;
    private final String endpoint;

    /** @param endpoint where the dataset's graph is queried */
    public Statistics(Description dataset, Partitions partitions, String endpoint) {
        this.endpoint = endpoint;
        this.dataset = dataset;
        this.partitions = partitions;
    }

    /** @param others the properties whose links are described already, and those that lead to documents about things alone */
    public void say(Set<String> others) {
        dataset.number(VOID + "classes", partitions.classes().size())
                .number(VOID + "properties", partitions.properties().size());
        if (!partitions.example().isEmpty()) {
            dataset.text(VOID + "uriSpace", partitions.space()).link(VOID + "exampleResource", partitions.example());
        }
        partitions
                .classes()
                .forEach((iri, entities) -> sayUses(
                        iri, part("class", iri).link(VOID + "class", iri).number(VOID + "entities", entities)));
        partitions
                .properties()
                .forEach((iri, triples) ->
                        part("property", iri).link(VOID + "property", iri).number(VOID + "triples", triples));
        vocabularies().forEach(namespace -> dataset.link(VOID + "vocabulary", namespace));
        partitions.outward().forEach((property, sites) -> {
            if (!others.contains(property)) {
                sayLinks(property, sites);
            }
        });
    }

    /** Says which properties the things of a class have, where SIB's SPARQL editor looks for them. */
    private void sayUses(String type, Description things) {
        partitions.uses().getOrDefault(type, new TreeMap<>()).forEach((property, use) -> {
            String key = type + " " + property;
            Description part = things.about(fragment("use", property, key));
            things.link(VOID + "propertyPartition", part.subject().text());
            part.link(VOID + "property", property).number(VOID + "triples", use.triples());
            use.datatypes().forEach((datatype, literals) -> {
                Description values = part.about(fragment("values", property, key + " " + datatype));
                part.link(VOID_EXT + "datatypePartition", values.subject().text());
                values.link(VOID_EXT + "datatype", datatype).number(VOID + "triples", literals);
            });
        });
    }

    private Description part(String kind, String iri) {
        Description part = dataset.about(fragment(kind, iri, iri));
        dataset.link(VOID + kind + "Partition", part.subject().text());
        return part;
    }

    private TreeSet<String> vocabularies() {
        TreeSet<String> namespaces = new TreeSet<>();
        partitions.classes().keySet().forEach(iri -> namespaces.add(namespace(iri)));
        partitions.properties().keySet().forEach(iri -> namespaces.add(namespace(iri)));
        return namespaces;
    }

    private void sayLinks(String property, SortedMap<String, Long> sites) {
        long all = sites.values().stream().mapToLong(Long::longValue).sum();
        sites.forEach((site, links) -> {
            if (links >= all * LEAST_SHARE) {
                Description linkset = dataset.about(fragment("links", property, property + " " + site));
                dataset.link(VOID + "subset", linkset.subject().text());
                linkset.a(VOID + "Linkset")
                        .text(
                                DCT + "title",
                                new Text(
                                        "%s to %s".formatted(name(property), site),
                                        "%s vers %s".formatted(name(property), site)))
                        .link(VOID + "linkPredicate", property)
                        .link(VOID + "subjectsTarget", dataset.subject().text())
                        .link(VOID + "objectsTarget", site)
                        .number(VOID + "triples", links)
                        .link(VOID + "dataDump", download(property, site))
                        .about(site)
                        .a(VOID + "Dataset")
                        .text(VOID + "uriSpace", site);
            }
        });
    }

    /** {@return where the links alone can be had: the answer to a query} */
    private String download(String property, String site) {
        String query =
                "CONSTRUCT { ?s <%1$s> ?o } WHERE { GRAPH <%2$s> { ?s <%1$s> ?o FILTER(STRSTARTS(STR(?o), \"%3$s\")) } }"
                        .formatted(property, dataset.subject().text(), site);
        return endpoint + "?query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** {@return the IRI of a part, which the content names and the property or class lets recognise} */
    private String fragment(String kind, String term, String content) {
        String name = name(term).replaceAll("[^A-Za-z0-9]", "");
        return "%s#%s-%s-%s"
                .formatted(
                        dataset.subject().text(), kind, name, Sha256.of(content).substring(0, 8));
    }

    private static String namespace(String iri) {
        return iri.substring(0, iri.length() - name(iri).length());
    }

    private static String name(String iri) {
        return iri.replaceFirst("^.*[/#]", "");
    }
}
