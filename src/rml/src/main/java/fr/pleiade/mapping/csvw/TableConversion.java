package fr.pleiade.mapping.csvw;

import static fr.pleiade.rdf.Vocabulary.CSVW;
import static fr.pleiade.rdf.Vocabulary.RDF;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.csvw.DatatypeRule.Outcome;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Turns the rows of a table into triples. One use.
 *
 * @see <a href="https://www.w3.org/TR/csv2rdf/">Generating RDF from Tabular Data on the Web</a>
 */
final class TableConversion {
    private static final Term.Iri FIRST = new Term.Iri(RDF + "first");
    private static final Term.Iri REST = new Term.Iri(RDF + "rest");
    private static final Term.Iri NIL = new Term.Iri(RDF + "nil");

    private final TableRule table;
    private final Supplier<Term> nodes;
    private final Consumer<Quad> out;
    private final Consumer<MappingError> faults;

    TableConversion(TableRule table, Supplier<Term> nodes, Consumer<Quad> out, Consumer<MappingError> faults) {
        this.table = table;
        this.nodes = nodes;
        this.out = out;
        this.faults = faults;
    }

    /** What is done with each row's number, place and subjects beside its triples. */
    interface Rows {
        void row(long number, long line, Set<Term> subjects, List<Term> titles);
    }

    /** Converts all rows, as far as their cells are described. */
    void run(Rows rows) {
        try (CsvFile file = CsvFile.open(table.file().toString(), table.file(), table.dialect())) {
            Columns columns = Columns.of(table, file.header(), faults);
            long number = 0;
            for (Optional<RowBlock> block = file.nextBlock(); block.isPresent(); block = file.nextBlock()) {
                Row row = new Row(List.of());
                while (block.get().next(row)) {
                    convert(row, ++number, columns, rows);
                }
                block.get().recycle();
            }
        }
    }

    private void convert(Row row, long number, Columns columns, Rows rows) {
        List<List<Term>> cells = new ArrayList<>();
        Map<String, List<String>> variables = new HashMap<>();
        variables.put("_row", List.of(String.valueOf(number)));
        variables.put("_sourceRow", List.of(String.valueOf(row.line())));
        for (int i = 0; i < columns.all().size(); i++) {
            Columns.Column column = columns.all().get(i);
            List<Term> values = column.isVirtual()
                    ? values(row, "", column)
                    : i < row.size() ? values(row, row.text(i), column) : List.of();
            cells.add(values);
            if (!values.isEmpty()) {
                variables.put(column.name(), values.stream().map(Term::text).toList());
            }
        }
        Term byDefault = nodes.get();
        Set<Term> subjects = new LinkedHashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            Columns.Column column = columns.all().get(i);
            if (!column.isSuppressed()) {
                variables.put("_name", List.of(column.name()));
                variables.put("_column", List.of(String.valueOf(i + 1)));
                variables.put(
                        "_sourceColumn",
                        List.of(String.valueOf(i + 1 + table.dialect().skipColumns())));
                cell(cells.get(i), column, variables, byDefault, subjects, row);
            }
        }
        List<Term> titles = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (table.rowTitles().contains(columns.all().get(i).name())) {
                titles.addAll(cells.get(i));
            }
        }
        rows.row(number, row.line(), subjects, titles);
    }

    private void cell(
            List<Term> values,
            Columns.Column column,
            Map<String, List<String>> variables,
            Term byDefault,
            Set<Term> subjects,
            Row row) {
        Inherited rule = column.inherited();
        Term subject =
                rule.aboutUrl().isEmpty() ? byDefault : iri(rule.aboutUrl().get(0), variables);
        Term.Iri property = rule.propertyUrl().isEmpty()
                ? new Term.Iri(table.url() + "#" + column.name())
                : iri(rule.propertyUrl().get(0), variables);
        subjects.add(subject);
        if (!rule.valueUrl().isEmpty()) {
            if (column.isVirtual() || !values.isEmpty()) {
                write(subject, property, iri(rule.valueUrl().get(0), variables), row);
            }
        } else if (rule.isOrdered() && !rule.separator().isEmpty() && !values.isEmpty()) {
            write(subject, property, list(values), row);
        } else {
            values.forEach(value -> write(subject, property, value, row));
        }
    }

    private Term list(List<Term> values) {
        Term rest = NIL;
        for (int i = values.size() - 1; i >= 0; i--) {
            Term node = nodes.get();
            out.accept(new Quad(node, FIRST, values.get(i)));
            out.accept(new Quad(node, REST, rest));
            rest = node;
        }
        return rest;
    }

    private Term.Iri iri(UriTemplate template, Map<String, List<String>> variables) {
        return new Term.Iri(Context.resolve(table.url(), Context.expanded(template.expand(variables))));
    }

    /** Writes a triple unless one of its IRIs is none, which is a fault. */
    private void write(Term subject, Term.Iri property, Term value, Row row) {
        for (Term term : List.of(subject, property, value)) {
            if (term instanceof Term.Iri iri && !IriSyntax.isIri(iri.value())) {
                faults.accept(new MappingError(
                        table.file().toString(),
                        row.line(),
                        "<%s> is not a valid IRI: left out".formatted(iri.value())));
                return;
            }
        }
        out.accept(new Quad(subject, property, value));
    }

    /** {@return the values of a cell; none where it means that there is none} */
    private List<Term> values(Row row, String cell, Columns.Column column) {
        Inherited rule = column.inherited();
        String text = rule.datatype().base().trimmed(cell);
        if (text.isEmpty()) {
            text = rule.byDefault();
        }
        List<Term> values = new ArrayList<>();
        if (!rule.nulls().contains(text)
                && !(text.isEmpty() && !rule.separator().isEmpty())) {
            for (String part : parts(text, rule)) {
                Outcome outcome = rule.datatype().read(part, rule.language());
                values.add(outcome.term());
                if (!outcome.problem().isEmpty()) {
                    warn(row, column, part, outcome.problem());
                }
            }
        }
        if (values.isEmpty() && rule.isRequired()) {
            warn(row, column, text, "it is required");
        }
        return values;
    }

    private void warn(Row row, Columns.Column column, String text, String problem) {
        faults.accept(new MappingError(
                table.file().toString(),
                row.line(),
                "column '%s', value '%s': %s".formatted(column.name(), text, problem)));
    }

    private static List<String> parts(String text, Inherited rule) {
        if (rule.separator().isEmpty()) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        for (String part : text.split(Pattern.quote(rule.separator().get(0)), -1)) {
            String trimmed = rule.datatype().base().isString() ? part : part.strip();
            if (!rule.nulls().contains(trimmed)) {
                parts.add(trimmed);
            }
        }
        return parts;
    }

    /** {@return a number as a literal} */
    static Term.Literal number(long number) {
        return Term.Literal.typed(String.valueOf(number), XSD + "integer");
    }

    /** Writes a resource's type. */
    static void type(Term about, String name, Consumer<Quad> out) {
        out.accept(new Quad(about, Vocabulary.TYPE, new Term.Iri(CSVW + name)));
    }
}
