package fr.pleiade.quality.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.pleiade.testing.Seed;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {
    private static final Colour WHITE = new Colour(255, 255, 255);

    /** Ratios from WCAG's own examples and the WebAIM checker: black on white 21, #777 on white 4.48, #767676 4.54, pure red 4.00. */
    @ParameterizedTest
    @CsvSource({"#000, 21", "#ffffff, 1", "#777777, 4.478", "#767676, 4.542", "#ff0000, 3.998", "#00f, 8.592"})
    void contrastIsThatOfWcag(String colour, double expected) {
        assertThat(Colour.parse(colour).orElseThrow().contrast(WHITE)).isCloseTo(expected, within(0.001));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "red",
                "#12345",
                "#gggggg",
                "0a5a6b",
                "#0a5a6b; } body { display: none",
                "rgb(1,2,3)",
                "#0a5a6b80"
            })
    void whatIsNoSixDigitsIsNoColour(String text) {
        assertThat(Colour.parse(text)).isEmpty();
    }

    /** A step of one in 255 lighter, or darker, would not do any more. */
    @Test
    void theNearestColourHasTheContrastAndNoneNearerHas() {
        long seed = Seed.VALUE;
        Random random = new Random(seed);
        for (int i = 0; i < 5000; i++) {
            Colour colour = new Colour(random.nextInt(256), random.nextInt(256), random.nextInt(256));
            for (Colour ground : new Colour[] {Palette.LIGHT_GROUND, Palette.DARK_GROUND}) {
                for (double contrast : new double[] {3, 4.5, 7}) {
                    Colour nearest = colour.legibleOn(ground, contrast);
                    assertThat(nearest.contrast(ground))
                            .as("seed %d: %s on %s for %s", seed, colour, ground, contrast)
                            .isGreaterThanOrEqualTo(contrast);
                    if (colour.contrast(ground) >= contrast) {
                        assertThat(nearest).isEqualTo(colour);
                    } else {
                        int step = ground.equals(Palette.LIGHT_GROUND) ? 1 : -1;
                        assertThat(moved(nearest, 2 * step).contrast(ground))
                                .as("seed %d: %s for %s", seed, nearest, colour)
                                .isLessThan(contrast);
                    }
                }
            }
        }
    }

    private static Colour moved(Colour colour, int by) {
        return new Colour(moved(colour.red(), by), moved(colour.green(), by), moved(colour.blue(), by));
    }

    private static int moved(int part, int by) {
        return Math.max(0, Math.min(255, part + by));
    }

    /** A yellow becomes a brown, a dark petrol a bright one: which part of the light is most, and which least, stays. */
    @Test
    void theHueStays() {
        Colour brown = new Colour(255, 204, 0).legibleOn(WHITE, 4.5);
        assertThat(brown.blue()).isZero();
        assertThat(brown.red()).isGreaterThan(brown.green());
        Colour petrol = new Colour(0x0a, 0x5a, 0x6b).legibleOn(Palette.DARK_GROUND, 7);
        assertThat(petrol.blue()).isGreaterThan(petrol.green());
        assertThat(petrol.green()).isGreaterThan(2 * petrol.red());
        assertThat(new Colour(0, 0, 0).legibleOn(Palette.DARK_GROUND, 3).red()).isPositive();
    }
}
