package fr.pleiade.mapping.sheet;

import static fr.pleiade.mapping.table.CellType.Step;
import static java.util.Map.entry;

import fr.pleiade.identifiers.IdentifierSystem;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.datatype.Builtin;
import fr.pleiade.mapping.datatype.Format;
import fr.pleiade.mapping.table.CellType;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.yaml.YamlNode;
import fr.pleiade.telephone.Telephone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what columns hold: the datatypes of CSVW, words for what French files have, and identifier systems. */
final class TypeReader {
    private static final String MAIL = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+";

    private static final Map<String, CellType> OWN = Map.ofEntries(
            entry("string", CellType.string()),
            entry("text", text()),
            entry("code", CellType.literal("code", "", "string", Step.of("trim"))),
            entry("integer", CellType.typed("integer", "", Step.of("integer")).writtenAs("integer", "")),
            entry("decimal", CellType.typed("decimal", "decimal", Step.of("number"))),
            entry("percent", CellType.typed("percent", "decimal", Step.of("percent"))),
            entry("money", CellType.typed("money", "decimal", Step.of("money"))),
            entry("number", CellType.typed("number", "double", Step.of("double"))),
            entry("double", CellType.typed("double", "double", Step.of("double"))),
            entry("float", CellType.typed("float", "float", Step.of("double"))),
            entry("boolean", CellType.typed("boolean", "", Step.of("boolean")).writtenAs("boolean", "")),
            entry("date", CellType.typed("date", "", Step.of("date")).writtenAs("date", "")),
            entry("year", CellType.typed("year", "gYear", Step.of("date"))),
            entry("gYear", CellType.typed("gYear", "gYear", Step.of("date"))),
            entry("month", CellType.typed("month", "gYearMonth", Step.of("date"))),
            entry("gYearMonth", CellType.typed("gYearMonth", "gYearMonth", Step.of("date"))),
            entry("school-year", CellType.literal("school-year", "", "string", Step.of("schoolYear"))),
            entry("point", CellType.literal("point", "", "string", Step.of("point"))),
            entry("telephone", CellType.literal("telephone", "", "string", Step.of("telephone"))),
            entry("url", CellType.iri("url", Step.of("iri"))),
            entry("iri", CellType.iri("iri", Step.of("trim"))),
            entry("email", CellType.iri("email", Step.of("trim"), Step.of("normalise", "pattern", MAIL), mail())));

    private static final Map<String, String> COORDINATES = Map.of("longitude", "$1", "latitude", "$2");

    private final Problems problems;
    private final IdentifierSystems systems;

    TypeReader(Problems problems, IdentifierSystems systems) {
        this.problems = problems;
        this.systems = systems;
    }

    private static CellType text() {
        return new CellType(
                "text",
                List.of(Step.of("trim")),
                CellType.string().kind(),
                "",
                true,
                new CellType.CsvwDatatype("string", ""),
                "");
    }

    private static Step mail() {
        return new Step("replace", "value", List.of("pattern", "^", "replacement", "mailto:"));
    }

    /** {@return the identifier system whose codes a datatype is} */
    Optional<IdentifierSystem> system(CellType type) {
        return systems.named(type.word());
    }

    /** {@return whether a text begins with the word of a datatype} */
    boolean isType(String text) {
        String word = text.split(" ", 2)[0];
        return OWN.containsKey(word)
                || word.equals("lookup")
                || Builtin.named(word).isPresent()
                || systems.named(word).isPresent();
    }

    /** {@return the datatype of a column; strings where nothing is said, and where what is said is none, which is noted} */
    CellType read(Part column) {
        CellType type = column.find(Words.DATATYPE)
                .map(node -> node.isMap() ? described(node) : named(node, column))
                .orElseGet(CellType::string);
        return column.text(Words.LOOKUP)
                .map(table -> type.after(Step.of("lookup", "table", table)))
                .orElse(type);
    }

    private CellType named(YamlNode node, Part column) {
        Optional<String> said = problems.text(node, Words.DATATYPE);
        if (said.isEmpty()) {
            return CellType.string();
        }
        String[] words = said.get().split(" ", 2);
        if (words[0].equals("lookup") && words.length == 2) {
            return CellType.literal("lookup", "", "string", Step.of("lookup", "table", words[1]));
        }
        Optional<YamlNode> format = column.find(Words.FORMAT);
        if (words.length == 2) {
            return formatted(words[0], words[1], ".", "", node.line());
        }
        return format.map(f -> format(words[0], f)).orElseGet(() -> word(words[0], node.line()));
    }

    /** {@return a datatype that is described as CSVW does} */
    private CellType described(YamlNode node) {
        Part part = Part.read(node, Words.TYPE, problems);
        String base = part.text("base").orElse("string");
        return part.find(Words.FORMAT).map(format -> format(base, format)).orElseGet(() -> word(base, node.line()));
    }

    private CellType format(String base, YamlNode format) {
        if (!format.isMap()) {
            return formatted(base, problems.text(format, Words.FORMAT).orElse(""), ".", "", format.line());
        }
        Part part = Part.read(format, Words.NUMBER_FORMAT, problems);
        return formatted(
                base,
                part.text("pattern").orElse(""),
                part.text("decimalChar").orElse("."),
                part.text("groupChar").orElse(""),
                format.line());
    }

    private CellType formatted(String base, String format, String decimal, String group, long line) {
        if (base.equals("point")) {
            return coordinate(format, line);
        }
        if (base.equals("url")) {
            return CellType.iri("url", Step.of("iri"), Step.of("hosted", "hosts", format));
        }
        if (base.equals("telephone")) {
            return telephone(format, line);
        }
        Optional<Builtin> builtin = Builtin.named(csvwName(base));
        if (builtin.isEmpty()) {
            if (isType(base)) {
                problems.add(line, "the datatype %s has no format; remove '%s'", base, format);
            }
            return word(base, line);
        }
        try {
            Format.of(builtin.get(), format, decimal, group);
        } catch (IllegalArgumentException e) {
            boolean isFrench = format.matches("[jJmMaAhHs /.:-]+") && format.matches("(?i).*[ja].*");
            problems.add(
                    line,
                    "%s%s",
                    String.valueOf(e.getMessage()),
                    isFrench ? "; did you mean " + ofFrench(format) + "?" : "");
        }
        List<String> arguments = new ArrayList<>(List.of("datatype", csvwName(base), "format", format));
        if (!decimal.equals(".") || !group.isEmpty()) {
            arguments.addAll(List.of("decimal", decimal, "group", group));
        }
        Step step = new Step("formatted", "value", arguments);
        CellType type = CellType.literal(base, "", csvwName(base), step).writtenAs(csvwName(base), format);
        return builtin.get().isString()
                ? new CellType(base, type.steps(), type.kind(), "", true, type.csvw(), "")
                : type;
    }

    /** {@return a pattern of dates whose letters are those of French words: {@code jj/mm/aaaa}} */
    private static String ofFrench(String pattern) {
        return pattern.replace('j', 'd')
                .replace('J', 'd')
                .replace('a', 'y')
                .replace('A', 'y')
                .replace('m', 'M');
    }

    /** One of the two numbers of a point, {@code POINT(longitude latitude)} in WKT. */
    private CellType coordinate(String which, long line) {
        if (!COORDINATES.containsKey(which)) {
            problems.add(
                    line, "a point has a latitude and a longitude, not '%s'; write point latitude, or point", which);
        }
        Step one = Step.of(
                "replace", "pattern", "POINT\\((\\S+) (\\S+)\\)", "replacement", COORDINATES.getOrDefault(which, "$0"));
        return CellType.literal("point " + which, "", "string", Step.of("point"), one, Step.of("number"));
    }

    /** Numbers of some countries, by their codes of two letters. */
    private CellType telephone(String countries, long line) {
        List<String> unknown = Telephone.unknown(List.of(countries.split(" +")));
        if (!unknown.isEmpty()) {
            problems.add(
                    line,
                    "telephone numbers are of countries by their codes of two letters, as FR or BE, not of '%s'",
                    String.join(" ", unknown));
        }
        return CellType.literal("telephone", "", "string", Step.of("telephone", "countries", countries));
    }

    private static String csvwName(String word) {
        return word.equals("year") ? "gYear" : word.equals("month") ? "gYearMonth" : word;
    }

    private CellType word(String word, long line) {
        Optional<IdentifierSystem> system = systems.named(word);
        if (system.isPresent()) {
            return CellType.literal(word, "", "string", Step.of("code", "system", word))
                    .writtenAs("string", system.get().pattern())
                    .ofSystem(system.get().iri());
        }
        if (OWN.containsKey(word)) {
            return OWN.get(word);
        }
        Optional<Builtin> builtin = Builtin.named(word);
        if (builtin.isPresent()) {
            return builtin(word, builtin.get());
        }
        refuse(word, line);
        return CellType.string();
    }

    /** Notes that a word is no datatype. */
    void refuse(String word, long line) {
        List<String> known = new ArrayList<>(systems.slugs());
        known.addAll(OWN.keySet().stream().sorted().toList());
        known.addAll(List.of("dateTime", "datetime", "time", "duration", "anyURI", "lookup"));
        problems.add(
                line,
                "'%s' is neither a datatype nor a declared identifier system%s",
                word,
                Meant.by(word, known)
                        .map(close -> "; did you mean " + close + "?")
                        .orElse("; known are " + String.join(", ", known)));
    }

    private static CellType builtin(String word, Builtin builtin) {
        return switch (builtin.kind()) {
            case DECIMAL -> CellType.literal(word, builtin.iri(), word, Step.of("integer"));
            case TEXT ->
                builtin.trimmed(" ").isEmpty()
                        ? CellType.literal(word, builtin.iri(), word, Step.of("trim"))
                        : CellType.literal(word, builtin.iri(), word);
            default -> CellType.literal(word, builtin.iri(), word, Step.of("trim"));
        };
    }
}
