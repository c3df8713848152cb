package fr.pleiade.draft.vintage;

import fr.pleiade.draft.ColumnGuess;
import fr.pleiade.draft.DraftException;
import fr.pleiade.draft.FileProfile;
import fr.pleiade.draft.Profiler;
import fr.pleiade.draft.folder.DatasetFolder;
import fr.pleiade.draft.folder.NewColumns;
import fr.pleiade.findings.Text;
import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.mapping.sheet.Sheet;
import fr.pleiade.mapping.translation.Documents;
import fr.pleiade.mapping.yaml.YamlNode;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Another vintage of the file of a dataset: which of its columns are which of the dataset's, and the sheet that reads both. What it says
 * is to be shown before {@link #write} is called.
 */
public final class Vintage {
    private static final String SHEET = "mapping.yml";

    private final DatasetFolder site;
    private final String slug;
    private final Path file;
    private final Cells before;
    private final Cells now;
    private final YamlNode sheet;
    private final String text;
    private final String url;
    private final List<SheetColumn> columns;
    private final List<Pair> pairs;
    private final List<SheetColumn> gone = new ArrayList<>();
    private final List<String> fresh;
    private final List<Text> byHand = new ArrayList<>();
    private final Set<String> mended = new HashSet<>();

    private Vintage(DatasetFolder site, String slug, Path file, Profiler profiler, YamlNode sheet) throws IOException {
        this.site = site;
        this.slug = slug;
        this.file = file;
        this.sheet = sheet;
        this.text = Files.readString(mapping());
        this.url = SheetColumn.find(sheet, "url")
                .or(() -> SheetColumn.find(sheet, "file"))
                .map(YamlNode::text)
                .orElse("");
        Path old = old();
        if (Files.exists(file) && (Files.isSameFile(old, file) || Files.mismatch(old, file) < 0)) {
            throw new DraftException(
                    "%s: it is the file of '%s' already, byte for byte; give the file of another year",
                    "%s : c'est déjà le fichier de « %s », octet pour octet ; donner le fichier d'une autre année",
                    file,
                    slug);
        }
        this.now = new Cells(file, profiler.profile(file));
        this.before = new Cells(old, profiler.profile(old));
        refuseOtherDialect();
        List<String> header = headers(now.profile());
        this.columns = SheetColumn.of(sheet);
        this.pairs = Pairing.of(before, now, key(), known(header));
        this.fresh = header.stream()
                .filter(name ->
                        columns.stream().noneMatch(column -> column.titles().contains(name)))
                .filter(name -> pairs.stream().noneMatch(pair -> pair.now().equals(name)))
                .filter(name -> SheetColumn.patterns(sheet).stream()
                        .noneMatch(pattern -> pattern.matcher(name).matches()))
                .toList();
        columns.stream()
                .filter(column -> column.in(header).isEmpty() && alias(column).isEmpty())
                .forEach(gone::add);
        refuseNothing();
    }

    /**
     * Compares a file with that of a dataset.
     *
     * @throws DraftException if there is no such dataset, it has no column sheet of one file, or its key is in no column of the file
     * @throws fr.pleiade.mapping.model.MappingException if the sheet cannot be read
     */
    public static Vintage of(DatasetFolder site, String slug, Path file, Profiler profiler) {
        Path mapping = site.mappings().resolve(slug).resolve(SHEET);
        try {
            requireSheet(site, slug, mapping);
            YamlNode sheet = Documents.read(mapping);
            if (!Sheet.isSheet(sheet) || SheetColumn.find(sheet, "tables").isPresent()) {
                throw new DraftException(
                        "%s: it is no column sheet of one file, in which columns can be paired; write the new names by hand",
                        "%s : ce n'est pas une feuille de colonnes d'un seul fichier, où des colonnes s'apparient ; écrire les nouveaux noms à la main",
                        mapping);
            }
            return new Vintage(site, slug, file, profiler, sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(mapping + ": " + e.getMessage(), e);
        }
    }

    private static void requireSheet(DatasetFolder site, String slug, Path mapping) {
        if (Files.exists(mapping)) {
            return;
        }
        if (Files.exists(mapping.resolveSibling("mapping.ttl"))) {
            throw new DraftException(
                    "%s: the mapping of '%s' is RML, in which columns are not paired: write the new names of its references by hand",
                    "%s : la correspondance de « %s » est en RML, où les colonnes ne s'apparient pas : y écrire à la main les nouveaux noms des références",
                    mapping.resolveSibling("mapping.ttl"),
                    slug);
        }
        List<String> known = Site.slugs(site.mappings());
        Optional<String> close = Spelling.closest(slug, known);
        throw new DraftException(new Text(
                "there is no dataset '%s'; %s"
                        .formatted(
                                slug,
                                close.map("did you mean '%s'?"::formatted)
                                        .orElse("there are " + String.join(", ", known))),
                "il n'y a pas de jeu de données « %s » ; %s"
                        .formatted(
                                slug,
                                close.map("s'agit-il de « %s » ?"::formatted)
                                        .orElse("il y a " + String.join(", ", known)))));
    }

    /** {@return the dataset's file; its sample where the file is not here} */
    private Path old() {
        Path there = site.sources().resolve(url).normalize();
        if (there.startsWith(site.sources().normalize()) && Files.isRegularFile(there)) {
            return there;
        }
        Path sample = mapping().resolveSibling("sample.csv");
        if (!Files.exists(sample)) {
            throw new DraftException(
                    "%s: neither this file nor a sample of it is here, with which the new one could be compared; fetch it with publish --fetch",
                    "%s : ni ce fichier ni un échantillon n'est là, auquel comparer le nouveau ; le télécharger par publish --fetch",
                    there);
        }
        return sample;
    }

    private void refuseOtherDialect() {
        boolean isAlike = now.profile()
                        .dialect()
                        .delimiter()
                        .equals(before.profile().dialect().delimiter())
                && now.profile()
                        .dialect()
                        .encoding()
                        .equals(before.profile().dialect().encoding())
                && now.profile().dialect().skipRows()
                        == before.profile().dialect().skipRows();
        if (!isAlike) {
            throw new DraftException(
                    "%s is written otherwise than the file of '%s' (%s): save it likewise (%s)",
                    "%s n'est pas écrit comme le fichier de « %s » (%s) : l'enregistrer de même (%s)",
                    now.profile().name(),
                    slug,
                    now.profile().notes().isEmpty()
                            ? ""
                            : now.profile().notes().get(0).en(),
                    before.profile().notes().isEmpty()
                            ? ""
                            : before.profile().notes().get(0).en());
        }
    }

    private static List<String> headers(FileProfile profile) {
        return profile.columns().stream().map(ColumnGuess::header).toList();
    }

    /** {@return the columns of the dataset's file that name a row} */
    private List<String> key() {
        return columns.stream()
                .filter(SheetColumn::isKey)
                .flatMap(column -> column.in(headers(before.profile())).stream())
                .toList();
    }

    /** {@return what the sheet has a name for already: the column's name in the dataset's file, and that in the other} */
    private Map<String, String> known(List<String> header) {
        Map<String, String> known = new LinkedHashMap<>();
        for (SheetColumn column : columns) {
            column.in(headers(before.profile()))
                    .ifPresent(old -> column.in(header).ifPresent(name -> known.put(old, name)));
        }
        return known;
    }

    private Optional<Pair> alias(SheetColumn column) {
        return pairs.stream()
                .filter(pair -> column.titles().contains(pair.before()))
                .findFirst();
    }

    private void refuseNothing() {
        if (pairs.isEmpty()) {
            throw new DraftException(
                    "%s: none of its columns is like one of '%s': another dataset? Then leave out --like",
                    "%s : aucune de ses colonnes ne ressemble à une de « %s » : un autre jeu de données ? Alors sans --like",
                    now.profile().name(),
                    slug);
        }
        gone.stream().filter(SheetColumn::isKey).findFirst().ifPresent(column -> {
            throw new DraftException(
                    "%s: no column has the values of '%s', which names a row of '%s'; if one has, write its name behind a bar in %s:%d",
                    "%s : aucune colonne n'a les valeurs de « %s », qui nomme une ligne de « %s » ; s'il y en a une, écrire son nom derrière une barre dans %s:%d",
                    now.profile().name(),
                    column.titles().get(0),
                    slug,
                    mapping(),
                    column.line());
        });
        columns.stream()
                .filter(SheetColumn::isKey)
                .findFirst()
                .orElseThrow(() -> new DraftException(
                        "%s: no column is its key, so that no row is known again; write the names by hand",
                        "%s : aucune colonne n'y est la clé, à quoi reconnaître une ligne ; écrire les noms à la main",
                        mapping()));
    }

    private Path mapping() {
        return site.mappings().resolve(slug).resolve(SHEET);
    }

    /** {@return the pairs, those of the same name too, in the order of the dataset's file} */
    public List<Pair> pairs() {
        return pairs;
    }

    /** {@return the columns of the dataset that the file does not have} */
    public List<String> gone() {
        return gone.stream().map(column -> column.titles().get(0)).toList();
    }

    /** {@return the columns of the file that the dataset does not have} */
    public List<String> fresh() {
        return fresh;
    }

    /** {@return the sheet that reads both files; what a program cannot write in it is told by {@link #words}} */
    public String sheet(Locale language) {
        byHand.clear();
        SheetEdit edit = new SheetEdit(text);
        for (SheetColumn column : columns) {
            Optional<Pair> pair = alias(column).filter(found -> !column.titles().contains(found.now()));
            SheetColumn changed = pair.map(found -> column.with(found.now())).orElse(column);
            if (gone.contains(column) && !column.isSkipped()) {
                changed = column.optional();
            }
            if (!changed.equals(column) && !edit.rename(changed)) {
                byHand.add(new Text(
                                "line %d, to be changed by hand: its titles are %s",
                                "ligne %d, à changer à la main : ses titles sont %s")
                        .with(column.line(), String.join(" | ", changed.titles())));
            }
            alias(column).ifPresent(found -> mend(edit, column, found));
        }
        edit.replace("", "url", url, source().url());
        edit.replace("  ", "version", NewColumns.version(before.profile()), NewColumns.version(now.profile()));
        if (!SheetColumn.skipsOthers(sheet) && !fresh.isEmpty()) {
            edit.add(
                    edit.end(columns.get(columns.size() - 1).line()),
                    NewColumns.lines(now.profile(), fresh, headers(before.profile()), language));
        }
        return edit.text();
    }

    /** Cells that are lists now, and dates where there were years, are read by a line that reads the old ones as before. */
    private void mend(SheetEdit edit, SheetColumn column, Pair pair) {
        ColumnGuess was = before.profile().column(pair.before()).orElseThrow();
        ColumnGuess is = now.profile().column(pair.now()).orElseThrow();
        boolean isList = was.separator().isEmpty()
                && !is.separator().isEmpty()
                && was.type().equals(is.type())
                && !was.type().equals("text");
        boolean isDate = was.type().equals("year") && is.type().equals("date");
        if (isList && edit.list(column.line(), was.type(), is.separator())
                || isDate && edit.type(column.line(), was.type(), is.type())) {
            mended.add(pair.now());
        }
    }

    /** {@return the columns of the file whose line reads them in another form than before} */
    Set<String> mended() {
        return mended;
    }

    private DatasetFolder.Source source() {
        return site.source(file, slug);
    }

    /** {@return what is to be said before anything is written} */
    public List<String> words(Locale language) {
        String changed = sheet(language);
        return new VintageText(this, before.profile(), now.profile(), language)
                .lines(text, changed, byHand, SheetColumn.skipsOthers(sheet));
    }

    /**
     * Writes the sheet, and copies the file among the sources if it is not there.
     *
     * @throws DraftException if the sheet would not read both files, and then nothing is written
     */
    public DatasetFolder.Written write(Locale language) {
        Path mapping = mapping();
        try {
            Path next = Files.createTempFile(mapping.resolveSibling("."), ".mapping-", ".yml");
            try {
                Files.write(next, sheet(language).getBytes(StandardCharsets.UTF_8));
                requireRead(next);
                List<Path> copy = source().copied(file);
                Files.move(next, mapping, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                return new DatasetFolder.Written(site.mappings().resolve(slug), copy);
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(mapping + ": " + e.getMessage(), e);
        }
    }

    /** A sheet that people wrote in a form of their own may be changed wrongly, which must not be. */
    private void requireRead(Path next) {
        List<SheetColumn> written = SheetColumn.of(Documents.read(next));
        for (Pair pair : pairs) {
            boolean isWritten = written.stream()
                    .anyMatch(column -> column.titles().contains(pair.before())
                            && column.titles().contains(pair.now()));
            boolean isNamed =
                    columns.stream().anyMatch(column -> column.titles().contains(pair.before()));
            if (isNamed && !isWritten && byHand.isEmpty()) {
                throw new DraftException(
                        "%s: the line of '%s' is written in a form that a program cannot change; write '%s' beside it by hand",
                        "%s : la ligne de « %s » est écrite sous une forme qu'un programme ne peut changer ; y écrire « %s » à la main",
                        mapping(),
                        pair.before(),
                        pair.now());
            }
        }
    }
}
