package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.draft.DraftException;
import fr.pleiade.draft.FileProfile;
import fr.pleiade.draft.Profiler;
import fr.pleiade.draft.PublishedKeys;
import fr.pleiade.draft.folder.NewDataset;
import fr.pleiade.identifiers.IdentifierSystems;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class NewOptionsTest {
    private static final NewDataset PROPOSED = new NewDataset("labs", "Labs", "licence-ouverte-2.0", "", "", "fr");

    @TempDir
    Path folder;

    private final StringWriter asked = new StringWriter();

    @Command
    private static final class Holder {
        @Mixin
        private NewOptions options = new NewOptions();
    }

    @Test
    void fiveQuestionsAtMostAndNoneAboutWhatIsSaid() throws IOException {
        NewOptions none = options();
        Optional<Questions> questions = questions("laboratoires\n\nodbl\ncode,nom\n-\n");
        assertThat(none.dataset(PROPOSED, questions))
                .isEqualTo(new NewDataset("laboratoires", "Labs", "odbl", "", "", "fr"));
        FileProfile profile = none.profile(profile(), questions);
        assertThat(profile.key()).containsExactly("code", "nom");
        assertThat(profile.label()).isEmpty();
        assertThat(asked.toString())
                .isEqualTo("Name? [labs] Title? [Labs] Licence? [licence-ouverte-2.0] Key, columns with commas? [code]"
                        + " Label, a column? [nom] ");

        asked.getBuffer().setLength(0);
        NewOptions all = options("--name", "a", "--title", "T", "--license", "cc0", "--key", "code", "--label", "nom");
        questions = questions("");
        assertThat(all.dataset(PROPOSED, questions)).isEqualTo(new NewDataset("a", "T", "cc0", "", "", "fr"));
        assertThat(all.profile(profile(), questions)).isEqualTo(profile());
        assertThat(asked.toString()).isEmpty();
    }

    @Test
    void withoutQuestionsWhatIsProposedIsTaken() throws IOException {
        assertThat(options("--yes").dataset(PROPOSED, Optional.empty())).isEqualTo(PROPOSED);
        assertThat(options("--yes").profile(profile(), Optional.empty())).isEqualTo(profile());
    }

    @Test
    void aNameThatIsNoAddressAndALabelThatIsNotThereAreRefused() {
        assertThatThrownBy(() -> options("--name", "Mes Labos").dataset(PROPOSED, Optional.empty()))
                .isInstanceOf(DraftException.class)
                .hasMessageContaining("'Mes Labos' cannot be a dataset's name")
                .hasMessageContaining("mes-labos for example");
        assertThatThrownBy(() -> options("--label", "nomm").profile(profile(), Optional.empty()))
                .hasMessageContaining("there is no column 'nomm'; did you mean 'nom'?");
    }

    private static NewOptions options(String... arguments) {
        Holder holder = new Holder();
        new CommandLine(holder).parseArgs(arguments);
        return holder.options;
    }

    private Optional<Questions> questions(String answers) {
        return Optional.of(new Questions(new StringReader(answers), new PrintWriter(asked, true), Locale.ENGLISH));
    }

    private FileProfile profile() throws IOException {
        Path file = Files.writeString(folder.resolve("labs.csv"), "code;nom\nA;Un\nB;Deux\n");
        return new Profiler(IdentifierSystems.NONE, PublishedKeys.NONE).profile(file);
    }
}
