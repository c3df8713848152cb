package fr.pleiade.draft.terms;

import fr.pleiade.draft.ColumnGuess;
import fr.pleiade.draft.DraftException;
import fr.pleiade.draft.FileProfile;
import fr.pleiade.draft.KnownTerm;
import fr.pleiade.findings.Text;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.sheet.Headers;
import fr.pleiade.mapping.sheet.Sheet;
import fr.pleiade.mapping.translation.Documents;
import fr.pleiade.mapping.yaml.YamlNode;
import fr.pleiade.quality.csv.Looks;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.site.Site;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.SyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * By which properties the datasets of a site say their columns, and many other datasets theirs: first what the site says, so that a second
 * dataset speaks like the first; then the site's list, {@code terms.tsv} beside its vocabularies; then the one that comes with the program.
 *
 * <p>A list has a line for each property: the words of headers with bars between them ({@code *} for any), the types of column likewise,
 * the property's IRI. Lines that begin with {@code #} are comments.
 */
public final class KnownTerms {
    /** The name of a site's own list. */
    public static final String LIST = "terms.tsv";

    private static final String NUMBERS = "integer decimal year";

    private final Prefixes prefixes;
    private final List<Said> said = new ArrayList<>();
    private final List<Text> notes = new ArrayList<>();

    private KnownTerms(Prefixes prefixes) {
        this.prefixes = prefixes;
    }

    /**
     * Reads what is known.
     *
     * @param mappings the folder in which datasets are
     * @param ontology the folder in which the site's list may be
     * @param base the site's base
     * @param prefixes by which properties are called
     * @throws DraftException if the site's list is at fault; names the line
     */
    public static KnownTerms of(
            Path mappings, Path ontology, String base, Prefixes prefixes, IdentifierSystems systems) {
        KnownTerms known = new KnownTerms(prefixes);
        try (InputStream usual = KnownTerms.class.getResourceAsStream("/fr/pleiade/draft/" + LIST)) {
            if (Files.isDirectory(mappings)) {
                Site.slugs(mappings).forEach(slug -> known.learn(mappings.resolve(slug), slug, base, systems));
            }
            Path list = ontology.resolve(LIST);
            if (Files.exists(list)) {
                known.list(Files.readString(list), list.toString());
            }
            if (usual == null) {
                throw new IllegalStateException("the program has no " + LIST);
            }
            known.list(new String(usual.readAllBytes(), StandardCharsets.UTF_8), LIST);
        } catch (IOException e) {
            throw new UncheckedIOException(mappings + ": " + e.getMessage(), e);
        }
        return known;
    }

    /** A dataset that is at fault teaches nothing, which is told; its fault is its own. */
    private void learn(Path folder, String slug, String base, IdentifierSystems systems) {
        try {
            graph(folder, slug, base, systems)
                    .ifPresent(
                            graph -> said.addAll(new MappedColumns(graph, slug, base + "vocab/" + slug + "#").all()));
        } catch (MappingException | SyntaxException e) {
            notes.add(new Text(
                            "nothing is learned from the dataset %s, whose mapping cannot be read",
                            "rien n'est appris du jeu de données %s, dont la correspondance ne peut être lue")
                    .with(slug));
        }
    }

    private static Optional<InMemoryGraph> graph(Path folder, String slug, String base, IdentifierSystems systems) {
        Path sheet = folder.resolve("mapping.yml");
        Path rml = folder.resolve("mapping.ttl");
        if (Files.exists(sheet)) {
            YamlNode document = Documents.read(sheet);
            return Sheet.isSheet(document)
                    ? Optional.of(Sheet.read(sheet.toString(), document, base, slug, systems)
                            .graph(Headers.UNKNOWN))
                    : Optional.empty();
        }
        return Files.exists(rml) ? Optional.of(RdfReader.readGraph(rml, base)) : Optional.empty();
    }

    private void list(String text, String name) {
        int number = 0;
        for (String line : text.split("\r?\n")) {
            number++;
            String[] cells = line.split("\t");
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (cells.length != 3) {
                throw new DraftException(
                        "%s:%d: %d cells, expected 3 with tabs between them: words of headers, types, property",
                        "%s:%d : %d cellules, 3 attendues, séparées par des tabulations : mots d'en-têtes, types, propriété",
                        name,
                        number,
                        cells.length);
            }
            for (String words : cells[0].split("\\|")) {
                for (String type : cells[1].split("\\|")) {
                    said.add(new Said(
                            "",
                            words.equals("*") ? "" : Looks.words(words.strip()),
                            type.equals("*") ? "" : type.strip(),
                            type.strip().equals("url"),
                            cells[2].strip(),
                            false));
                }
            }
        }
    }

    /** {@return a profile whose columns have the terms that are known for them} */
    public FileProfile in(FileProfile profile) {
        List<Text> all = new ArrayList<>(profile.notes());
        all.addAll(notes);
        return profile.withColumns(
                profile.columns().stream()
                        .map(column -> isNamed(column, profile)
                                ? column
                                : of(column).map(column::with).orElse(column))
                        .toList(),
                all);
    }

    /** The key and the label are said by properties of their own. */
    private static boolean isNamed(ColumnGuess column, FileProfile profile) {
        return profile.key().contains(column.header())
                || profile.label().filter(column.header()::equals).isPresent();
    }

    /** {@return the properties of the first that says such a column} */
    Optional<KnownTerm> of(ColumnGuess column) {
        if (column.type().equals(ColumnGuess.EMPTY) || column.personal().isPresent()) {
            return Optional.empty();
        }
        String words = Looks.words(column.header());
        List<Said> fitting =
                said.stream().filter(one -> fits(one, words, column.type())).toList();
        return fitting.stream()
                .filter(one -> !one.isOwn())
                .findFirst()
                .or(() -> fitting.stream().findFirst())
                .map(first -> term(first, fitting, column));
    }

    private static boolean fits(Said one, String words, String type) {
        boolean isAddress = type.equals("url");
        return (one.words().isEmpty() ? !one.type().isEmpty() : one.words().equals(words))
                && (one.type().isEmpty() || isOf(type, one.type()))
                && (one.isAddress() == isAddress
                        || one.words().isEmpty() && one.type().equals(type));
    }

    private static boolean isOf(String type, String asked) {
        return type.equals(asked)
                || asked.equals("number") && Arrays.asList(NUMBERS.split(" ")).contains(type)
                || asked.equals("date") && (type.startsWith("date") || type.equals("year") || type.equals("month"))
                || asked.equals("text") && type.equals("code");
    }

    private KnownTerm term(Said first, List<Said> fitting, ColumnGuess column) {
        List<String> properties = fitting.stream()
                .filter(one -> one.dataset().equals(first.dataset())
                        && one.isOwn() == first.isOwn()
                        && one.words().equals(first.words()))
                .map(Said::property)
                .distinct()
                .limit(first.dataset().isEmpty() ? 1 : fitting.size())
                .toList();
        String names =
                String.join(", ", properties.stream().map(prefixes::shorten).toList());
        Text why = first.dataset().isEmpty()
                ? new Text("usually said by %s", "se dit d'habitude par %s").with(names)
                : new Text("the dataset %s says '%s' by %s", "le jeu de données %s dit « %s » par %s")
                        .with(first.dataset(), column.header(), names);
        return new KnownTerm(properties, !first.isOwn(), why);
    }
}
