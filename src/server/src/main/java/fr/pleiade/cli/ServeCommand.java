package fr.pleiade.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pleiade serve}: serves the current release until interrupted. */
@Command(
        name = "serve",
        description = "Serves the current release, until interrupted.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SiteOptions options = new SiteOptions();

    @Mixin
    private ServingOptions serving = new ServingOptions();

    @Override
    public Integer call() {
        return Serving.run(options, serving, spec.commandLine().getOut());
    }
}
