package fr.pleiade.cli;

import fr.pleiade.web.ServerOptions;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of a server that runs. */
final class ServingOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--self-check",
            paramLabel = "DURATION",
            description =
                    "while serving, try what /conformance promises at the start and then as often as this, such as"
                            + " PT6H (ISO 8601); without it, once when somebody first asks")
    private @Nullable Duration selfCheck;

    /** {@return the time from one self-check to the next, or zero if there is to be none by the clock} */
    Duration selfCheck() {
        Duration interval = Optional.ofNullable(selfCheck).orElse(Duration.ZERO);
        if (selfCheck != null && interval.compareTo(ServerOptions.SHORTEST_SELF_CHECK) < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--self-check must be %s or more, not %s".formatted(ServerOptions.SHORTEST_SELF_CHECK, interval));
        }
        return interval;
    }
}
