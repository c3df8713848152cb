package fr.pleiade.mapping.csvw;

import fr.pleiade.mapping.json.JsonTree;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder that stands for a part of the web: what it does not hold is not fetched.
 *
 * @param root the folder
 * @param base the address that it stands for, ending in a slash
 */
record Folder(Path root, String base) {
    private static final long LARGEST = 10_000_000;

    /** {@return the address of a file in the folder} */
    String address(Path file) {
        return base
                + UriTemplate.legal(
                        root.relativize(file).toString().replace('\\', '/').replace("%", "%25"));
    }

    /** {@return the file that an address means; nothing if it is elsewhere} */
    Optional<Path> file(String address) {
        if (!address.startsWith(base)) {
            return Optional.empty();
        }
        String path = address.substring(base.length()).replaceFirst("[?#].*", "");
        try {
            Path file = root.resolve(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .normalize();
            return Optional.of(file).filter(f -> f.startsWith(root));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * {@return the JSON of a file}
     *
     * @throws MappingException if it cannot be read
     */
    static JsonTree json(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException("the file has more than %d bytes: too large".formatted(LARGEST));
            }
            return JsonTree.parse(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new MappingException(new MappingError(file.toString(), 1, String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw new MappingException(
                    List.of(new MappingError(file.toString(), 0, "cannot be read: " + e.getMessage())));
        }
    }
}
