package fr.pleiade.web.page;

import fr.pleiade.quads.Sha256;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The files that pages are made with: styles, icon and script; all of them ours to serve.
 *
 * <p>Their addresses have a fingerprint of our templates, sentences, styles and scripts, so that a browser keeps them for good and still sees a
 * new version at once.
 */
@Controller
public final class Assets {
    private static final Map<String, Asset> ASSETS = Map.of(
            "pleiade.css", new Asset("static/pleiade.css", "text/css;charset=utf-8"),
            "pleiade.svg", new Asset("static/pleiade.svg", "image/svg+xml"),
            "sparql.js", new Asset("static/sparql.js", "text/javascript;charset=utf-8"),
            "embed.css", new Asset("static/embed.css", "text/css;charset=utf-8"));
    private static final List<String> LOOK = List.of(
            "static/pleiade.css",
            "static/pleiade.svg",
            "static/embed.css",
            "static/embed.js",
            "static/sparql.js",
            "messages_en.properties",
            "messages_fr.properties",
            "fr/pleiade/web/served/vocabularies.ttl",
            "fr/pleiade/web/conformance/promises.ttl");
    private static final String TEMPLATES = "templates/";

    private final String fingerprint = fingerprintOf(look());
    private final Map<String, Subresource> files = ASSETS.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    asset -> Subresource.of(
                            address(asset.getKey()), content(asset.getValue().resource()))));

    private record Asset(String resource, String contentType) {}

    /** {@return eight hexadecimal digits that change with the look of the pages} */
    public String fingerprint() {
        return fingerprint;
    }

    /** {@return the path at which the file is served} */
    public String address(String name) {
        return "/assets/" + fingerprint + "/" + name;
    }

    /**
     * {@return the file of a name as a page loads it}
     *
     * @throws IllegalArgumentException if there is none
     */
    Subresource file(String name) {
        return Optional.ofNullable(files.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no file of pages: " + name));
    }

    /** Browsers ask for it of their own accord, whatever a page says. */
    @GetMapping("/favicon.ico")
    void icon(Exchange exchange) throws IOException {
        exchange.redirect(308, exchange.base() + address("pleiade.svg").substring(1));
    }

    /** What other sites' pages load once and for all, so that its address never changes. */
    @GetMapping("/embed.js")
    void embed(Exchange exchange) throws IOException {
        Entity entity = Entity.of("text/javascript;charset=utf-8", fingerprint + ".embed", Instant.EPOCH);
        exchange.send(entity, out -> {
            try (InputStream in = open("static/embed.js")) {
                in.transferTo(out);
            }
        });
    }

    @GetMapping("/assets/{fingerprint}/{name}")
    void asset(Exchange exchange, @PathVariable("name") String name) throws IOException {
        Asset asset = Optional.ofNullable(ASSETS.get(name)).orElseThrow(() -> Refusal.notFound(exchange.address()));
        Entity entity = Entity.of(asset.contentType(), fingerprint + "." + name, Instant.EPOCH)
                .cached(Entity.Caching.IMMUTABLE);
        exchange.send(entity, out -> {
            try (InputStream in = open(asset.resource())) {
                in.transferTo(out);
            }
        });
    }

    /** {@return the resources that pages are made of, all templates among them} */
    static List<String> look() {
        try {
            Resource[] templates = new PathMatchingResourcePatternResolver(Assets.class.getClassLoader())
                    .getResources("classpath:" + TEMPLATES + "*.html");
            return Stream.concat(
                            LOOK.stream(),
                            Arrays.stream(templates)
                                    .map(template -> TEMPLATES + template.getFilename())
                                    .sorted())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprintOf(List<String> resources) {
        MessageDigest digest = Sha256.digest();
        for (String resource : resources) {
            digest.update(resource.getBytes(StandardCharsets.UTF_8));
            digest.update(content(resource));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 8);
    }

    private static byte[] content(String resource) {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException(resource + " is missing from the class path");
        }
        return in;
    }
}
