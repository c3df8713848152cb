package fr.pleiade.publication.parts;

import fr.pleiade.release.PublicationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The digests of files, as {@code sha256sum} writes and checks them: a line for each, {@code <64 hexadecimal digits>  <name>}.
 *
 * @param digests by name, in the order of the lines
 */
record DigestList(Map<String, String> digests) {
    /** The file's name, beside what it lists. */
    static final String FILE = "SHA256SUMS";

    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *](.+)");

    DigestList {
        digests = Collections.unmodifiableMap(new LinkedHashMap<>(digests));
    }

    /**
     * {@return the list in a file's text}
     *
     * @param place where the file is, for messages
     * @param folder put before each name, with its slash; {@code ""} for none
     * @throws PublicationException if it is no such list, names a file twice, or one outside its folder
     */
    static DigestList parse(String place, String folder, byte[] text) {
        Map<String, String> digests = new LinkedHashMap<>();
        int number = 0;
        for (String line : new String(text, StandardCharsets.UTF_8).lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line.strip());
            if (!matcher.matches()) {
                throw wrong(place, number, "expected '<SHA-256>  <name>', found '%.60s'".formatted(line.strip()));
            }
            String name = matcher.group(2).replaceFirst("^(\\./)+", "");
            if (!isBelow(name)) {
                throw wrong(place, number, "'%.60s' is no name of a file beside it".formatted(name));
            }
            if (digests.put(folder + name, matcher.group(1).toLowerCase(Locale.ROOT)) != null) {
                throw wrong(place, number, "it names '%s' twice".formatted(name));
            }
        }
        return new DigestList(digests);
    }

    private static boolean isBelow(String name) {
        if (name.chars().anyMatch(character -> character < ' ' || character == '\\')) {
            return false;
        }
        Path path = Path.of(name);
        return !path.isAbsolute()
                && !name.startsWith("..")
                && path.normalize().toString().equals(name);
    }

    private static PublicationException wrong(String place, int line, String problem) {
        return PublicationException.input(
                place + ":" + line, problem, "write it with sha256sum, in the folder of the parts");
    }
}
