package fr.pleiade.cli;

import fr.pleiade.site.Site;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The options that mean the same in every command: what is published, from where, to where, and under which address. */
final class SiteOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--site",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description =
                    "the folder that holds mappings/, ontology/, data/ and fuseki-config/ (default: Pléiade's own)")
    private Path site = Path.of(System.getProperty("pleiade.home", "."));

    @Option(
            names = "--sources",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description =
                    "the folder under which the mappings' relative paths are looked up (default: data/ of the site)")
    private @Nullable Path sources;

    @Option(
            names = "--state",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "the folder of releases (default: var/ of the site)")
    private @Nullable Path state;

    @Option(
            names = "--port",
            scope = ScopeType.INHERIT,
            paramLabel = "N",
            description = "the port to serve on, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int port = 8080;

    @Option(
            names = "--base",
            scope = ScopeType.INHERIT,
            paramLabel = "IRI",
            description =
                    "what every published IRI begins with (default: what site.properties of the site says, else http://localhost:PORT/)")
    private @Nullable String base;

    Path mappings() {
        return folder("--site", site.resolve("mappings"));
    }

    Path ontology() {
        return folder("--site", site.resolve("ontology"));
    }

    Path fusekiConfig() {
        return folder("--site", site.resolve("fuseki-config")).resolve("pleiade.ttl");
    }

    Path sources() {
        return folder("--sources", sources == null ? site.resolve("data") : sources);
    }

    Path state() {
        Path chosen = state == null ? site.resolve("var") : state;
        if (Files.exists(chosen) && !Files.isDirectory(chosen)) {
            throw misuse("--state: a file stands where a folder is to be: " + chosen);
        }
        return chosen;
    }

    int port() {
        if (port < 0 || port > 65535) {
            throw misuse("--port must be from 0 to 65535, not " + port);
        }
        return port;
    }

    String base() {
        return saidBase().orElseGet(() -> {
            if (port() == 0) {
                throw misuse("--port 0 needs --base, because the published IRIs must be known before the port is");
            }
            return "http://localhost:" + port() + "/";
        });
    }

    /** {@return the base that the option or the site says, if one of them does} */
    Optional<String> saidBase() {
        return Optional.ofNullable(base)
                .map(option -> checkedBase("--base", option))
                .or(() -> Site.declaredBase(site).map(declared -> checkedBase(Site.SETTINGS, declared)));
    }

    /**
     * {@return the base}
     *
     * @param where who says it
     * @throws Misuse if it is none
     */
    static String checkedBase(String where, String chosen) {
        return Misuse.checked(where, () -> {
            Site.requireBase(chosen);
            if (!URI.create(chosen).getPath().equals("/")) {
                throw new IllegalArgumentException(
                        "pages are served at the root of a host, so the base has no path; https://data.example.org/ for example, not "
                                + chosen);
            }
            return chosen;
        });
    }

    private Path folder(String option, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw misuse("%s: there is no folder %s".formatted(option, folder));
        }
        return folder;
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
