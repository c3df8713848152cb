package fr.pleiade.cli;

import fr.pleiade.cli.change.ChangesCommand;
import fr.pleiade.cli.table.ReconcileCommand;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The {@code pleiade} command: {@code pleiade publish --serve} is where to start. */
@Command(
        name = "pleiade",
        description = "Turns a folder of CSV files into five-star linked data, publishes it, and keeps it good.",
        mixinStandardHelpOptions = true,
        versionProvider = Pleiade.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the input is at fault: the message names file, line and column",
            "2:the command was misused",
            "3:the environment failed: disk, network, port"
        },
        subcommands = {
            PublishCommand.class,
            InitCommand.class,
            NewCommand.class,
            CheckCommand.class,
            ServeCommand.class,
            MapCommand.class,
            ReconcileCommand.class,
            ChangesCommand.class,
            ReleasesCommand.class,
            ReferenceCommand.class
        })
public final class Pleiade implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Pleiade() {}

    /** Runs one command and ends the process with its exit code; a server's process ends when it is told to. */
    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    /** {@code map} must begin within half a second, so it does not wait for the other commands to be loaded. */
    static int execute(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("map")
                ? configured(new CommandLine(new MapCommand()))
                        .execute(Arrays.copyOfRange(arguments, 1, arguments.length))
                : commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return configured(new CommandLine(new Pleiade()));
    }

    private static CommandLine configured(CommandLine command) {
        return command.setExecutionStrategy(Pleiade::run)
                .registerConverter(URI.class, Pleiade::uri)
                .registerConverter(Duration.class, Pleiade::duration)
                .setExecutionExceptionHandler(new Failures())
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int run(ParseResult arguments) {
        try {
            return new RunLast().execute(arguments);
        } catch (VirtualMachineError e) {
            return Failures.handle(e, arguments.commandSpec().commandLine().getErr());
        }
    }

    private static URI uri(String value) {
        try {
            return new URI(value);
        } catch (URISyntaxException e) {
            throw new TypeConversionException("'%s' is no address: %s".formatted(value, e.getReason()));
        }
    }

    private static Duration duration(String value) {
        try {
            return Duration.parse(value);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'%s' is no duration such as PT6H (ISO 8601)".formatted(value));
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command");
    }

    /** The version of the jar's manifest, which the build takes from the POM; classes that are in no jar have none. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Pleiade.class.getPackage().getImplementationVersion();
            return new String[] {"pleiade " + Objects.requireNonNullElse(version, "(development)")};
        }
    }
}
