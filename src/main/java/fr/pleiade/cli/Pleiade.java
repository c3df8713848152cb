package fr.pleiade.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code pleiade} command. */
@Command(name = "pleiade", mixinStandardHelpOptions = true)
public final class Pleiade {
    private Pleiade() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Pleiade()).execute(arguments));
    }
}
