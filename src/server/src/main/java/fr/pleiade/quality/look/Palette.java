package fr.pleiade.quality.look;

/**
 * The two colours as pages have them, each legible where it stands.
 *
 * @param link of links and buttons, on a light page
 * @param accent of what marks the place: the focus, the current entry of a menu
 * @param darkLink on a dark page
 * @param darkAccent on a dark page
 */
public record Palette(Colour link, Colour accent, Colour darkLink, Colour darkAccent) {
    /** The grounds on which colours stand out least: those of the header, in {@code pleiade.css}. */
    static final Colour LIGHT_GROUND = new Colour(0xf4, 0xf2, 0xec);

    static final Colour DARK_GROUND = new Colour(0x1d, 0x24, 0x2c);

    /** What WCAG asks of text, and of what is not text. */
    static final double TEXT = 4.5;

    static final double CONTROL = 3;

    /** As much as all other text of a dark page has. */
    private static final double DARK_TEXT = 7;

    private static final Colour USUAL_LINK = new Colour(0x0a, 0x5a, 0x6b);
    private static final Colour USUAL_ACCENT = new Colour(0x8f, 0x3d, 0x0c);

    /** That of a site that says nothing. */
    public static final Palette USUAL = of(USUAL_LINK, USUAL_ACCENT);

    static Palette of(Colour main, Colour accent) {
        return new Palette(
                main.legibleOn(LIGHT_GROUND, TEXT),
                accent.legibleOn(LIGHT_GROUND, CONTROL),
                main.legibleOn(DARK_GROUND, DARK_TEXT),
                accent.legibleOn(DARK_GROUND, CONTROL));
    }

    /** {@return what tells it from others: its colours, joined by hyphens} */
    public String key() {
        return (link + "-" + accent + "-" + darkLink + "-" + darkAccent).replace("#", "");
    }

    /** {@return the style sheet that puts the colours in the place of the usual ones} */
    public String styleSheet() {
        return """
                :host, :root { --link: %1$s; --info: %1$s; --brand: %1$s; --accent: %2$s; }
                @media (prefers-color-scheme: dark) {
                  :host, :root { --link: %3$s; --info: %3$s; --brand: %3$s; --accent: %4$s; }
                }
                """.formatted(link, accent, darkLink, darkAccent);
    }
}
