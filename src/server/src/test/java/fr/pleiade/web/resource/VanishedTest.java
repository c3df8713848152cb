package fr.pleiade.web.resource;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.publication.SmallSite;
import fr.pleiade.release.Release;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VanishedTest {
    private static final String TOWN = SmallSite.BASE + "id/town/";

    @Test
    void onlyWhatAnEarlierReleaseHadIsLookedForInThem(@TempDir Path folder) {
        SmallSite site = new SmallSite(folder);
        site.publish();
        Release first = site.current();
        site.towns("code,name\n35,Rennes\n36,Bourges\n");
        site.publish();
        Release second = site.current();
        site.towns("code,name\n36,Bourges\n37,Tours\n");
        site.publish();
        Vanished vanished = new Vanished(site.current(), List.of(second, first)).complete();
        assertThat(vanished.mayContain(TOWN + "01")).isTrue();
        assertThat(vanished.mayContain(TOWN + "35")).isTrue();
        for (String never : List.of("36", "37", "99", "3", "350", "")) {
            assertThat(vanished.mayContain(TOWN + never)).as(never).isFalse();
        }
    }
}
