package fr.pleiade.draft.folder;

import fr.pleiade.draft.ColumnGuess;
import fr.pleiade.draft.FileProfile;
import fr.pleiade.draft.Overlap;
import fr.pleiade.draft.PublishedKeys;
import fr.pleiade.findings.Text;
import fr.pleiade.quality.csv.Looks;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.sources.Dialect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes a column sheet: a line for each column of the file, in its order, with the evidence behind it. One use.
 *
 * <pre>{@code
 * Code:      { is: key, type: code }
 * Nom:       { is: label, type: text }
 * Ville:     { type: code, link: { to: towns, class: schema:City, key: skos:notation, as: towns } } # 265 of 266 …
 * Courriel:  { skip: personal } # looks like e-mail addresses
 * }</pre>
 */
final class SheetText {
    private static final int LONGEST_COMMENT = 200;
    private static final int WIDEST = 40;
    private static final Set<String> NUMBERS = Set.of("integer", "decimal", "number");

    private final FileProfile profile;
    private final NewDataset dataset;
    private final String url;
    private final Locale language;
    private final Site site;
    private final List<String> key;
    private final Set<String> terms = new HashSet<>();
    private final Map<String, String> prefixes = new TreeMap<>();

    /**
     * Where the sheet will stand.
     *
     * @param base the base of the site, behind which addresses are written as relative ones
     * @param prefixes the prefixes of the site's documents
     */
    record Site(String base, Prefixes prefixes) {}

    /**
     * @param url the file's path below the sources
     * @param language the language of comments
     */
    SheetText(FileProfile profile, NewDataset dataset, String url, Site site, Locale language) {
        this.profile = profile;
        this.dataset = dataset;
        this.url = url;
        this.site = site;
        this.language = language;
        this.key = NewDataset.key(profile);
    }

    String text() {
        String columns = columns();
        StringBuilder text = new StringBuilder();
        comment(
                text,
                said(
                        "From %s: %d rows, %d columns. A line for each column; mappings/SHEET.md says what a line can say.",
                        "Tiré de %s : %d lignes, %d colonnes. Une ligne par colonne ; mappings/SHEET.md dit ce qu'une ligne peut dire.",
                        profile.name(),
                        profile.rows(),
                        profile.columns().size()));
        profile.notes().forEach(note -> comment(text, note.in(language)));
        line(text, "url", YamlText.of(url));
        dialect().ifPresent(dialect -> line(text, "dialect", dialect));
        if (!dataset.language().isEmpty()) {
            line(text, "lang", dataset.language());
        }
        line(text, "class", type());
        if (!prefixes.isEmpty()) {
            Map<String, String> written = new LinkedHashMap<>();
            prefixes.forEach((prefix, namespace) -> written.put(prefix, YamlText.of(namespace)));
            line(text, "prefixes", YamlText.map(written));
        }
        about(text);
        return text.append("columns:\n").append(columns).toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(": ").append(value).append('\n');
    }

    private static void comment(StringBuilder text, String said) {
        text.append("# ").append(YamlText.comment(said, LONGEST_COMMENT)).append('\n');
    }

    private Optional<String> dialect() {
        Dialect written = profile.dialect();
        Map<String, String> said = new LinkedHashMap<>();
        if (!written.encoding().equals("UTF-8")) {
            said.put("encoding", YamlText.of(written.encoding()));
        }
        if (!written.delimiter().equals(",")) {
            said.put("delimiter", YamlText.of(written.delimiter()));
        }
        if (written.skipRows() > 0) {
            said.put("skipRows", String.valueOf(written.skipRows()));
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(YamlText.map(said));
    }

    private String type() {
        return dataset.language().isEmpty()
                ? dataset.className()
                : "{ as: %s, %s: %s }".formatted(dataset.className(), dataset.language(), YamlText.of(dataset.title()));
    }

    private void about(StringBuilder text) {
        text.append("about:\n");
        line(text, "  title", YamlText.of(dataset.title()));
        line(text, "  description", YamlText.of(description()));
        line(text, "  licence", YamlText.of(dataset.licence()));
        if (!dataset.publisher().isEmpty()) {
            line(text, "  publisher", YamlText.of(dataset.publisher()));
        }
        if (!dataset.version().isEmpty()) {
            line(text, "  version", YamlText.of(dataset.version()));
        }
        if (!dataset.language().isEmpty()) {
            line(text, "  language", dataset.language());
        }
    }

    /** In the file's language, as the title is. */
    private String description() {
        List<String> shown = profile.columns().stream()
                .filter(column -> column.personal().isEmpty() && !column.type().equals(ColumnGuess.EMPTY))
                .map(ColumnGuess::header)
                .limit(8)
                .toList();
        Text said = new Text(
                        "%s: %d rows of the file %s, each called by %s. Among what is said of them: %s. To be completed: what they are, where they come from, how often they are updated.",
                        "%s : les %d lignes du fichier %s, chacune désignée par %s. Ce qui en est dit, entre autres : %s. À compléter : ce qu'elles sont, d'où elles viennent, à quel rythme elles sont mises à jour.")
                .with(
                        dataset.title(),
                        profile.rows(),
                        profile.name(),
                        String.join(" + ", key),
                        String.join(", ", shown));
        return said.in(Locale.forLanguageTag(dataset.language()));
    }

    private String columns() {
        StringBuilder text = new StringBuilder();
        Set<String> keys = new HashSet<>();
        profile.columns()
                .forEach(column -> text.append(line(column, keys, false)).append('\n'));
        return text.toString();
    }

    /** {@return the lines of columns which files may lack, beside others} */
    List<String> optional(List<String> others) {
        others.forEach(header -> terms.add(Looks.words(header).replace(" ", "")));
        Set<String> keys = new HashSet<>(others);
        return profile.columns().stream()
                .map(column -> line(column, keys, true))
                .toList();
    }

    private String line(ColumnGuess column, Set<String> keys, boolean isOptional) {
        Map<String, String> said = new LinkedHashMap<>();
        String header = column.header();
        if (!isPlainKey(header) || !keys.add(header)) {
            said.put("titles", YamlText.of(header));
            header = free(header.replaceAll("[|?*]", " ").strip(), keys);
            keys.add(header);
        }
        said.putAll(column(column));
        String key = YamlText.of(isOptional ? header + "?" : header) + ":";
        boolean isWord = said.size() == 1 && said.containsKey("type");
        String value = isWord ? said.getOrDefault("type", "") : YamlText.map(said);
        return "  " + key + " ".repeat(Math.max(1, WIDEST - key.length())) + value + evidence(column);
    }

    /** {@return whether a header as a key is that header alone: no choice between bars, no mark of what may be missing} */
    private static boolean isPlainKey(String header) {
        return !header.contains(" | ")
                && !header.matches("(?s).*\\S\\?")
                && !header.equals("*")
                && !header.startsWith("@")
                && header.equals(header.strip());
    }

    private static String free(String name, Set<String> taken) {
        String plain = name.isEmpty() ? "column" : name;
        String free = plain;
        for (int number = 2; taken.contains(free); number++) {
            free = plain + " " + number;
        }
        return free;
    }

    private Map<String, String> column(ColumnGuess column) {
        Map<String, String> said = new LinkedHashMap<>();
        if (column.personal().isPresent()) {
            said.put("skip", "personal");
            return said;
        }
        if (column.type().equals(ColumnGuess.EMPTY)) {
            said.put("skip", "empty");
            return said;
        }
        boolean isKey = key.contains(column.header());
        boolean isLabel = profile.label().filter(column.header()::equals).isPresent();
        boolean isCalledOtherwise = isKey && key.size() == 1 || isLabel;
        if (isKey || isLabel) {
            said.put("is", isKey && isLabel ? "[key, label]" : isKey ? "key" : "label");
        }
        if (isKey && key.size() > 1) {
            said.put("as", term(column.header()));
        } else if (!isCalledOtherwise) {
            String word = Looks.words(column.header()).replace(" ", "");
            if (!terms.add(word)) {
                said.put("as", term(column.header()));
            }
        }
        said.put("type", type(column, isKey));
        if (!column.separator().isEmpty()) {
            said.put("list", YamlText.of(column.separator()));
        }
        if (!column.missing().isEmpty()) {
            said.put("missing", YamlText.list(column.missing()));
        }
        column.link().filter(Overlap::isWritten).flatMap(this::link).ifPresent(link -> said.put("link", link));
        return said;
    }

    /** Digits that name a row are no number; and what is refused in a key would lose its row. */
    private String type(ColumnGuess column, boolean isKey) {
        boolean isText = isKey && (NUMBERS.contains(column.type()) || column.badCells() > 0);
        String type = isText ? "code" : column.type();
        return type.indexOf(' ') < 0 ? type : YamlText.of(type);
    }

    /** {@return a word for a term of the dataset that no other column has: {@code anneeDeCreation}} */
    private String term(String header) {
        StringBuilder name = new StringBuilder();
        for (String word : Looks.words(header).split(" ")) {
            if (!word.isEmpty()) {
                name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            }
        }
        String plain = name.isEmpty() ? "column" : name.toString();
        String free = plain;
        for (int number = 2; !terms.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = plain + number;
        }
        return YamlText.of(free);
    }

    /** {@return the link to the things whose keys the codes are; nothing where the keys are those of identifiers, not of things} */
    private Optional<String> link(Overlap overlap) {
        PublishedKeys.Keys keys = overlap.keys();
        if (keys.property().equals(Vocabulary.SKOS + "notation") && keys.of().contains("/id/systeme-identifiant/")
                || keys.dataset().equals(dataset.slug())) {
            return Optional.empty();
        }
        Map<String, String> link = new LinkedHashMap<>();
        link.put("to", YamlText.of(keys.dataset()));
        link.put("as", term(keys.dataset()));
        link.put("class", address(keys.of()));
        link.put("key", address(keys.property()));
        return Optional.of(YamlText.map(link));
    }

    /** {@return an address with a prefix of the site, which is noted; or below the site's base, or as it is} */
    private String address(String iri) {
        if (iri.startsWith(site.base())) {
            return YamlText.of(iri.substring(site.base().length()));
        }
        String shortened = site.prefixes().shorten(iri);
        if (shortened.equals(iri)) {
            return YamlText.of(iri);
        }
        String prefix = shortened.substring(0, shortened.indexOf(':'));
        prefixes.put(prefix, iri.substring(0, iri.length() - (shortened.length() - prefix.length() - 1)));
        return shortened;
    }

    private String evidence(ColumnGuess column) {
        List<String> said = new ArrayList<>();
        if (column.type().equals(ColumnGuess.EMPTY)) {
            return "";
        }
        if (column.personal().isPresent()) {
            said.add(said(
                    "looks like %s",
                    "semble contenir %s", column.personal().get().in(language)));
        } else {
            column.evidence().forEach(text -> said.add(text.in(language)));
            if (column.badCells() > 0) {
                said.add(said("not so: %s", "sauf : %s", String.join(", ", column.bad())));
            }
            if (column.badCells() > 0 && key.contains(column.header())) {
                said.add(
                        0,
                        said(
                                "no %s, which would lose %d rows",
                                "non %s, qui perdrait %d lignes", column.type(), column.badCells()));
            }
            column.link()
                    .filter(overlap -> overlap.isOffered() && !overlap.isWritten())
                    .flatMap(this::link)
                    .ifPresent(link -> said.add(0, said("perhaps link: %s", "peut-être link: %s", link)));
        }
        return said.isEmpty() ? "" : " # " + YamlText.comment(String.join("; ", said), LONGEST_COMMENT);
    }

    private String said(String en, String fr, Object... values) {
        return new Text(en, fr).with(values).in(language);
    }
}
