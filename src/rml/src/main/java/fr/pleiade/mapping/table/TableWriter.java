package fr.pleiade.mapping.table;

import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.model.Rml;
import fr.pleiade.mapping.table.TableRule.ClassRule;
import fr.pleiade.mapping.table.TableRule.Kind;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.translation.RuleGraph;
import fr.pleiade.mapping.translation.TermRule;
import fr.pleiade.mapping.translation.Value;
import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a table as triples maps, one for each kind of thing that its rows are about. One use. */
public final class TableWriter {
    private final TableRule table;
    private final RuleGraph rules;
    private final Problems problems;
    private final Columns columns;
    private final List<String> nulls;
    private final String name;

    /** For which rows anything is said. */
    private final Where everything;

    public TableWriter(TableRule table, String name, RuleGraph rules, Columns columns, Problems problems) {
        this.table = table;
        this.rules = rules;
        this.problems = problems;
        this.columns = columns;
        this.nulls = table.nulls();
        this.name = name;
        this.everything = conditions(table.conditions(), List.of());
    }

    /** Says where rows come from, and gives the resource of it. */
    public static Term source(TableRule table, String name, RuleGraph rules) {
        long line = table.line();
        Term source = rules.named("source", name);
        rules.add(source, Rml.REFERENCE_FORMULATION, new Term.Iri(Rml.CSV), line);
        Term file = rules.part(source, Rml.SOURCE, line);
        rules.add(file, Rml.TYPE, new Term.Iri(Rml.NAMESPACE + "RelativePathSource"), line);
        rules.add(file, Rml.PATH, table.url(), line);
        table.nulls().forEach(word -> rules.add(file, Rml.NULL, word, line));
        Map<String, TableRule.Said> dialect = new LinkedHashMap<>(table.dialect());
        TableRule.Said encoding = dialect.remove("encoding");
        if (encoding != null) {
            rules.add(file, Rml.ENCODING, encoding.text(), encoding.line());
        }
        TableRule.Said members = dialect.remove(TableRule.MEMBERS);
        if (members != null) {
            rules.add(file, Rml.MEMBERS, members.text(), members.line());
        }
        if (!dialect.isEmpty()) {
            Term written = rules.part(file, Rml.CSVW + "dialect", line);
            dialect.forEach((key, said) -> rules.add(written, Rml.CSVW + key, said.text(), said.line()));
        }
        return source;
    }

    public void write() {
        Term source = source(table, name, rules);
        Map<String, List<ColumnRule>> byThing = new LinkedHashMap<>();
        String row = table.aboutUrl().isEmpty() ? "" : table.aboutUrl().get(0).text();
        byThing.put(row, new ArrayList<>());
        for (ColumnRule column : table.columns()) {
            String about =
                    column.aboutUrl().isEmpty() ? row : column.aboutUrl().get(0).text();
            byThing.computeIfAbsent(about, key -> new ArrayList<>()).add(column);
        }
        rows(source, byThing.getOrDefault(row, List.of()));
        byThing.remove(row);
        List<Thing> others = new ArrayList<>();
        for (ThingRule thing : table.things()) {
            List<ColumnRule> lines = byThing.remove(thing.about().text());
            others.add(new Thing(
                    List.of(thing.about()),
                    thing.own(),
                    thing.classes(),
                    conditions(thing),
                    lines == null ? List.of() : lines,
                    thing.line()));
        }
        byThing.values().forEach(lines -> others.add(Thing.of(lines)));
        int number = 1;
        for (Thing thing : others) {
            if (!thing.classes().isEmpty() || !thing.lines().isEmpty()) {
                thing(RuleGraph.numbered(rules.mapping(name), "", ++number), source, thing);
            }
        }
    }

    /**
     * What lines are about.
     *
     * @param own the column whose value its address is made of; none where there is no such column
     * @param conditions which rows have it; nothing if none has
     */
    private record Thing(
            List<UrlTemplate> about,
            List<ColumnRule> own,
            List<ClassRule> classes,
            Where conditions,
            List<ColumnRule> lines,
            long line) {
        /** Nothing is said but what the lines say. */
        static Thing of(List<ColumnRule> lines) {
            ColumnRule first = lines.get(0);
            return new Thing(first.aboutUrl(), List.of(), List.of(), Where.ALWAYS, lines, first.line());
        }
    }

    /**
     * For which rows something is so.
     *
     * @param isNever whether it is for none
     * @param conditions what must hold of a row
     */
    private record Where(boolean isNever, List<Value> conditions) {
        static final Where ALWAYS = new Where(false, List.of());
        static final Where NEVER = new Where(true, List.of());

        Where and(List<Value> more) {
            return and(new Where(false, more));
        }

        Where and(Where other) {
            List<Value> all = new ArrayList<>(conditions);
            all.addAll(other.conditions);
            return new Where(isNever || other.isNever, all);
        }
    }

    private void rows(Term source, List<ColumnRule> lines) {
        if (table.kinds().isEmpty()) {
            Thing row = new Thing(table.aboutUrl(), List.of(), table.classes(), Where.ALWAYS, lines, table.line());
            thing(rules.mapping(name), source, row);
        }
        int number = 0;
        for (Kind kind : table.kinds()) {
            List<ClassRule> classes = new ArrayList<>(table.classes());
            classes.addAll(kind.classes());
            List<UrlTemplate> about = kind.aboutUrl().isEmpty() ? table.aboutUrl() : kind.aboutUrl();
            Where where = Where.ALWAYS.and(conditions(kind));
            Thing row = new Thing(about, List.of(), classes, where, lines, kind.line());
            thing(RuleGraph.numbered(rules.mapping(name), "kind-", ++number), source, row);
        }
    }

    private List<Value> conditions(Kind kind) {
        return columns.called(kind.column(), kind.line()).stream()
                .flatMap(column -> each(kind.words(), reference(column), kind.isOther(), kind.line()).stream())
                .toList();
    }

    private Where conditions(ThingRule thing) {
        return conditions(thing.conditions(), thing.own())
                .and(thing.own().stream()
                        .filter(column -> thing.about().variables().stream().anyMatch(column::isCalled))
                        .flatMap(column -> differences(column).stream())
                        .toList());
    }

    /** @param own the columns that conditions mean before others of their name */
    private Where conditions(List<Condition> conditions, List<ColumnRule> own) {
        Where where = Where.ALWAYS;
        for (Condition condition : conditions) {
            List<ColumnRule> looked = condition.columns().stream()
                    .flatMap(word -> own.stream()
                            .filter(column -> column.isCalled(word))
                            .findFirst()
                            .or(() -> columns.called(word, condition.line()))
                            .stream())
                    .filter(column -> columns.named(column).isPresent())
                    .toList();
            if (!looked.isEmpty()) {
                where = where.and(
                        condition.words().isEmpty() ? value(looked, condition) : words(looked.get(0), condition));
            } else if (!condition.isNegated()) {
                where = Where.NEVER;
            }
        }
        return where;
    }

    private List<Value> value(List<ColumnRule> looked, Condition condition) {
        Value any = read(looked.get(0));
        for (ColumnRule column : looked.subList(1, looked.size())) {
            any = CellType.call("coalesce", any, read(column), condition.line());
        }
        List<Value> values = new ArrayList<>(List.of(isThere(any, condition)));
        if (looked.size() == 1 && !condition.isNegated()) {
            values.addAll(differences(looked.get(0)));
        }
        return values;
    }

    private static Value isThere(Value value, Condition condition) {
        return CellType.Step.of(condition.isNegated() ? "isNull" : "isNotNull").of(value, condition.line());
    }

    /** {@return the value of a column; of a list, the text} */
    private Value read(ColumnRule column) {
        return column.cell().separator().isEmpty() ? cell(column) : reference(column);
    }

    private List<Value> words(ColumnRule column, Condition condition) {
        long line = condition.line();
        Value text = reference(column);
        if (condition.words().stream().anyMatch(word -> Likeness.isPattern(word) || word.contains("|"))) {
            Value like = CellType.Step.of("match", "pattern", Likeness.like(condition.words()))
                    .of(text, line);
            return List.of(isThere(like, condition));
        }
        if (condition.isNegated() || condition.words().size() == 1) {
            return each(condition.words(), text, condition.isNegated(), line);
        }
        return List.of(CellType.Step.of("oneOf", "other", String.join("|", condition.words()))
                .of(text, line));
    }

    /** {@return for each of some words that a text is it, or is not} */
    private static List<Value> each(List<String> words, Value text, boolean isNegated, long line) {
        String function = isNegated ? "notEqual" : "equal";
        return words.stream()
                .map(word -> CellType.Step.of(function, "other", word).of(text, line))
                .toList();
    }

    private void thing(Term map, Term source, Thing thing) {
        List<UrlTemplate> about = thing.about();
        long line = thing.line();
        Where where = everything.and(thing.conditions());
        if (where.isNever() || about.stream().anyMatch(template -> lacksColumn(template, thing.own()))) {
            return;
        }
        rules.add(map, Rml.TYPE, new Term.Iri(Rml.TRIPLES_MAP), line);
        rules.add(map, Rml.LOGICAL_SOURCE, source, line);
        List<Value> subject = about.stream()
                .flatMap(template -> address(template, thing.own()).stream())
                .toList();
        TermRule.Kind kind = subject.isEmpty() ? TermRule.Kind.BLANK_NODE : TermRule.Kind.IRI;
        long at = about.isEmpty() ? line : about.get(0).line();
        Term subjects = new TermRule(subject, kind, List.of(), where.conditions(), List.of(), at)
                .describe(map, Rml.SUBJECT_MAP, rules);
        thing.classes()
                .forEach(type -> rules.add(
                        subjects,
                        Rml.CLASS,
                        new Term.Iri(type.iri().text()),
                        type.iri().line()));
        thing.lines().stream()
                .filter(column -> column.role() == ColumnRule.Role.MAPPED
                        && !column.properties().isEmpty())
                .forEach(column -> column(map, column));
    }

    /** {@return whether a template names a column that may be missing and is} */
    private boolean lacksColumn(UrlTemplate template, List<ColumnRule> own) {
        return template.variables().stream()
                .filter(word -> !word.startsWith("_"))
                .flatMap(word -> variable(word, template, own).stream())
                .anyMatch(rule -> columns.named(rule).isEmpty());
    }

    private void column(Term map, ColumnRule column) {
        List<ColumnRule> own = List.of(column);
        boolean isMissing = !column.isVirtual() && columns.named(column).isEmpty()
                || column.valueUrl().stream().anyMatch(url -> lacksColumn(url, own))
                || column.text().stream().anyMatch(text -> lacksColumn(text, own));
        Where where = conditions(column.conditions(), own).and(differences(column));
        if (isMissing || where.isNever()) {
            return;
        }
        Map<String, List<UrlTemplate>> byDatatype = new LinkedHashMap<>();
        column.properties()
                .forEach(property -> byDatatype
                        .computeIfAbsent(column.cell().type().datatypeFor(property.text()), type -> new ArrayList<>())
                        .add(property));
        byDatatype.forEach((datatype, properties) -> object(column, datatype)
                .ifPresent(object -> pair(map, column, properties, object.with(where.conditions()))));
    }

    private void pair(Term map, ColumnRule column, List<UrlTemplate> properties, TermRule object) {
        Term pair = rules.part(map, Rml.PREDICATE_OBJECT_MAP, column.line());
        for (UrlTemplate property : properties) {
            address(property, List.of(column))
                    .ifPresent(value ->
                            predicate(value, property.line()).describe(pair, Rml.PREDICATE_MAP, Rml.PREDICATE, rules));
        }
        object.describe(pair, Rml.OBJECT_MAP, Rml.OBJECT, rules);
    }

    /** {@return that a value is none of some other columns'; of a list, each value is looked at as it is read} */
    private List<Value> differences(ColumnRule column) {
        return column.cell().separator().isEmpty()
                ? others(column).stream()
                        .map(other -> CellType.call("notEqual", cell(column), other, column.line()))
                        .toList()
                : List.of();
    }

    private List<Value> others(ColumnRule column) {
        return column.cell().sieve().exceptColumns().stream()
                .flatMap(word -> columns.called(word, column.line()).stream())
                .filter(other -> columns.named(other).isPresent())
                .map(this::read)
                .toList();
    }

    private static TermRule predicate(Value value, long line) {
        return new TermRule(List.of(value), TermRule.Kind.IRI, List.of(), List.of(), List.of(), line);
    }

    private Optional<TermRule> object(ColumnRule column, String datatype) {
        long line = column.line();
        if (!column.valueUrl().isEmpty()) {
            UrlTemplate template = column.valueUrl().get(0);
            boolean namesItself = template.variables().stream().anyMatch(column::isCalled);
            List<Value> conditions = namesItself || column.isVirtual() ? List.of() : List.of(isThere(column));
            return address(template, List.of(column))
                    .map(value -> new TermRule(
                            List.of(value), TermRule.Kind.IRI, List.of(), conditions, List.of(), template.line()));
        }
        if (column.isVirtual()
                && column.cell().byDefault().isEmpty()
                && column.text().isEmpty()) {
            problems.add(line, "the virtual column '%s' has neither valueUrl nor default nor value", column.name());
            return Optional.empty();
        }
        Optional<Value> value = column.text().isEmpty()
                ? Optional.of(column.isVirtual() ? constant(column) : cell(column))
                : text(column.text().get(0)).map(text -> column.cell().type().of(text, line));
        return value.map(v -> new TermRule(
                List.of(v),
                column.cell().type().kind(),
                column.cell().annotation(datatype, line),
                List.of(),
                List.of(),
                line));
    }

    private static Value constant(ColumnRule column) {
        Value text = new Value.Constant(Term.Literal.of(column.cell().byDefault()), column.line());
        return column.cell().type().of(text, column.line());
    }

    /** {@return a text with columns in it, nothing where one of them has no value} */
    private Optional<Value> text(UrlTemplate template) {
        List<Value> pieces = new ArrayList<>();
        for (UrlTemplate.Piece piece : template.parts()) {
            if (!piece.isVariable()) {
                pieces.add(new Value.Constant(Term.Literal.of(piece.text()), template.line()));
                continue;
            }
            Optional<ColumnRule> column = variable(piece.text(), template, List.of());
            if (column.isEmpty()) {
                return Optional.empty();
            }
            pieces.add(cell(column.get()));
        }
        return Optional.of(joined(pieces, template.line()));
    }

    private Value isThere(ColumnRule column) {
        Value text = column.cell().separator().isEmpty()
                ? column.cell().picked(reference(column), nulls, column.line())
                : reference(column);
        return CellType.Step.of("isNotNull").of(text, column.line());
    }

    private Value reference(ColumnRule column) {
        return new Value.Reference(columns.named(column).orElse(""), column.line());
    }

    private Value cell(ColumnRule column) {
        boolean isList = !column.cell().separator().isEmpty();
        return column.cell().of(reference(column), nulls, isList ? others(column) : List.of(), column.line());
    }

    /**
     * {@return an address with columns in it: a template of RML where each column's text counts as it is, else what functions make}
     *
     * @param own the column whose address it is, each of whose values makes one; none if it is of no column
     */
    private Optional<Value> address(UrlTemplate template, List<ColumnRule> own) {
        if (template.isConstant()) {
            return Optional.of(
                    IriSyntax.hasScheme(template.text())
                            ? new Value.Constant(new Term.Iri(template.text()), template.line())
                            : new Value.Template(escaped(template.text()), template.line()));
        }
        List<Value> pieces = new ArrayList<>();
        boolean isPlain = true;
        StringBuilder text = new StringBuilder();
        for (UrlTemplate.Piece piece : template.parts()) {
            if (!piece.isVariable()
                    || piece.text().equals("_name")
                    || piece.text().equals("_column")) {
                String constant =
                        piece.isVariable() && !own.isEmpty() ? own.get(0).name() : piece.text();
                text.append(escaped(constant));
                pieces.add(new Value.Constant(Term.Literal.of(constant), template.line()));
                continue;
            }
            Optional<ColumnRule> column = variable(piece.text(), template, own);
            if (column.isEmpty()) {
                return Optional.empty();
            }
            isPlain &= column.get().cell().isPlain(nulls) && !piece.isRaw();
            text.append('{')
                    .append(escaped(columns.named(column.get()).orElse("")))
                    .append('}');
            Value value = cell(column.get());
            boolean isAsItIs = piece.isRaw() || column.get().cell().type().isUnreserved();
            pieces.add(isAsItIs ? value : CellType.Step.of("iriEncode").of(value, template.line()));
        }
        return Optional.of(
                isPlain ? new Value.Template(text.toString(), template.line()) : joined(pieces, template.line()));
    }

    private Optional<ColumnRule> variable(String word, UrlTemplate template, List<ColumnRule> own) {
        if (word.equals("_row") || word.equals("_sourceRow")) {
            problems.add(template.line(), "{%s} is not read: the number of a row changes when rows are added", word);
            return Optional.empty();
        }
        Optional<ColumnRule> column = own.stream()
                .filter(rule -> rule.isCalled(word) && !rule.isVirtual())
                .findFirst()
                .or(() -> columns.called(word, template.line()));
        boolean isList =
                column.filter(rule -> !rule.cell().separator().isEmpty()).isPresent();
        if (isList && !column.stream().allMatch(own::contains)) {
            problems.add(template.line(), "the column '%s' is a list, which only its own valueUrl can name", word);
            return Optional.empty();
        }
        return column;
    }

    /** Halves are joined first: what addresses begin with is then the same call for all of them, which a row is asked once. */
    private static Value joined(List<Value> pieces, long line) {
        int half = pieces.size() / 2;
        return pieces.size() == 1
                ? pieces.get(0)
                : CellType.call(
                        "concat",
                        joined(pieces.subList(0, half), line),
                        joined(pieces.subList(half, pieces.size()), line),
                        line);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}");
    }
}
