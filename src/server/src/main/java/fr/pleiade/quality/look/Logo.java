package fr.pleiade.quality.look;

import fr.pleiade.quads.Sha256;
import java.util.HexFormat;
import java.util.Optional;

/** A picture that can be shown on every page without harm. Immutable. */
public final class Logo {
    private final String name;
    private final String mediaType;
    private final byte[] bytes;
    private final double ratio;
    private final String digest;

    /** @param ratio how much wider than high it is */
    Logo(String name, String mediaType, byte[] bytes, double ratio) {
        this.name = name;
        this.mediaType = mediaType;
        this.bytes = bytes.clone();
        this.ratio = ratio;
        this.digest =
                HexFormat.of().formatHex(Sha256.digest().digest(this.bytes)).substring(0, 12);
    }

    /** {@return the name of its file, which is {@code logo.} with a suffix} */
    public String name() {
        return name;
    }

    /** {@return its type, such as {@code image/svg+xml}} */
    public String mediaType() {
        return mediaType;
    }

    /** {@return what tells its bytes from others: the beginning of their SHA-256} */
    public String digest() {
        return digest;
    }

    /** {@return a copy of its bytes} */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** {@return its width where it is as high as that, in pixels; not less than one} */
    public int width(int height) {
        return (int) Math.max(1, Math.round(height * ratio));
    }

    /** A file that is not shown, and why: what the finding says behind the name of the file. */
    record Refusal(boolean isDangerous, String english, String french) {}

    /** A logo or the reason why there is none. */
    record Read(Optional<Logo> logo, Optional<Refusal> refusal) {
        static Read of(Logo logo) {
            return new Read(Optional.of(logo), Optional.empty());
        }

        static Read unfit(String english, String french) {
            return new Read(Optional.empty(), Optional.of(new Refusal(false, english, french)));
        }

        static Read dangerous(String english, String french) {
            return new Read(Optional.empty(), Optional.of(new Refusal(true, english, french)));
        }
    }
}
