package fr.pleiade.draft;

import fr.pleiade.quality.csv.Looks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which column says what people call a row. */
final class LabelSearch {
    private static final Set<String> LABELS = Set.of(
            "libelle",
            "lib",
            "label",
            "nom",
            "name",
            "intitule",
            "titre",
            "title",
            "denomination",
            "designation",
            "appellation");
    /** What a row is of, when its label is headed by nothing else. */
    private static final Set<String> THINGS = Set.of(
            "etablissement",
            "organisme",
            "structure",
            "ecole",
            "laboratoire",
            "association",
            "entreprise",
            "universite",
            "lieu",
            "institution",
            "organisation");
    /** Other names of a row, and names in other languages. */
    private static final Set<String> OTHERS =
            Set.of("court", "officiel", "en", "texte", "short", "usage", "ancien", "english");

    private LabelSearch() {}

    static boolean isNamedLabel(String header) {
        return Arrays.stream(Looks.words(header).split(" ")).anyMatch(LABELS::contains);
    }

    /** @param key the columns that name a row, or nearly do */
    static Optional<String> of(List<ColumnGuess> columns, List<String> key) {
        List<ColumnGuess> parts =
                columns.stream().filter(column -> key.contains(column.header())).toList();
        long naming = parts.stream()
                .filter(part -> !part.type().contains("year") && part.distinct() > 12)
                .count();
        if (naming > 1 || parts.isEmpty()) {
            return Optional.empty(); // a row is about several things, and none of their names is its own
        }
        long things = parts.stream()
                .filter(part -> !part.type().contains("year"))
                .mapToLong(ColumnGuess::distinct)
                .max()
                .orElse(0);
        String best = "";
        int most = 0;
        for (ColumnGuess column : columns) {
            int score = score(column, key);
            if (column.distinct() * 2 >= things && score > most) {
                most = score;
                best = column.header();
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    private static int score(ColumnGuess column, List<String> key) {
        if (!column.type().equals("text")
                || column.personal().isPresent()
                || !column.separator().isEmpty()
                || key.contains(column.header())) {
            return 0;
        }
        List<String> words = List.of(Looks.words(column.header()).split(" "));
        boolean other = words.stream().anyMatch(OTHERS::contains);
        if (words.stream().anyMatch(LABELS::contains) && !other) {
            return words.size() == 1 ? 5 : 4;
        }
        boolean thing = words.size() == 1 && THINGS.contains(words.get(0));
        return thing ? 3 : 0;
    }
}
