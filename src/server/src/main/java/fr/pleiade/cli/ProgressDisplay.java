package fr.pleiade.cli;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.release.Stage;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows how a publication advances: a bar that redraws itself on a terminal, a line at each stage's end elsewhere.
 *
 * <pre>{@code
 * Map rows to triples      ████████████░░░░░░░░  61 %  towns
 * }</pre>
 */
final class ProgressDisplay implements PublishObserver {
    private static final int BAR_WIDTH = 20;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private int shownPercent = -1;

    private ProgressDisplay(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** {@return a bar where the start script says that there is a terminal, plain lines elsewhere} */
    static ProgressDisplay usual(PrintWriter out) {
        return Boolean.getBoolean("pleiade.terminal") ? onTerminal(out) : asLines(out);
    }

    static ProgressDisplay onTerminal(PrintWriter out) {
        return new ProgressDisplay(out, true);
    }

    static ProgressDisplay asLines(PrintWriter out) {
        return new ProgressDisplay(out, false);
    }

    @Override
    public void begun(Stage stage) {
        shownPercent = -1;
        progressed(stage, "", 0);
    }

    @Override
    public void progressed(Stage stage, String subject, double share) {
        int percent = (int) Math.floor(share * 100);
        if (!terminal || percent == shownPercent) {
            return;
        }
        shownPercent = percent;
        int full = percent * BAR_WIDTH / 100;
        out.print("%s%-26s %s%s %3d %%  %s"
                .formatted(
                        CLEAR_LINE,
                        stage.label().en(),
                        "█".repeat(full),
                        "░".repeat(BAR_WIDTH - full),
                        percent,
                        subject));
        out.flush();
    }

    @Override
    public void ended(Stage stage, Duration took) {
        out.printf(
                Locale.ROOT,
                "%s%-26s %8.2f s%n",
                terminal ? CLEAR_LINE : "",
                stage.label().en(),
                seconds(took));
        out.flush();
    }

    private static double seconds(Duration took) {
        return took.toMillis() / 1000.0;
    }
}
