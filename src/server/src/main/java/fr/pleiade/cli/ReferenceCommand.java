package fr.pleiade.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/**
 * {@code pleiade reference}: the command line as a page of Markdown, written from the commands themselves, for packages and sites.
 *
 * <p>Shape of a row: {@code | `--port N` | the port to serve on, 0 for any free one (default: 8080) |}.
 */
@Command(
        name = "reference",
        hidden = true,
        description = "Prints all commands and options as Markdown.",
        mixinStandardHelpOptions = true)
final class ReferenceCommand implements Callable<Integer> {
    private static final String HEAD = "\n| option | is |\n|---|---|\n";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(page(spec.root()));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static String page(CommandSpec root) {
        StringBuilder text = new StringBuilder("""
                # The command line of Pléiade

                Exit codes: 0 done; 1 the input is at fault, the message names file, line and column; 2 the command was misused; 3 the
                environment failed. The environment variable `PLEIADE_JAVA_OPTS` holds options for the Java machine, such as `-Xmx2g`. What a
                publisher decides of the data, severities and shares of the gate among them, stands in the site's own folder.

                ## In every command that works on a site
                """);
        text.append(HEAD).append(rows(siteOptions()));
        commands(root).forEach(command -> text.append(section(command)));
        return text.toString();
    }

    private static List<ArgSpec> siteOptions() {
        return CommandSpec.forAnnotatedObject(new SiteOptions()).args();
    }

    private static List<CommandSpec> commands(CommandSpec command) {
        List<CommandSpec> commands = new ArrayList<>(command.usageMessage().hidden() ? List.of() : List.of(command));
        command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .distinct()
                .forEach(below -> commands.addAll(commands(below)));
        return commands;
    }

    private static String section(CommandSpec command) {
        List<String> known = siteOptions().stream().map(ReferenceCommand::row).toList();
        List<ArgSpec> own = command.args().stream()
                .filter(argument -> !known.contains(row(argument)))
                .toList();
        String rows = rows(own);
        return "\n## `%s`\n\n%s\n%s"
                .formatted(
                        command.qualifiedName(),
                        text(command.usageMessage().description()),
                        rows.isEmpty() ? "" : HEAD + rows);
    }

    private static String rows(List<ArgSpec> arguments) {
        return arguments.stream()
                .filter(argument -> !argument.hidden() && !isHelp(argument))
                .map(ReferenceCommand::row)
                .collect(Collectors.joining());
    }

    private static boolean isHelp(ArgSpec argument) {
        return argument instanceof OptionSpec option && (option.usageHelp() || option.versionHelp());
    }

    private static String row(ArgSpec argument) {
        String name = argument instanceof OptionSpec option
                ? String.join("`, `", option.names()) + (option.arity().max() > 0 ? " " + option.paramLabel() : "")
                : argument.paramLabel();
        return "| `%s` | %s |\n"
                .formatted(
                        name.replace("|", "\\|"), text(argument.description()).replace("|", "\\|"));
    }

    private static String text(String... lines) {
        return String.join(" ", lines).replaceAll("%n|\\R", " ").strip();
    }
}
