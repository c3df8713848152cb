package fr.pleiade.web.resource;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.publication.SmallSite;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VanishedTest {
    private static final String TOWN = SmallSite.BASE + "id/town/";
    private static final Executor AT_ONCE = Runnable::run;
    private static final Executor NEVER = task -> {};

    @TempDir
    Path folder;

    @Test
    void onlyWhatAnEarlierReleaseHadIsLookedForInThem() {
        SmallSite site = new SmallSite(folder);
        Release first = published(site, "01,Bourg\n35,Rennes");
        Release second = published(site, "35,Rennes\n36,Bourges");
        Release third = published(site, "36,Bourges\n37,Tours");
        Vanished vanished = new Vanished(third, List.of(second, first), AT_ONCE);
        assertThat(vanished.mayHaveHad(TOWN + "01")).containsExactly(first.id());
        assertThat(vanished.mayHaveHad(TOWN + "35")).containsExactly(second.id());
        for (String never : List.of("36", "37", "99", "3", "350", "")) {
            assertThat(vanished.mayHaveHad(TOWN + never)).as(never).isEmpty();
        }
    }

    @Test
    void anAddressCostsNoMoreHoweverManyReleasesAreKept() {
        SmallSite site = new SmallSite(folder);
        Release first = published(site, "01,Bourg\n35,Rennes");
        Release second = published(site, "35,Rennes");
        List<Release> many = new ArrayList<>(Collections.nCopies(500, second));
        many.add(0, first);

        Vanished unknown = new Vanished(second, many, NEVER);
        assertThat(unknown.mayHaveHad(TOWN + "99"))
                .hasSize(Vanished.LOOKED_INTO)
                .startsWith(first.id());

        Vanished known = new Vanished(second, many, AT_ONCE);
        assertThat(known.mayHaveHad(TOWN + "99")).isEmpty();
        assertThat(known.mayHaveHad(TOWN + "01")).containsExactly(first.id());
    }

    @Test
    void whatFailsIsNoReasonToLookIntoAll() throws IOException {
        SmallSite site = new SmallSite(folder);
        Release first = published(site, "35,Rennes");
        Release second = published(site, "36,Bourges");
        Files.delete(second.folder().resolve("changes/counts.txt"));
        Files.delete(first.graphFile("towns"));
        Vanished failing = new Vanished(second, Collections.nCopies(500, first), AT_ONCE);
        assertThat(failing.mayHaveHad(TOWN + "99")).hasSize(Vanished.LOOKED_INTO);
    }

    /** The releases that were gone back from are not among the present one's ancestors. */
    @Test
    void whatWasGoneBackFromIsFoundToo() {
        SmallSite site = new SmallSite(folder);
        Release first = published(site, "01,Bourg\n35,Rennes");
        Release second = published(site, "35,Rennes\n36,Bourges");
        Release third = published(site, "35,Rennes\n37,Tours");
        Releases releases = Releases.in(site.state());
        releases.makeCurrent(second);
        Release fourth = published(site, "35,Rennes\n38,Grenoble");
        List<Release> earlier = releases.before(fourth);
        assertThat(earlier).extracting(Release::id).contains(first.id(), second.id(), third.id());
        Vanished vanished = new Vanished(fourth, earlier, AT_ONCE);
        assertThat(vanished.mayHaveHad(TOWN + "01")).containsExactly(first.id());
        assertThat(vanished.mayHaveHad(TOWN + "36")).containsExactly(second.id());
        assertThat(vanished.mayHaveHad(TOWN + "37")).containsExactly(third.id());
        for (String here : List.of("35", "38", "39")) {
            assertThat(vanished.mayHaveHad(TOWN + here)).as(here).isEmpty();
        }
    }

    @Test
    void whatComesAgainIsNotGone() {
        SmallSite site = new SmallSite(folder);
        Release first = published(site, "01,Bourg\n35,Rennes");
        Release second = published(site, "35,Rennes");
        Release third = published(site, "01,Bourg\n35,Rennes\n36,Bourges");
        Vanished vanished = new Vanished(third, List.of(second, first), AT_ONCE);
        assertThat(vanished.mayHaveHad(TOWN + "01")).isEmpty();
    }

    private Release published(SmallSite site, String rows) {
        site.towns("code,name\n" + rows + "\n");
        site.publish();
        return site.current();
    }
}
