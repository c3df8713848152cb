package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.release.PublicationException;
import fr.pleiade.release.Releases;
import fr.pleiade.sources.fetch.Downloader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name in a mapping leads nowhere but into the folders of the sources and of the site, for reading and for writing. */
class ConfinedSourcesTest {
    @TempDir
    private Path folder;

    private SmallSite site;
    private Path secret;

    @BeforeEach
    void standBesideASecret() throws IOException {
        site = new SmallSite(folder.resolve("site"));
        secret = Files.writeString(folder.resolve("secret.csv"), "code,name\n01,Secret\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../secret.csv", "a/../../../secret.csv", "./../../secret.csv", "ABSOLUTE"})
    void aMappingThatLeavesItIsRefusedAtItsDocument(String name) throws IOException {
        replace("towns/mapping.ttl", "towns.csv", written(name));
        assertRefused("towns/mapping.ttl", written(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../secret.csv", "ABSOLUTE"})
    void aLinkRuleThatLeavesItIsRefusedAtItsDocument(String name) throws IOException {
        replace("schools/links.ttl", "link:dataset \"towns\"", "link:file \"" + written(name) + "\"");
        assertRefused("schools/links.ttl", written(name));
    }

    @Test
    void whatTheSourcesDoNotHaveMayStandBesideTheMapping() throws IOException {
        Files.move(site.sources().resolve("towns.csv"), folder.resolve("site/mappings/towns/towns.csv"));
        assertThat(site.publish().release()).isNotEmpty();
    }

    @Test
    void butNotLeadOutOfItsFolder() throws IOException {
        Files.delete(site.sources().resolve("towns.csv"));
        Files.createSymbolicLink(folder.resolve("site/mappings/towns/towns.csv"), secret);
        assertRefused("towns/mapping.ttl", "'towns.csv', which is really " + secret.toRealPath());
    }

    @Test
    void aSymbolicLinkCountsAsWhatItLeadsTo() throws IOException {
        Files.delete(site.sources().resolve("towns.csv"));
        Files.createSymbolicLink(site.sources().resolve("towns.csv"), secret);
        assertRefused("towns/mapping.ttl", "'towns.csv', which is really " + secret.toRealPath());
    }

    @Test
    void aSourceBelowAFolderOfItsOwnChoiceIsRefused() throws IOException {
        site.file("sources/secret.csv", "code,name\n");
        replace("towns/mapping.ttl", "rml:path \"towns.csv\"", "rml:path \"secret.csv\" ; rml:root \"" + folder + "\"");
        assertRefused("towns/mapping.ttl", "which is really " + secret.toRealPath());
    }

    @Test
    void aTargetIsRefusedForWhatIsPublishedGoesIntoTheRelease() throws IOException {
        replace(
                "towns/mapping.ttl",
                "rml:class <http://e/Town>",
                "rml:class <http://e/Town> ; rml:logicalTarget [ a rml:LogicalTarget ;"
                        + " rml:serialization <http://www.w3.org/ns/formats/N-Triples> ;"
                        + " rml:target [ a rml:Target, rml:FilePath ; rml:path \"../../secret.csv\" ] ]");
        assertRefused("towns/mapping.ttl", "it writes to '../../secret.csv'");
        assertThat(secret).hasContent("code,name\n01,Secret\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../secret.csv", "ABSOLUTE"})
    void aTableThatIsNotInTheMappingsFolderIsRefused(String name) throws IOException {
        replace("towns/mapping.ttl", "rml:objectMap [ rml:reference \"name\" ]", """
                rml:objectMap [ rml:functionExecution [ rml:function <https://w3id.org/pleiade/function#lookup> ;
                  rml:input [ rml:parameter <https://w3id.org/pleiade/function#value> ; rml:inputValueMap [ rml:reference "name" ] ] ,
                    [ rml:parameter <https://w3id.org/pleiade/function#table> ; rml:inputValue "%s" ] ] ]""".formatted(written(name)));
        assertRefused(written(name), "is not in the mapping's folder");
    }

    @Test
    void aSymbolicLinkWithinTheSiteIsFollowed() throws IOException {
        Files.move(site.sources().resolve("towns.csv"), site.sources().resolve("towns-2026.csv"));
        Files.createSymbolicLink(site.sources().resolve("towns.csv"), Path.of("towns-2026.csv"));
        assertThat(site.publish().release()).isNotEmpty();
    }

    @Test
    void theFolderOfTheSourcesMayItselfBeALink() throws IOException {
        Path elsewhere = Files.move(site.sources(), folder.resolve("elsewhere"));
        Files.createSymbolicLink(site.sources(), elsewhere);
        assertThat(site.publish().release()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../secret.csv", "ABSOLUTE"})
    void aDownloadOverwritesNothingOutsideTheState(String name) throws IOException {
        replace("towns/mapping.ttl", "towns.csv", written(name));
        site.file("mappings/towns/dataset.ttl", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                <dataset/towns> a dcat:Dataset ; dct:license <https://creativecommons.org/publicdomain/zero/1.0/> ; dct:title "towns"@en ; dcat:distribution <dataset/towns#csv> .
                <dataset/towns#csv> dcat:downloadURL <http://127.0.0.1:9/towns.csv> .
                """);
        PublishOptions options = PublishOptions.USUAL.fetching(new Downloader.Limits(
                1_000,
                3,
                1,
                Duration.ofSeconds(2),
                Duration.ofMillis(1),
                Duration.ofMinutes(1),
                InetAddress::isLoopbackAddress));
        assertThatThrownBy(() -> site.publish(options))
                .isInstanceOf(PublicationException.class)
                .hasMessageContaining(written(name));
        assertThat(secret).hasContent("code,name\n01,Secret\n");
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("site", "secret.csv");
        }
    }

    private String written(String name) {
        return name.equals("ABSOLUTE") ? secret.toString() : name;
    }

    private void replace(String document, String old, String other) throws IOException {
        Path file = folder.resolve("site/mappings").resolve(document);
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, other));
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(site::publish)
                .isInstanceOfSatisfying(
                        PublicationException.class,
                        e -> assertThat(e.fault()).isEqualTo(PublicationException.Fault.INPUT))
                .message()
                .contains(parts);
        assertThat(Releases.in(site.state()).current()).isEmpty();
    }
}
