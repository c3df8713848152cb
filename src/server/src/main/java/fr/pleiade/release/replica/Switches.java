package fr.pleiade.release.replica;

import fr.pleiade.release.Releases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which releases a publisher has made current, one after the other, from one of them on; at most {@value #MOST}.
 *
 * <p>Shape: a line for each, {@code <number> <release>}, as in {@code 12 0123456789ab}. The numbers go up by one; a release may be there
 * several times, for one goes back to it. It is the order that counts, not any clock.
 *
 * @param first the number of the first, from 1
 * @param releases their ids
 */
public record Switches(long first, List<String> releases) {
    /** The most that are told at once. */
    public static final int MOST = 1000;

    private static final Pattern LINE = Pattern.compile("(\\d{1,15}) ([0-9a-f]{1,64})");

    public Switches {
        releases = List.copyOf(releases);
    }

    /**
     * {@return those of a state folder}
     *
     * @param since the number of the first one; below 1 for the last one only
     */
    public static Switches of(Releases releases, long since) {
        List<String> all = releases.switches();
        long first = since < 1 ? Math.max(1, all.size()) : since;
        return new Switches(first, all.stream().skip(first - 1).limit(MOST).toList());
    }

    /** {@return the number of the last one} */
    long last() {
        return first + releases.size() - 1;
    }

    /** {@return the lines} */
    public byte[] toBytes() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < releases.size(); i++) {
            text.append(first + i).append(' ').append(releases.get(i)).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * {@return the list in a file that came from elsewhere}
     *
     * @throws IllegalArgumentException if it is none
     */
    static Switches read(Path file) throws IOException {
        List<String> releases = new ArrayList<>();
        long first = 1;
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("expected '<number> <release>', found '%.60s'".formatted(line));
            }
            long number = Long.parseLong(matcher.group(1));
            first = releases.isEmpty() ? number : first;
            if (number != first + releases.size()) {
                throw new IllegalArgumentException(
                        "number %d stands where %d is expected".formatted(number, first + releases.size()));
            }
            releases.add(matcher.group(2));
        }
        return new Switches(first, releases);
    }
}
