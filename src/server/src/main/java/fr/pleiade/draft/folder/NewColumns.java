package fr.pleiade.draft.folder;

import fr.pleiade.draft.ColumnGuess;
import fr.pleiade.draft.FileProfile;
import fr.pleiade.rdf.Prefixes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Lines of a column sheet for the columns that a later file has besides: each may be missing, as in the files before. */
public final class NewColumns {
    private NewColumns() {}

    /**
     * {@return a line for each of some columns of a file, in its order}
     *
     * @param headers the columns
     * @param taken the names of other columns, whose terms are taken
     * @param language the language of comments
     */
    public static List<String> lines(FileProfile profile, List<String> headers, List<String> taken, Locale language) {
        List<ColumnGuess> columns = profile.columns().stream()
                .filter(column -> headers.contains(column.header()))
                .map(NewColumns::withoutLink)
                .toList();
        FileProfile some = new FileProfile(
                profile.name(),
                profile.dialect(),
                profile.rows(),
                columns,
                List.of("a key of its own"),
                Optional.empty(),
                List.of(),
                List.of());
        NewDataset dataset = new NewDataset("new", "new", "", "", "", "");
        return new SheetText(some, dataset, "", new SheetText.Site("", Prefixes.of(Map.of())), language)
                .optional(taken);
    }

    /** A link needs prefixes that the sheet may not have. */
    private static ColumnGuess withoutLink(ColumnGuess column) {
        return new ColumnGuess(
                column.header(),
                column.filled(),
                column.distinct(),
                column.example(),
                column.type(),
                column.separator(),
                column.missing(),
                column.bad(),
                column.badCells(),
                column.personal(),
                Optional.empty(),
                column.evidence());
    }

    /** {@return the period that a file's name tells; {@code ""} if it tells none} */
    public static String version(FileProfile profile) {
        return FileNames.version(profile.name());
    }
}
