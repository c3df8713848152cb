package fr.pleiade.mapping.sheet;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Words for the licences of data. */
public final class Licences {
    private static final String CC = "https://creativecommons.org/licenses/";

    private static final Map<String, String> ADDRESSES = Map.ofEntries(
            entry("licence-ouverte-2.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence"),
            entry("licence-ouverte", "https://www.etalab.gouv.fr/licence-ouverte-open-licence"),
            entry("etalab-2.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence"),
            entry("lov2", "https://www.etalab.gouv.fr/licence-ouverte-open-licence"),
            entry("odbl", "https://opendatacommons.org/licenses/odbl/1-0/"),
            entry("odbl-1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
            entry("odc-by-1.0", "https://opendatacommons.org/licenses/by/1-0/"),
            entry("pddl-1.0", "https://opendatacommons.org/licenses/pddl/1-0/"),
            entry("cc0", "https://creativecommons.org/publicdomain/zero/1.0/"),
            entry("cc0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
            entry("cc-by", CC + "by/4.0/"),
            entry("cc-by-4.0", CC + "by/4.0/"),
            entry("cc-by-3.0", CC + "by/3.0/"),
            entry("cc-by-sa", CC + "by-sa/4.0/"),
            entry("cc-by-sa-4.0", CC + "by-sa/4.0/"),
            entry("cc-by-nc-4.0", CC + "by-nc/4.0/"));

    private Licences() {}

    /** {@return the address of a licence, by its word} */
    public static Optional<String> address(String word) {
        return Optional.ofNullable(ADDRESSES.get(word.toLowerCase(Locale.ROOT).replace(' ', '-')));
    }

    /** {@return all words} */
    static List<String> words() {
        return ADDRESSES.keySet().stream().sorted().toList();
    }
}
