package fr.pleiade.publication.parts;

import fr.pleiade.release.PublicationException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers in the names of parts, which tell that one is missing where the list was made without it too. */
final class PartNumbers {
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,9})(\\D[^/]*)?");

    private PartNumbers() {}

    /**
     * @throws PublicationException if the parts are numbered from 0 or 1 on, and a number is left out
     */
    static void requireAll(PartPlace place, List<GivenGraph.Part> parts) {
        SortedSet<Integer> numbers = new TreeSet<>();
        SortedSet<String> heads = new TreeSet<>();
        for (GivenGraph.Part part : parts) {
            Matcher matcher = NUMBERED.matcher(part.name());
            if (!matcher.matches()) {
                return;
            }
            heads.add(matcher.group(1));
            numbers.add(Integer.parseInt(matcher.group(2)));
        }
        if (heads.size() != 1 || numbers.size() != parts.size() || parts.size() < 2) {
            return; // they are named in another way
        }
        int expected = Math.min(numbers.first(), 1);
        for (int number : numbers) {
            if (number != expected) {
                throw PublicationException.input(
                        place.of(heads.first() + "…"),
                        "part %d is missing between the others".formatted(expected),
                        "copy all parts, list them with sha256sum, and publish again");
            }
            expected++;
        }
    }
}
