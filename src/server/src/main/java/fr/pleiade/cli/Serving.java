package fr.pleiade.cli;

import fr.pleiade.draft.preview.Preview;
import fr.pleiade.findings.Text;
import fr.pleiade.release.Release;
import fr.pleiade.release.ReleaseException;
import fr.pleiade.release.Releases;
import fr.pleiade.release.replica.Following;
import fr.pleiade.release.replica.Replica;
import fr.pleiade.site.Site;
import fr.pleiade.web.PleiadeServer;
import fr.pleiade.web.ServerOptions;
import fr.pleiade.web.preview.PreviewServer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Serves the current release and says where to look; what {@code serve} and {@code publish --serve} share. */
final class Serving {
    /** The environment variable with the token that opens {@code /admin}; a command line would show it to every user of the machine. */
    private static final String ADMIN_TOKEN = "PLEIADE_ADMIN_TOKEN";

    /** How long after a look at a publisher that is followed the next one is. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private Serving() {}

    /** There is no release to serve. */
    static final class NothingPublishedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NothingPublishedException(Path state) {
            super("nothing is published in %s yet; run pleiade publish first".formatted(state));
        }
    }

    /** Says at once that the port is taken, or an option misused, rather than after the publication. */
    static void requireFreePort(SiteOptions options, ServingOptions serving) {
        PleiadeServer.requireFreePort(options(options, options.base(), serving));
    }

    /** Serves what a publisher elsewhere publishes; nothing is served until the first release is here. Blocks likewise. */
    static int follow(Replica replica, SiteOptions options, ServingOptions serving, PrintWriter out) {
        Releases releases = Releases.in(options.state());
        if (releases.currentId().isEmpty()) {
            out.println("Taking the release that is current there.");
            out.flush();
            replica.pull();
        }
        String base = publishedBase(options);
        try (Following following = Following.begin(replica, LOOK)) {
            return run(options, options(options, base, serving), out);
        }
    }

    /** Serves what is published, as it is called there: an address that was not published under is no address. Blocks until the process is told to end. */
    static int run(SiteOptions options, ServingOptions serving, PrintWriter out) {
        Optional<String> said = options.saidBase();
        String base = publishedBase(options);
        if (said.isPresent() && !said.get().equals(base)) {
            out.printf("What is published is called %s…, not %s…: publish it again to call it so.%n", base, said.get());
        }
        return run(options, options(options, base, serving), out);
    }

    /** {@return the base of what is published; the one that is asked for where nothing can be read, which the server then says} */
    private static String publishedBase(SiteOptions options) {
        Releases releases = Releases.in(options.state());
        try {
            return releases.current()
                    .orElseThrow(() -> new NothingPublishedException(options.state()))
                    .base();
        } catch (ReleaseException damaged) { // then another one is served, and the server says why
            return releases.all().stream().findFirst().map(Release::base).orElseGet(options::base);
        }
    }

    private static int run(SiteOptions options, ServerOptions chosen, PrintWriter out) {
        try (PleiadeServer running = PleiadeServer.start(chosen)) {
            running.warmUp();
            String here =
                    Site.isOfThisMachine(chosen.base()) ? "http://localhost:" + running.port() + "/" : chosen.base();
            out.printf("""
                    Look at:
                      %1$s            pages
                      %1$scatalog     the catalogue (DCAT)
                      %1$ssparql      SPARQL endpoint and editor
                      %1$sdump/all.nq everything, as N-Quads
                    Stop with Ctrl-C.
                    """, here);
            if (!chosen.address().isLoopbackAddress()) {
                out.printf(
                        "Listening on %s: whoever reaches this machine can read what is published.%n",
                        chosen.address().getHostAddress());
            }
            out.flush();
            running.await();
        }
        return 0;
    }

    /** Shows a dataset while it is being made. Blocks until the process is told to end. */
    static int preview(SiteOptions options, String slug, PrintWriter out, Locale locale) {
        Preview preview = new Preview(new Preview.Folders(
                options.mappings(), options.ontology(), options.sources(), options.state(), options.base(), slug));
        try (PreviewServer running = PreviewServer.start(preview, options.port())) {
            preview.look();
            out.println(new Text(
                            "Look at %1$s: it follows when %2$s is saved. Nothing is published. Stop with Ctrl-C.",
                            "À regarder : %1$s, qui suit quand %2$s est enregistré. Rien n'est publié. Arrêter par Ctrl-C.")
                    .with(running.address(), options.mappings().resolve(slug))
                    .in(locale));
            out.flush();
            running.await();
        }
        return 0;
    }

    private static ServerOptions options(SiteOptions options, String base, ServingOptions serving) {
        ServerOptions local = new ServerOptions(options.state(), options.port(), base, options.fusekiConfig())
                .withAdmin(System.getenv().getOrDefault(ADMIN_TOKEN, ""));
        return serving.applied(local);
    }
}
