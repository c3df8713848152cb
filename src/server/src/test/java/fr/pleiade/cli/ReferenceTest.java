package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class ReferenceTest {
    @Test
    void everyCommandAndEveryOptionIsOnThePage() {
        String page = page();
        Pleiade.commandLine().getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .forEach(command -> {
                    assertThat(page).contains("\n## `" + command.qualifiedName() + "`\n");
                    command.options()
                            .forEach(option -> assertThat(page)
                                    .as(command.qualifiedName())
                                    .satisfiesAnyOf(
                                            text -> assertThat(text).contains("`" + option.longestName()),
                                            text -> assertThat(option.usageHelp() || option.versionHelp())
                                                    .isTrue()));
                });
    }

    @Test
    void whatEveryCommandHasIsSaidOnce() {
        assertThat(page().split("\\| `--state DIR` \\|", -1)).hasSize(2);
    }

    @Test
    void aRowSaysWhatAnOptionTakesAndItsDefault() {
        assertThat(page())
                .contains("\n| `--port N` | the port to serve on, 0 for any free one (default: 8080) |\n")
                .contains("\n| `--format text\\|json\\|sarif\\|ttl` | ")
                .contains("\n| `-m`, `--mapping FILE` | ")
                .contains("\n| `FILE` | the CSV file |\n")
                .doesNotContain("${", "%n", "<");
    }

    @Test
    void everyOptionIsExplained() {
        everyOptionOf(Pleiade.commandLine().getCommandSpec());
    }

    private static void everyOptionOf(CommandSpec command) {
        command.args()
                .forEach(argument -> assertThat(String.join(" ", argument.description()))
                        .as(command.qualifiedName() + " " + argument.paramLabel())
                        .isNotBlank());
        command.subcommands().values().forEach(below -> everyOptionOf(below.getCommandSpec()));
    }

    private static String page() {
        StringWriter out = new StringWriter();
        assertThat(Pleiade.commandLine().setOut(new PrintWriter(out)).execute("reference"))
                .isZero();
        return out.toString();
    }
}
