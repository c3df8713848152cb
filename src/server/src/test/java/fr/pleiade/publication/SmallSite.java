package fr.pleiade.publication;

import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.site.Site;
import java.nio.file.Path;
import java.util.Set;

/** A site of two datasets in a folder, small enough to publish in every test: schools, linked to the towns that they stand in. */
public final class SmallSite {
    public static final String BASE = "http://localhost:8080/";

    /** What each dataset says of itself, so that nothing is found wrong with that. */
    static final String DESCRIBED = """
            dct:license <https://creativecommons.org/publicdomain/zero/1.0/> ; dct:publisher <id/agent/tests> ;
            dct:description "Schools and the towns that they stand in, invented for tests: what they are called, and which code each town has."@en""";

    private final Path folder;

    public SmallSite(Path folder) {
        this.folder = folder;
        file("mappings/catalog.ttl", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                <catalog> a dcat:Catalog ; dct:title "A catalogue"@en ; dct:license <https://l.example/> ;
                  dct:publisher <id/agent/tests> .
                <id/agent/tests> a <http://xmlns.com/foaf/0.1/Agent> .
                """);
        dataset("towns", "towns.csv", "id/town/{code}", "http://e/Town", "");
        dataset("schools", "schools.csv", "id/school/{id}", "http://e/School", """
                rml:predicateObjectMap [ rml:predicate <http://e/town> ; rml:objectMap [ rml:reference "town" ] ] ;
                rml:predicateObjectMap [ rml:predicate <http://e/sister> ;
                  rml:objectMap [ rml:template "id/school/{sister}" ] ] ;
                """);
        file("mappings/schools/links.ttl", """
                @prefix link: <https://w3id.org/pleiade/link#> .
                <#town> a link:Rule ; link:subjectClass <http://e/School> ; link:key <http://e/town> ;
                  link:predicate <http://e/inTown> ; link:required true ;
                  link:target [ link:dataset "towns" ; link:class <http://e/Town> ; link:key <http://e/code> ] .
                """);
        file("ontology/vocabulary.ttl", """
                <vocab/e#School> a [ a <http://www.w3.org/2002/07/owl#Class> ] .
                <http://e/Town> a <c> . <http://e/School> a <c> . <http://e/town> a <p> . <http://e/sister> a <p> .
                <http://e/inTown> a <p> . <http://e/code> a <p> . <http://e/n> a <p> .
                """);
        file("ontology/shapes/School.ttl", """
                @prefix sh: <http://www.w3.org/ns/shacl#> .
                <shapes/School> a sh:NodeShape ; sh:targetClass <http://e/School> ;
                  sh:property [ sh:path <http://e/town> ; sh:maxCount 1 ] .
                """);
        towns("code,name\n01,Bourg\n35,Rennes\n");
        schools("id,name,town,sister\na,Alpha,35,b\nb,Beta,99,\nc,Gamma,01,zz\n");
    }

    public void towns(String csv) {
        file("sources/towns.csv", csv);
    }

    public void schools(String csv) {
        file("sources/schools.csv", csv);
    }

    Path sources() {
        return folder.resolve("sources");
    }

    public Path state() {
        return folder.resolve("state");
    }

    Publisher publisher(PublishOptions options) {
        return publisherThatGuards(options.acceptingLosses(Set.of("towns", "schools")));
    }

    /** A publisher that refuses losses which the options do not accept; most tests are not about them, and shrink the site at will. */
    Publisher publisherThatGuards(PublishOptions options) {
        return new Publisher(
                Site.read(folder.resolve("mappings"), folder.resolve("ontology"), BASE), sources(), state(), options);
    }

    public PublishReport publish() {
        return publish(PublishOptions.USUAL);
    }

    public PublishReport publish(PublishOptions options) {
        return publisher(options).publish(PublishObserver.NONE);
    }

    public Release current() {
        return Releases.in(state()).current().orElseThrow();
    }

    void file(String name, String text) {
        new WrittenFolder(folder).file(name, text);
    }

    void remove(String name) {
        new WrittenFolder(folder).remove(name);
    }

    private void dataset(String slug, String csv, String template, String type, String more) {
        file("mappings/" + slug + "/dataset.ttl", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                <dataset/%1$s> a dcat:Dataset ; dct:title "%1$s"@en ; %2$s .
                """.formatted(slug, DESCRIBED));
        file("mappings/" + slug + "/mapping.ttl", """
                @prefix rml: <http://w3id.org/rml/> .
                <#Source> a rml:LogicalSource ; rml:referenceFormulation rml:CSV ;
                  rml:source [ a rml:RelativePathSource ; rml:path "%s" ; rml:null "" ] .
                <#Thing> a rml:TriplesMap ; rml:logicalSource <#Source> ;
                  rml:subjectMap [ rml:template "%s" ; rml:class <%s> ] ;
                  %s
                  rml:predicateObjectMap [ rml:predicate <http://www.w3.org/2000/01/rdf-schema#label> ;
                    rml:objectMap [ rml:reference "name" ] ]%s .
                """.formatted(
                        csv,
                        template,
                        type,
                        more,
                        slug.equals("towns")
                                ? " ; rml:predicateObjectMap [ rml:predicate <http://e/code> ; rml:objectMap [ rml:reference \"code\" ] ]"
                                : ""));
    }
}
