package fr.pleiade.mapping.sheet;

import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.bytes.LanguageTag;
import fr.pleiade.mapping.table.CellRule;
import fr.pleiade.mapping.table.CellType;
import fr.pleiade.mapping.table.ColumnRule;
import fr.pleiade.mapping.table.ColumnRule.LinkTo;
import fr.pleiade.mapping.table.ColumnRule.Presence;
import fr.pleiade.mapping.table.ColumnRule.Role;
import fr.pleiade.mapping.table.LocalName;
import fr.pleiade.mapping.table.TableRule.ClassRule;
import fr.pleiade.mapping.table.UrlTemplate;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.yaml.YamlNode;
import fr.pleiade.rdf.DateLiteral;
import fr.pleiade.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Reads what a sheet says of its columns. */
final class ColumnReader {
    private static final String KEY = "key";
    private static final String LABEL = "label";
    private static final List<String> ROLES = List.of(KEY, LABEL, Companions.IDENTIFIER, Companions.SAME);

    /** CSVW's word for a text in no language. */
    private static final String NO_LANGUAGE = "und";

    private final Problems problems;
    private final Addresses addresses;
    private final TypeReader types;
    private final ConditionReader conditions;

    /** A line of a column, and the part of the sheet that says it. */
    record Line(ColumnRule rule, Part part) {}

    ColumnReader(Problems problems, Addresses addresses, TypeReader types) {
        this.problems = problems;
        this.addresses = addresses;
        this.types = types;
        this.conditions = new ConditionReader(problems);
    }

    /** {@return what an entry of a map of columns says: one line, or several of the same column} */
    List<Line> read(YamlNode.Entry entry, Part table) {
        return read(entry, table, Words.COLUMN);
    }

    /** {@return the same of an entry that may say more than columns do} */
    List<Line> read(YamlNode.Entry entry, Part table, Words words) {
        List<Line> rules = new ArrayList<>();
        for (YamlNode said : entry.value().each()) {
            long line = entry.value().isList() ? said.line() : entry.line();
            Part part = said.isMap() ? Part.read(said, words, problems) : Part.empty(words, problems, line);
            rules.add(new Line(rule(entry.key(), part, table, said, line), part));
        }
        return rules;
    }

    /** {@return what an item of CSVW's list of columns says; a line with a hyphen before it is none, which is noted} */
    Optional<Line> read(YamlNode item, Part table) {
        boolean isLine = item.entries().size() == 1
                && !Words.COLUMN
                        .keys()
                        .contains(Words.COLUMN.key(item.entries().get(0).key()));
        if (item.isText() || isLine) {
            String header = item.isText() ? item.text() : item.entries().get(0).key();
            problems.add(
                    item.line(),
                    "'%s' with a hyphen before it is an item of a list, which has titles; as a line for a header it has no hyphen: '%s: {}'",
                    header,
                    header);
            return Optional.empty();
        }
        Part part = Part.read(item, Words.COLUMN, problems);
        if (titles(part).isEmpty() && !part.has(Words.NAME)) {
            problems.add(item.line(), "the column has neither titles nor a name, so that none is meant");
        }
        return Optional.of(new Line(rule("", part, table, item, item.line()), part));
    }

    /**
     * {@return what an entry says of every thing: a property, and an address or a text}
     *
     * @param around what the entry is in, whose language the text has unless it says its own
     */
    Optional<ColumnRule> constant(YamlNode.Entry entry, YamlNode value, Part around) {
        long line = entry.line();
        Optional<UrlTemplate> property = addresses.term(entry.key(), line).filter(this::isIri);
        if (property.isEmpty()) {
            return Optional.empty();
        }
        if (value.isText() && !Addresses.isWord(value.text())) {
            return addresses
                    .term(value.text(), value.line())
                    .filter(address -> isAddress(address, value))
                    .map(address -> ColumnRule.constant(entry.key(), property.get(), address, line));
        }
        Part part =
                value.isMap() ? Part.read(value, Words.CONSTANT, problems) : Part.empty(Words.CONSTANT, problems, line);
        if (!value.isMap()) {
            part.say(Words.DEFAULT, value);
        }
        if (!part.has(Words.LANG)) {
            around.find(Words.LANG).ifPresent(language -> part.say(Words.LANG, language));
        }
        if (!part.has(Words.DEFAULT) && !part.has(Words.VALUE_URL)) {
            problems.add(line, "%s has no value; expected an address, or a text", entry.key());
        }
        return Optional.of(new ColumnRule(
                entry.key(),
                List.of(),
                Presence.VIRTUAL,
                Role.MAPPED,
                false,
                List.of(property.get()),
                Map.of(),
                cell(part),
                List.of(),
                template(part, Words.VALUE_URL),
                List.of(),
                List.of(),
                List.of(),
                line));
    }

    private boolean isAddress(UrlTemplate address, YamlNode value) {
        boolean isAddress = !address.isConstant() || IriSyntax.isIri(address.text());
        if (!isAddress) {
            problems.add(
                    value.line(), "'%s' is not an address; a text with such signs is { default: \"…\" }", value.text());
        }
        return isAddress;
    }

    /** {@return the classes that nodes name} */
    List<ClassRule> classes(List<YamlNode> nodes) {
        List<ClassRule> classes = new ArrayList<>();
        for (YamlNode node : nodes) {
            Part part = node.isMap()
                    ? Part.read(node, Words.CLASS_WORDS, problems)
                    : Part.empty(Words.CLASS_WORDS, problems, node.line());
            Optional<String> word = node.isMap() ? part.text("as") : problems.text(node, Words.CLASS);
            word.flatMap(text -> addresses.term(text, node.line()))
                    .filter(this::isIri)
                    .ifPresent(iri -> classes.add(new ClassRule(iri, part.names(), addresses.isOwn(iri))));
        }
        return classes;
    }

    private boolean isIri(UrlTemplate term) {
        boolean isIri = term.isConstant() && IriSyntax.isIri(term.text());
        if (!isIri) {
            problems.add(
                    term.line(),
                    "'%s' is not the address of a class or property, which has no columns in it",
                    term.text());
        }
        return isIri;
    }

    ColumnRule rule(String header, Part part, Part table, YamlNode said, long line) {
        Optional<String> word = said.isText() ? Optional.of(said.text()) : Optional.empty();
        if (word.isPresent() && types.isType(word.get())) {
            part.say(Words.DATATYPE, said);
        }
        part.inheriting(table);
        List<String> is =
                word.filter(w -> w.equals(KEY) || w.equals(LABEL)).map(List::of).orElseGet(() -> part.texts(Words.IS));
        refuseUnknownRoles(is, part);
        boolean isOptional = header.matches(".*\\S\\?") || part.flag(Words.OPTIONAL);
        boolean isVirtual = part.flag(Words.VIRTUAL) || part.has(Words.VALUE);
        List<String> titles = titles(part);
        if (titles.isEmpty() && !header.isEmpty() && !part.flag(Words.VIRTUAL)) {
            titles = headers(header);
        }
        String name = part.text(Words.NAME).orElse(titles.isEmpty() ? header : LocalName.of(titles.get(0)));
        List<String> titled = titles.isEmpty() && !isVirtual ? List.of(name) : titles;
        CellRule cell = cell(part);
        return new ColumnRule(
                name,
                part.flag(Words.VIRTUAL) ? List.of() : titled,
                isVirtual ? Presence.VIRTUAL : isOptional ? Presence.OPTIONAL : Presence.REQUIRED,
                role(part, word),
                is.contains(KEY),
                properties(part, word, is, name, line),
                part.names(),
                cell,
                template(part, Words.ABOUT_URL),
                template(part, Words.VALUE_URL),
                text(part),
                conditions.read(part),
                links(part),
                line);
    }

    /** {@return a text with columns in it} */
    private List<UrlTemplate> text(Part part) {
        return part.text(Words.VALUE).flatMap(text -> addresses.text(text, part.line(Words.VALUE))).stream()
                .toList();
    }

    private void refuseUnknownRoles(List<String> is, Part part) {
        is.stream()
                .filter(role -> !ROLES.contains(role))
                .forEach(role -> problems.add(
                        part.line(Words.IS),
                        "is: '%s', expected %s%s",
                        role,
                        String.join(", ", ROLES),
                        Meant.by(role, ROLES)
                                .map(close -> "; did you mean " + close + "?")
                                .orElse("")));
    }

    /** {@return the names that a key of the map of columns gives: several between bars, without the mark of what may be missing} */
    private static List<String> headers(String header) {
        String plain = header.matches(".*\\S\\?") ? header.substring(0, header.length() - 1) : header;
        List<String> names =
                Arrays.stream(plain.split(" \\| ")).map(String::strip).toList();
        return names.size() == 1 && !plain.equals(header) ? List.of(names.get(0), header) : names;
    }

    private List<String> titles(Part part) {
        return part.nodes(Words.TITLES).stream()
                .flatMap(node -> node.isMap() ? node.entries().stream().map(YamlNode.Entry::value) : Stream.of(node))
                .flatMap(node -> node.each().stream())
                .flatMap(node -> problems.text(node, "a title").stream())
                .toList();
    }

    private static Role role(Part part, Optional<String> word) {
        if (word.filter(Words.SKIP::equals).isPresent() || part.has(Words.SKIP)) {
            return Role.SKIPPED;
        }
        return part.flag(Words.SUPPRESSED) ? Role.SUPPRESSED : Role.MAPPED;
    }

    private CellRule cell(Part part) {
        String separator = part.text(Words.SEPARATOR).orElse("");
        String language = part.text(Words.LANG).orElse("");
        if (!language.isEmpty() && !LanguageTag.isWellFormed(language)) {
            problems.add(
                    part.line(Words.LANG), "'%s' is not a language tag, such as fr, en or pt-BR (BCP 47)", language);
        }
        return new CellRule(
                types.read(part),
                separator,
                nulls(part),
                part.text(Words.DEFAULT).orElse(""),
                part.flag(Words.REQUIRED),
                language.equals(NO_LANGUAGE) ? "" : language,
                sieve(part));
    }

    private CellRule.Sieve sieve(Part part) {
        List<CellType.Step> replacements = new ArrayList<>();
        part.find(Words.REPLACE).ifPresent(node -> {
            if (!node.isMap()) {
                problems.add(
                        node.line(), "replace is %s, expected patterns, each with what replaces it", node.describe());
            }
            node.entries().forEach(entry -> replacement(entry).ifPresent(replacements::add));
        });
        List<String> except = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (String text : part.texts(Words.EXCEPT)) {
            boolean isColumn = text.matches("\\{[^{}]+}");
            (isColumn ? columns : except).add(isColumn ? text.substring(1, text.length() - 1) : text);
        }
        return new CellRule.Sieve(replacements, part.texts(Words.ONLY), except, columns);
    }

    private Optional<CellType.Step> replacement(YamlNode.Entry entry) {
        String by = entry.value().isNothing()
                ? ""
                : problems.text(entry.value(), "what replaces it").orElse("");
        try {
            Pattern.compile(entry.key());
        } catch (PatternSyntaxException e) {
            problems.add(
                    entry.line(),
                    "'%s' is not a regular expression: %s",
                    entry.key(),
                    String.valueOf(e.getDescription()));
            return Optional.empty();
        }
        return Optional.of(CellType.Step.of("replace", "pattern", entry.key(), "replacement", by));
    }

    /** What is missing is missing besides empty cells; CSVW's null stands instead of them. */
    private static List<String> nulls(Part part) {
        List<String> nulls = new ArrayList<>();
        part.nodes(Words.NULL).stream().map(YamlNode::text).forEach(nulls::add);
        if (nulls.isEmpty() || part.find(Words.MISSING).isPresent()) {
            nulls.add("");
        }
        nulls.addAll(part.texts(Words.MISSING));
        return nulls.stream().distinct().toList();
    }

    private List<UrlTemplate> properties(Part part, Optional<String> word, List<String> is, String name, long line) {
        Optional<String> property = word.filter(w -> !types.isType(w) && !is.contains(w) && !w.equals(Words.SKIP));
        if (property.isPresent()) {
            if (Addresses.isWord(property.get())) {
                // Not a term: a datatype that is none, which the reader of datatypes says with what may be meant.
                types.refuse(property.get(), line);
                return List.of();
            }
            return addresses.term(property.get(), line).stream().toList();
        }
        if (part.find(Words.PROPERTY_URL).isPresent()) {
            return part.nodes(Words.PROPERTY_URL).stream()
                    .flatMap(node -> problems.text(node, Words.PROPERTY_URL).stream()
                            .flatMap(text -> addresses.term(text, node.line()).stream()))
                    .toList();
        }
        List<UrlTemplate> byRole = new ArrayList<>();
        if (is.contains(LABEL)) {
            byRole.addAll(
                    addresses.term(Vocabulary.RDFS + "label", line).stream().toList());
        }
        if (is.contains(KEY)) {
            byRole.addAll(
                    addresses.term(Vocabulary.SKOS + "notation", line).stream().toList());
        }
        return byRole.isEmpty() ? List.of(addresses.own(name, line)) : byRole;
    }

    /** {@return the address under a key, in which columns may be} */
    List<UrlTemplate> template(Part part, String key) {
        return part.text(key).flatMap(text -> addresses.template(text, part.line(key))).stream()
                .toList();
    }

    private List<LinkTo> links(Part part) {
        return part.nodes(Words.LINK).stream()
                .flatMap(node -> link(node).stream())
                .toList();
    }

    private Optional<LinkTo> link(YamlNode node) {
        if (node.isText()) {
            return Optional.of(new LinkTo(
                    node.text(),
                    List.of(own(node.text(), node)),
                    List.of(),
                    List.of(),
                    false,
                    Map.of(),
                    LinkTo.By.KEY,
                    LinkTo.Dated.NONE,
                    node.line()));
        }
        Part part = Part.read(node, Words.LINK_WORDS, problems);
        Optional<String> dataset = part.text("to");
        if (dataset.isEmpty()) {
            problems.add(node.line(), "the link does not say where to: expected to, with the name of a dataset");
        }
        List<UrlTemplate> property = terms(part, Words.PROPERTY_URL);
        return dataset.map(to -> new LinkTo(
                to,
                property.isEmpty() ? List.of(own(to, node)) : property,
                terms(part, Words.CLASS),
                terms(part, KEY),
                part.flag(Words.REQUIRED),
                part.names(),
                by(part),
                dated(part),
                node.line()));
    }

    private LinkTo.Dated dated(Part part) {
        String through = part.text("through").orElse("");
        String asOf = part.text(Words.AS_OF).orElse("");
        boolean isByName = part.text("by").filter("name"::equals).isPresent();
        if (through.isEmpty() && !isByName && (!asOf.isEmpty() || part.has("formerly"))) {
            problems.add(
                    part.line(),
                    "codes of another day need through: the dataset that says what has changed since, such as through: movements");
        }
        if (isByName && (!through.isEmpty() || part.has("formerly"))) {
            problems.add(part.line(), "a link by name takes asOf alone: names do not pass from one thing to another");
        }
        isDay(asOf, part.line(Words.AS_OF));
        return new LinkTo.Dated(asOf, through, terms(part, "formerly"));
    }

    /** Notes what is no day, month or year. */
    void isDay(String said, long line) {
        if (!said.isEmpty() && DateLiteral.of(said).isEmpty()) {
            problems.add(line, "asOf is '%s', expected a day, a month or a year, such as 2023-04", said);
        }
    }

    private LinkTo.By by(Part part) {
        String by = part.text("by").orElse("key");
        if (!by.equals("key") && !by.equals("name")) {
            problems.add(part.line("by"), "a link is by key or by name, not by %s", by);
        }
        return by.equals("name") ? LinkTo.By.NAME : LinkTo.By.KEY;
    }

    /** {@return what a link is written with that names no property: a term of this dataset, called after where it leads} */
    private UrlTemplate own(String to, YamlNode link) {
        return addresses.own(LocalName.of(to), link.line());
    }

    /** {@return the addresses under a key, in which no column may be} */
    List<UrlTemplate> terms(Part part, String key) {
        return part.nodes(key).stream()
                .flatMap(node ->
                        problems.text(node, key).stream().flatMap(text -> addresses.term(text, node.line()).stream()))
                .filter(this::isIri)
                .toList();
    }
}
