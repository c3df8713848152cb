package fr.pleiade.quality.description;

import fr.pleiade.findings.Text;
import fr.pleiade.quality.BundledTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The licences that are known, read from {@code licences.tsv}. Immutable and thread-safe. */
public final class Licences {
    private static final String FILE = "licences.tsv";
    private static final int COLUMNS = 6;
    private static final Licences BUNDLED = new Licences(BundledTable.rows(Licences.class, FILE, COLUMNS).stream()
            .map(Licences::licence)
            .toList());

    private final List<Licence> all;

    private Licences(List<Licence> all) {
        this.all = List.copyOf(all);
    }

    /** {@return the bundled list} */
    public static Licences bundled() {
        return BUNDLED;
    }

    private static Licence licence(List<String> cells) {
        return new Licence(
                cells.get(0).equals("open"),
                cells.get(1).equals("-") ? "" : cells.get(1),
                new Text(cells.get(2), cells.get(3)),
                cells.get(4).equals("-") ? "" : cells.get(4),
                List.of(cells.get(5).split(" ")));
    }

    public List<Licence> all() {
        return all;
    }

    /** {@return the licence of an address, in any of its spellings: with http or https, {@code www.}, a last slash, a page in some language} */
    public Optional<Licence> at(String address) {
        String skeleton = skeleton(address);
        return all.stream()
                .filter(licence ->
                        licence.addresses().stream().map(Licences::skeleton).anyMatch(skeleton::equals))
                .findFirst();
    }

    /** {@return the licence that a text may mean: its title or its SPDX identifier, capitals and signs not minded} */
    public Optional<Licence> called(String text) {
        String words = words(text);
        return all.stream()
                .filter(licence -> words(licence.title().fr()).equals(words)
                        || words(licence.title().en()).equals(words)
                        || words(licence.spdx()).equals(words) && !words.isEmpty())
                .findFirst()
                .or(() -> all.stream()
                        .filter(licence -> words.length() > 3
                                && (words(licence.title().fr()).startsWith(words)
                                        || words(licence.title().en()).startsWith(words)
                                        || words(licence.spdx()).startsWith(words)))
                        .findFirst());
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static String skeleton(String address) {
        return address.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("/(deed|legalcode)(\\.[a-z-]+)?$", "")
                .replaceFirst("/+$", "");
    }
}
