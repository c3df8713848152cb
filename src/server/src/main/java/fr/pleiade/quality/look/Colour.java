package fr.pleiade.quality.look;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A colour of the web.
 *
 * @param red 0 to 255, and so are the others
 * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-relative-luminance">WCAG 2.2, relative luminance and contrast ratio</a>
 */
public record Colour(int red, int green, int blue) {
    private static final Pattern HEX = Pattern.compile("#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})");
    private static final Pattern SHORT_HEX = Pattern.compile("#([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])");
    private static final int LARGEST = 255;
    private static final double FLARE = 0.05;

    public Colour {
        if (Math.min(red, Math.min(green, blue)) < 0 || Math.max(red, Math.max(green, blue)) > LARGEST) {
            throw new IllegalArgumentException("no colour: " + red + ", " + green + ", " + blue);
        }
    }

    /** {@return the colour that {@code #0a5a6b} or {@code #fff} is; nothing if the text is neither} */
    public static Optional<Colour> parse(String text) {
        Matcher hex = HEX.matcher(text);
        if (hex.matches()) {
            return Optional.of(new Colour(number(hex.group(1)), number(hex.group(2)), number(hex.group(3))));
        }
        Matcher brief = SHORT_HEX.matcher(text);
        return brief.matches()
                ? Optional.of(new Colour(
                        number(brief.group(1) + brief.group(1)),
                        number(brief.group(2) + brief.group(2)),
                        number(brief.group(3) + brief.group(3))))
                : Optional.empty();
    }

    private static int number(String hex) {
        return Integer.parseInt(hex, 16);
    }

    /** {@return the colour as style sheets write it, {@code #0a5a6b}} */
    @Override
    public String toString() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }

    double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    /** {@return the contrast with another colour, 1 to 21} */
    public double contrast(Colour other) {
        double own = luminance() + FLARE;
        double others = other.luminance() + FLARE;
        return Math.max(own, others) / Math.min(own, others);
    }

    /**
     * {@return the colour itself if it has that contrast on a ground, else the nearest that has: of the same hue, darker on a light ground,
     * lighter on a dark one}
     *
     * <p>Darker is less of the same light, lighter more of it, and white with it where a screen has no more.
     */
    public Colour legibleOn(Colour ground, double contrast) {
        if (contrast(ground) >= contrast) {
            return this;
        }
        double own = luminance();
        double groundLight = ground.luminance() + FLARE;
        if (groundLight > Math.sqrt(FLARE * (1 + FLARE))) { // black stands out more than white
            double share = Math.max(0, groundLight / contrast - FLARE) / own;
            return mixed(light -> light * share, Math::floor);
        }
        double wanted = Math.min(1, groundLight * contrast - FLARE);
        double most = Math.max(linear(red), Math.max(linear(green), linear(blue)));
        double more = most == 0 ? 1 : Math.min(wanted / own, 1 / most);
        double white = Math.max(0, (wanted - own * more) / (1 - own * more));
        return mixed(light -> light * more + white * (1 - light * more), Math::ceil);
    }

    private Colour mixed(DoubleUnaryOperator light, DoubleUnaryOperator rounded) {
        return new Colour(mixed(red, light, rounded), mixed(green, light, rounded), mixed(blue, light, rounded));
    }

    private static int mixed(int part, DoubleUnaryOperator light, DoubleUnaryOperator rounded) {
        double shown = rounded.applyAsDouble(shown(light.applyAsDouble(linear(part))) * LARGEST);
        return (int) Math.max(0, Math.min(LARGEST, shown));
    }

    private static double linear(int part) {
        double share = part / (double) LARGEST;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double shown(double light) {
        return light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    }
}
