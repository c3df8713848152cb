package fr.pleiade.quality.look;

import fr.pleiade.quality.look.Logo.Read;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads a file as a logo: a small SVG, PNG or JPEG that is what its suffix says. */
final class LogoFile {
    /** A page is seen for the first time with 60 kB in all. */
    static final int MOST_BYTES = 32 * 1024;

    private static final int MOST_PIXELS = 2000;

    private LogoFile() {}

    static Read read(Path file) {
        String name = String.valueOf(file.getFileName());
        byte[] bytes;
        try {
            if (!Files.isRegularFile(file)) {
                return Read.unfit("is not in the folder mappings", "n'est pas dans le dossier mappings");
            }
            long size = Files.size(file);
            if (size > MOST_BYTES) {
                return Read.unfit(
                        "has %,d bytes, and every page would wait for it; %,d at most".formatted(size, MOST_BYTES),
                        "a %d octets, que chaque page attendrait ; %d au plus".formatted(size, MOST_BYTES));
            }
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(MOST_BYTES);
            }
        } catch (IOException e) {
            return Read.unfit("cannot be read: " + e.getMessage(), "ne peut pas être lu : " + e.getMessage());
        }
        String suffix = name.substring(name.lastIndexOf('.') + 1);
        return switch (suffix) {
            case "svg" -> new SvgFile(name, bytes).read();
            case "png" -> picture(name, "image/png", "png", bytes);
            default -> picture(name, "image/jpeg", "jpeg", bytes);
        };
    }

    /** Its head alone is read: a small file may claim to be a picture that fills the memory. */
    private static Read picture(String name, String mediaType, String format, byte[] bytes) {
        boolean isOfFormat = format.equals("png")
                ? begins(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')
                : begins(bytes, 0xff, 0xd8, 0xff);
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!isOfFormat || !readers.hasNext()) {
            return none(format);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.max(width, height) > MOST_PIXELS) {
                return Read.unfit(
                        "is %d by %d pixels; %d at most".formatted(width, height, MOST_PIXELS),
                        "a %d pixels sur %d ; %d au plus".formatted(width, height, MOST_PIXELS));
            }
            return Read.of(new Logo(name, mediaType, bytes, (double) width / height));
        } catch (IOException | RuntimeException e) { // what a reader throws of a broken picture is not said
            return none(format);
        } finally {
            reader.dispose();
        }
    }

    private static boolean begins(byte[] bytes, int... signature) {
        return bytes.length >= signature.length
                && IntStream.range(0, signature.length).allMatch(i -> (bytes[i] & 0xff) == signature[i]);
    }

    private static Read none(String format) {
        return Read.unfit(
                "is no picture of the kind that its name says (%s)".formatted(format),
                "n'est pas une image du genre que dit son nom (%s)".formatted(format));
    }
}
