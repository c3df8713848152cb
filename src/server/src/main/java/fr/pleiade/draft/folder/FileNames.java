package fr.pleiade.draft.folder;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the name of a file tells: {@code fr-abc-effectifs-2023-04.csv} is the dataset {@code effectifs}, of {@code 2023-04}. */
final class FileNames {
    private static final int LONGEST = 60;
    private static final Pattern SUFFIX = Pattern.compile("(?i)\\.(?:csv|tsv|txt|tab)$");

    /** A country and a few letters for who publishes there. */
    private static final Pattern PUBLISHER = Pattern.compile("^([A-Za-z]{2})-[A-Za-z]{2,3}-");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern VINTAGE = Pattern.compile(
            "(?<![0-9])(?:19|20)[0-9]{2}(?:[-_](?:0[1-9]|1[0-2])(?:[-_](?:0[1-9]|[12][0-9]|3[01]))?)?(?![0-9])");

    private FileNames() {}

    /** {@return the file's name without what is about the file only} */
    private static String plain(String file) {
        String name = SUFFIX.matcher(file).replaceFirst("");
        Matcher publisher = PUBLISHER.matcher(name);
        return publisher.find() && COUNTRIES.contains(publisher.group(1).toUpperCase(Locale.ROOT))
                ? name.substring(publisher.end())
                : name;
    }

    /** {@return a dataset's name, never empty} */
    static String slug(String file) {
        String name = VINTAGE.matcher(plain(file)).replaceAll(" ");
        String slug = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (slug.length() > LONGEST) {
            int end = slug.lastIndexOf('-', LONGEST);
            slug = slug.substring(0, end > 0 ? end : LONGEST);
        }
        return slug.isEmpty() ? "dataset" : slug;
    }

    /** {@return a title, for want of a better one} */
    static String title(String file) {
        String words = VINTAGE.matcher(plain(file))
                .replaceAll(" ")
                .replaceAll("[-_.\\s]+", " ")
                .strip();
        return words.isEmpty() ? file : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** {@return the year, month or day that the name tells; {@code ""} if it tells none} */
    static String version(String file) {
        Matcher vintage = VINTAGE.matcher(plain(file));
        return vintage.find() ? vintage.group().replace('_', '-') : "";
    }
}
