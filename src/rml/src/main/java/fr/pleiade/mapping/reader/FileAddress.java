package fr.pleiade.mapping.reader;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;

/**
 * Where a mapping says that a file is: a path, or an address of the scheme {@code file}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8089">RFC 8089, the "file" URI scheme</a>
 */
final class FileAddress {
    private FileAddress() {}

    /** {@return whether it is an address of another scheme, so that nothing on this machine is meant} */
    static boolean isElsewhere(String address) {
        return address.matches("(?i)[a-z][a-z0-9+.-]+://.*") && !address.matches("(?i)file:.*");
    }

    /** {@return the path that is meant; a path stays as it is} */
    static String path(String address) {
        if (!address.matches("(?i)file:.*")) {
            return address;
        }
        try {
            return Path.of(URI.create(address)).toString();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            // Not an address by the book, such as file://d.csv: what stands behind the scheme is meant.
            return address.replaceFirst("(?i)^file:(//)?", "");
        }
    }
}
