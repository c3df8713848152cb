package fr.pleiade.web.page;

import fr.pleiade.quality.look.Look;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a page has its logo and colours from. What is in them is in the address, so that a browser may keep them for good.
 *
 * @param logo the address of the logo; {@code ""} if there is none
 * @param mediaType its type
 * @param width pixels, where it is {@value #HEIGHT} high
 * @param styleSheet the colours, if the publisher has some
 */
public record ShownLook(String logo, String mediaType, int width, Optional<Subresource> styleSheet) {
    private static final int HEIGHT = 32;
    private static final String SVG = "image/svg+xml";

    /** That of a site that says nothing. */
    static final ShownLook USUAL = new ShownLook("", SVG, HEIGHT, Optional.empty());

    static ShownLook of(Look look) {
        Optional<Subresource> colours = look.palette()
                .map(palette -> Subresource.of(
                        "/look.css?v=" + palette.key(), palette.styleSheet().getBytes(StandardCharsets.UTF_8)));
        return look.logo()
                .map(logo -> new ShownLook(
                        "/" + logo.name() + "?v=" + logo.digest(), logo.mediaType(), logo.width(HEIGHT), colours))
                .orElse(new ShownLook("", SVG, HEIGHT, colours));
    }

    /** {@return the same with our own picture where there is no logo} */
    ShownLook orUsual(String address) {
        return logo.isEmpty() ? new ShownLook(address, SVG, HEIGHT, styleSheet) : this;
    }
}
