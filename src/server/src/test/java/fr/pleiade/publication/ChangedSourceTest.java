package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.release.PublicationException;
import fr.pleiade.release.Stage;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release is made from the bytes whose digests it states, or not at all. */
class ChangedSourceTest {
    @TempDir
    Path folder;

    @Test
    void aSourceThatChangesBetweenItsDigestAndItsMappingIsRefused() {
        SmallSite site = new SmallSite(folder);
        site.publish();
        String before = site.current().id();
        site.towns("code,name\n01,Bourg\n35,Rennes\n44,Nantes\n");
        PublishObserver writer = new PublishObserver() {
            @Override
            public void begun(Stage stage) {
                if (stage == Stage.MAP) {
                    site.towns("code,name\n01,Bourg\n35,Rennes\n44,Nant");
                }
            }
        };
        assertThatThrownBy(() -> site.publisher(PublishOptions.USUAL).publish(writer))
                .isInstanceOfSatisfying(
                        PublicationException.class,
                        e -> assertThat(e.fault()).isEqualTo(PublicationException.Fault.INPUT))
                .hasMessageStartingWith("towns.csv: it was changed while it was being published: its SHA-256 was ")
                .hasMessageEndingWith("; publish again when the file is complete");
        assertThat(site.current().id()).isEqualTo(before);
    }

    @Test
    void aMappingThatChangesWhileItIsUsedIsRefused() {
        assertRefused(
                Stage.MAP,
                site -> site.file("mappings/towns/mapping.ttl", "# changed"),
                "towns/mapping.ttl: it was changed while it was being published: its SHA-256 was ");
    }

    @Test
    void aDescriptionThatChangesWhileItIsUsedIsRefused() {
        assertRefused(
                Stage.LINK,
                site -> site.file("mappings/catalog.ttl", "# changed"),
                "catalog.ttl: it was changed while it was being published: its SHA-256 was ");
    }

    @Test
    void aFileThatIsRemovedWhileItIsUsedIsSaid() {
        assertRefused(
                Stage.LINK,
                site -> site.remove("mappings/schools/links.ttl"),
                "schools/links.ttl: it was removed while it was being published; ");
    }

    /** It was mapped as it was; the clean table, which is made later, would be of other bytes. */
    @Test
    void aSourceThatChangesAfterItWasMappedIsRefused() {
        assertRefused(
                Stage.LINK,
                site -> site.towns("code,name\n01,Bourg\n"),
                "towns.csv: it was changed while it was being published: its SHA-256 was ");
    }

    @Test
    void aSourceThatIsRemovedWhileItIsUsedIsSaid() {
        assertRefused(Stage.MAP, site -> site.remove("sources/towns.csv"), "towns.csv");
    }

    @Test
    void anOntologyThatChangesWhileItIsUsedIsRefused() {
        assertRefused(
                Stage.LINK,
                site -> site.file("ontology/vocabulary.ttl", "# changed"),
                "vocabulary.ttl: it was changed while it was being published: its SHA-256 was ");
    }

    @Test
    void anOntologyThatIsRemovedWhileItIsUsedIsSaid() {
        assertRefused(
                Stage.LINK,
                site -> site.remove("ontology/vocabulary.ttl"),
                "vocabulary.ttl: it was removed while it was being published; ");
    }

    @Test
    void aLookupTableThatChangesWhileItIsUsedIsRefused() {
        assertRefused(
                ChangedSourceTest::withLookup,
                Stage.LINK,
                site -> site.file("mappings/towns/kinds.csv", "key,value\n01,small\n35,tiny\n44,large\n"),
                "towns/kinds.csv: it was changed while it was being published: its SHA-256 was ");
    }

    @Test
    void aReferenceFileThatChangesWhileItIsUsedIsRefused() {
        assertRefused(
                ChangedSourceTest::withReference,
                Stage.CHECK,
                site -> site.file(
                        "sources/geo.ttl", "<http://there/01> a <http://e/Place> ; <http://e/insee> \"35\" ."),
                "geo.ttl: it was changed while it was being published: its SHA-256 was ");
    }

    @Test
    void aReferenceFileThatIsRemovedWhileItIsUsedIsSaid() {
        assertRefused(
                ChangedSourceTest::withReference,
                Stage.CHECK,
                site -> site.remove("sources/geo.ttl"),
                "geo.ttl: it was removed while it was being published; ");
    }

    private static void withLookup(SmallSite site) {
        site.file("mappings/towns/kinds.csv", "key,value\n01,small\n35,large\n44,large\n");
        site.file("mappings/towns/mapping.ttl", """
                @prefix rml: <http://w3id.org/rml/> . @prefix fn: <https://w3id.org/pleiade/function#> .
                <#Source> a rml:LogicalSource ; rml:referenceFormulation rml:CSV ;
                  rml:source [ a rml:RelativePathSource ; rml:path "towns.csv" ] .
                <#Thing> a rml:TriplesMap ; rml:logicalSource <#Source> ;
                  rml:subjectMap [ rml:template "id/town/{code}" ; rml:class <http://e/Town> ] ;
                  rml:predicateObjectMap [ rml:predicate <http://e/code> ; rml:objectMap [ rml:reference "code" ] ] ;
                  rml:predicateObjectMap [ rml:predicate <http://e/kind> ;
                    rml:objectMap [ rml:functionExecution [ rml:function fn:lookup ;
                      rml:input [ rml:parameter fn:value ; rml:inputValueMap [ rml:reference "code" ] ] ,
                                [ rml:parameter fn:table ; rml:inputValue "kinds.csv" ] ] ] ] .
                """);
    }

    private static void withReference(SmallSite site) {
        site.file("sources/geo.ttl", "<http://there/01> a <http://e/Place> ; <http://e/insee> \"01\" .");
        site.file("mappings/towns/links.ttl", """
                @prefix link: <https://w3id.org/pleiade/link#> .
                <#geo> a link:Rule ; link:subjectClass <http://e/Town> ; link:key <http://e/code> ;
                  link:predicate <http://www.w3.org/2002/07/owl#sameAs> ;
                  link:target [ link:file "geo.ttl" ; link:class <http://e/Place> ; link:key <http://e/insee> ] .
                """);
    }

    private void assertRefused(Stage at, Consumer<SmallSite> change, String message) {
        assertRefused(site -> {}, at, change, message);
    }

    private void assertRefused(Consumer<SmallSite> prepare, Stage at, Consumer<SmallSite> change, String message) {
        SmallSite site = new SmallSite(folder);
        prepare.accept(site);
        site.publish();
        String before = site.current().id();
        site.towns("code,name\n01,Bourg\n35,Rennes\n44,Nantes\n");
        PublishObserver writer = new PublishObserver() {
            @Override
            public void begun(Stage stage) {
                if (stage == at) {
                    change.accept(site);
                }
            }
        };
        assertThatThrownBy(() -> site.publisher(PublishOptions.USUAL).publish(writer))
                .isInstanceOfSatisfying(
                        PublicationException.class,
                        e -> assertThat(e.fault()).isEqualTo(PublicationException.Fault.INPUT))
                .hasMessageStartingWith(message);
        assertThat(site.current().id()).isEqualTo(before);
    }
}
