package fr.pleiade.cli;

import fr.pleiade.publication.PublishOptions;
import java.util.Set;
import picocli.CommandLine.Option;

/** What of the current release may be lost. */
final class LossOptions {
    @Option(names = "--accept-loss", paramLabel = "DATASET", description = "let this dataset shrink, or go")
    private Set<String> accepted = Set.of();

    @Option(names = "--move-base", description = "let every published address change")
    private boolean moveBase;

    /** {@return the options with what was accepted} */
    PublishOptions in(PublishOptions options) {
        PublishOptions accepting = options.acceptingLosses(accepted);
        return moveBase ? accepting.movingBase() : accepting;
    }
}
