package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.release.Release;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not mapped is in no file of a release. */
class MappedColumnsTest {
    @TempDir
    Path folder;

    @Test
    void theTableHasTheMappedColumnsAlone() throws IOException {
        SmallSite site = new SmallSite(folder);
        site.towns("mail,code,first_name,name\njean.dupont@ville.fr,01,Jean,Bourg\nanne@ville.fr,35,Anne,Rennes\n");
        assertThat(site.publish().outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        Release release = site.current();
        assertThat(Release.tableFile(release.folder(), "towns")).hasContent("code,name\r\n01,Bourg\r\n35,Rennes\r\n");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(release.folder())) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain("dupont", "anne@");
        }
    }
}
