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

    public TableWriter(TableRule table, String name, RuleGraph rules, Columns columns, Problems problems) {
        this.table = table;
        this.rules = rules;
        this.problems = problems;
        this.columns = columns;
        this.nulls = table.nulls();
        this.name = name;
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
        int number = 0;
        for (List<ColumnRule> lines : byThing.values()) {
            boolean isRow = number++ == 0;
            if (isRow) {
                rows(source, lines);
            } else {
                Term map = RuleGraph.numbered(rules.mapping(name), "", number);
                Thing thing = new Thing(
                        lines.get(0).aboutUrl(),
                        List.of(),
                        List.of(),
                        lines.get(0).line());
                thing(map, source, lines, thing);
            }
        }
    }

    /** What rows are about. */
    private record Thing(List<UrlTemplate> about, List<ClassRule> classes, List<Value> conditions, long line) {}

    private void rows(Term source, List<ColumnRule> lines) {
        if (table.kinds().isEmpty()) {
            Thing row = new Thing(table.aboutUrl(), table.classes(), List.of(), table.line());
            thing(rules.mapping(name), source, lines, row);
        }
        int number = 0;
        for (Kind kind : table.kinds()) {
            List<ClassRule> classes = new ArrayList<>(table.classes());
            classes.addAll(kind.classes());
            List<UrlTemplate> about = kind.aboutUrl().isEmpty() ? table.aboutUrl() : kind.aboutUrl();
            Thing row = new Thing(about, classes, conditions(kind), kind.line());
            thing(RuleGraph.numbered(rules.mapping(name), "kind-", ++number), source, lines, row);
        }
    }

    private List<Value> conditions(Kind kind) {
        String function = kind.isOther() ? "notEqual" : "equal";
        return columns.called(kind.column(), kind.line()).stream()
                .flatMap(column -> kind.words().stream()
                        .map(word -> CellType.Step.of(function, "other", word).of(reference(column), kind.line())))
                .toList();
    }

    private void thing(Term map, Term source, List<ColumnRule> lines, Thing thing) {
        List<UrlTemplate> about = thing.about();
        long line = thing.line();
        if (about.stream().anyMatch(template -> lacksColumn(template))) {
            return;
        }
        rules.add(map, Rml.TYPE, new Term.Iri(Rml.TRIPLES_MAP), line);
        rules.add(map, Rml.LOGICAL_SOURCE, source, line);
        List<Value> subject = about.stream()
                .flatMap(template -> address(template, Optional.empty()).stream())
                .toList();
        TermRule.Kind kind = subject.isEmpty() ? TermRule.Kind.BLANK_NODE : TermRule.Kind.IRI;
        long at = about.isEmpty() ? line : about.get(0).line();
        Term subjects = new TermRule(subject, kind, List.of(), thing.conditions(), List.of(), at)
                .describe(map, Rml.SUBJECT_MAP, rules);
        thing.classes()
                .forEach(type -> rules.add(
                        subjects,
                        Rml.CLASS,
                        new Term.Iri(type.iri().text()),
                        type.iri().line()));
        lines.stream()
                .filter(column -> column.role() == ColumnRule.Role.MAPPED
                        && !column.properties().isEmpty())
                .forEach(column -> column(map, column));
    }

    /** {@return whether a template names a column that may be missing and is} */
    private boolean lacksColumn(UrlTemplate template) {
        return template.variables().stream()
                .filter(word -> !word.startsWith("_"))
                .flatMap(word -> columns.called(word, template.line()).stream())
                .anyMatch(rule -> columns.named(rule).isEmpty());
    }

    private void column(Term map, ColumnRule column) {
        boolean isMissing = !column.isVirtual() && columns.named(column).isEmpty()
                || column.valueUrl().stream().anyMatch(this::lacksColumn);
        Optional<TermRule> object = isMissing ? Optional.empty() : object(column);
        if (object.isEmpty()) {
            return;
        }
        Term pair = rules.part(map, Rml.PREDICATE_OBJECT_MAP, column.line());
        for (UrlTemplate property : column.properties()) {
            address(property, Optional.of(column))
                    .ifPresent(value ->
                            predicate(value, property.line()).describe(pair, Rml.PREDICATE_MAP, Rml.PREDICATE, rules));
        }
        object.get().describe(pair, Rml.OBJECT_MAP, Rml.OBJECT, rules);
    }

    private static TermRule predicate(Value value, long line) {
        return new TermRule(List.of(value), TermRule.Kind.IRI, List.of(), List.of(), List.of(), line);
    }

    private Optional<TermRule> object(ColumnRule column) {
        long line = column.line();
        if (!column.valueUrl().isEmpty()) {
            UrlTemplate template = column.valueUrl().get(0);
            boolean namesItself = template.variables().stream().anyMatch(column::isCalled);
            List<Value> conditions = namesItself || column.isVirtual() ? List.of() : List.of(isThere(column));
            return address(template, Optional.of(column))
                    .map(value -> new TermRule(
                            List.of(value), TermRule.Kind.IRI, List.of(), conditions, List.of(), template.line()));
        }
        if (column.isVirtual() && column.cell().byDefault().isEmpty()) {
            problems.add(line, "the virtual column '%s' has neither valueUrl nor default", column.name());
            return Optional.empty();
        }
        Value value = column.isVirtual() ? constant(column) : cell(column);
        return Optional.of(new TermRule(
                List.of(value),
                column.cell().type().kind(),
                column.cell().annotation(line),
                List.of(),
                List.of(),
                line));
    }

    private static Value constant(ColumnRule column) {
        Value text = new Value.Constant(Term.Literal.of(column.cell().byDefault()), column.line());
        return column.cell().type().of(text, column.line());
    }

    private Value isThere(ColumnRule column) {
        Value text = column.cell().separator().isEmpty()
                ? column.cell().withoutNulls(reference(column), nulls, column.line())
                : reference(column);
        return CellType.Step.of("isNotNull").of(text, column.line());
    }

    private Value reference(ColumnRule column) {
        return new Value.Reference(columns.named(column).orElse(""), column.line());
    }

    private Value cell(ColumnRule column) {
        return column.cell().of(reference(column), nulls, column.line());
    }

    /**
     * {@return an address with columns in it: a template of RML where each column's text counts as it is, else what functions make}
     *
     * @param own the column whose address it is, each of whose values makes one
     */
    private Optional<Value> address(UrlTemplate template, Optional<ColumnRule> own) {
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
                String constant = piece.isVariable() ? own.map(ColumnRule::name).orElse("") : piece.text();
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
            pieces.add(piece.isRaw() ? value : CellType.Step.of("iriEncode").of(value, template.line()));
        }
        return Optional.of(
                isPlain ? new Value.Template(text.toString(), template.line()) : joined(pieces, template.line()));
    }

    private Optional<ColumnRule> variable(String word, UrlTemplate template, Optional<ColumnRule> own) {
        if (word.equals("_row") || word.equals("_sourceRow")) {
            problems.add(template.line(), "{%s} is not read: the number of a row changes when rows are added", word);
            return Optional.empty();
        }
        Optional<ColumnRule> column = own.filter(rule -> rule.isCalled(word) && !rule.isVirtual())
                .or(() -> columns.called(word, template.line()));
        boolean isList =
                column.filter(rule -> !rule.cell().separator().isEmpty()).isPresent();
        if (isList && !column.equals(own)) {
            problems.add(template.line(), "the column '%s' is a list, which only its own valueUrl can name", word);
            return Optional.empty();
        }
        return column;
    }

    private static Value joined(List<Value> pieces, long line) {
        Value all = pieces.get(0);
        for (Value piece : pieces.subList(1, pieces.size())) {
            List<Value.Argument> arguments = List.of(
                    new Value.Argument(CellType.FN + "value", all, line),
                    new Value.Argument(CellType.FN + "other", piece, line));
            all = new Value.Call(CellType.FN + "concat", arguments, line);
        }
        return all;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}");
    }
}
