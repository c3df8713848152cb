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

    private void assertRefused(Stage at, Consumer<SmallSite> change, String message) {
        SmallSite site = new SmallSite(folder);
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
