package fr.pleiade.cli;

import fr.pleiade.web.ServerOptions;
import fr.pleiade.web.edge.Networks;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of a server that runs. */
final class ServingOptions {
    private static final String IN_DIGITS = "[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--self-check",
            paramLabel = "DURATION",
            description =
                    "while serving, try what /conformance promises at the start and then as often as this, such as"
                            + " PT6H (ISO 8601); without it, once when somebody first asks")
    private @Nullable Duration selfCheck;

    @Option(
            names = "--no-usage",
            description = "do not count what is used; counts are kept without addresses, by day, dataset, format and"
                    + " kind of client, below inbox/ in the state folder, and are published where mappings/usage/ is")
    private boolean countsNoUse;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description = "the address of this machine to listen on, such as 0.0.0.0 for all of them (default:"
                    + " 127.0.0.1, which only this machine reaches)")
    private @Nullable String listen;

    @Option(
            names = "--trust-proxy",
            paramLabel = "NETWORK",
            split = ",",
            description = "proxies that are believed when X-Forwarded-For says for whom they ask, such as 10.0.0.0/8"
                    + " (default: those of this machine); by it, clients are told apart and limited one by one")
    private @Nullable List<String> proxies;

    /** {@return the server's options with these} */
    ServerOptions applied(ServerOptions options) {
        ServerOptions applied = listening(options).behind(proxies()).withSelfCheck(selfCheck());
        return countsNoUse ? applied : applied.countingUse();
    }

    private ServerOptions listening(ServerOptions options) {
        if (listen == null) {
            return options;
        }
        if (!listen.matches(IN_DIGITS)) {
            throw misuse("--listen takes an address in digits, such as 0.0.0.0 or ::1, not '" + listen + "'");
        }
        try {
            return options.on(InetAddress.getByName(listen));
        } catch (UnknownHostException e) {
            throw misuse("--listen: '" + listen + "' is no address");
        }
    }

    private Networks proxies() {
        return proxies == null
                ? Networks.LOOPBACK
                : Misuse.checked("--trust-proxy", () -> new Networks(Objects.requireNonNull(proxies)));
    }

    /** {@return the time from one self-check to the next, or zero if there is to be none by the clock} */
    private Duration selfCheck() {
        Duration interval = Optional.ofNullable(selfCheck).orElse(Duration.ZERO);
        if (selfCheck != null && interval.compareTo(ServerOptions.SHORTEST_SELF_CHECK) < 0) {
            throw misuse(
                    "--self-check must be %s or more, not %s".formatted(ServerOptions.SHORTEST_SELF_CHECK, interval));
        }
        return interval;
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
