package fr.pleiade.mapping.term;

import fr.pleiade.mapping.bytes.Lookalike;
import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.mapping.function.Functions;
import fr.pleiade.mapping.function.Tables;
import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.FunctionCall;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.mapping.model.TermMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a plan's names are bound to for one source: its columns, the site's tables, the parents of its joins. */
public final class Binding {
    /** How many columns a message lists: enough to see which file it is, on a few lines. */
    private static final int COLUMNS_SHOWN = 12;

    private final Setting setting;
    private final LogicalSource source;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Set<String> repeated = new HashSet<>();
    private final List<String> header;
    private final List<MappingError> errors = new ArrayList<>();
    private final Set<String> missing = new HashSet<>();
    private final Map<FunctionCall, Integer> calls = new HashMap<>();

    /**
     * What a run lends to the rows of a source.
     *
     * @param document the mapping document's name, for errors
     * @param nulls the cell contents that mean "no value"
     * @param sourceNumber which source of the run it is, so that names are not given twice
     * @param functions the functions that the mapping calls
     * @param tables the tables that functions look things up in
     */
    public record Setting(String document, List<String> nulls, int sourceNumber, Functions functions, Tables tables) {
        public Setting {
            nulls = List.copyOf(nulls);
        }
    }

    public Binding(LogicalSource source, List<String> header, Setting setting) {
        this.setting = setting;
        this.source = source;
        this.header = header;
        for (int i = 0; i < header.size(); i++) {
            if (columns.putIfAbsent(header.get(i), i) != null) {
                repeated.add(header.get(i));
            }
        }
    }

    String file() {
        return source.path();
    }

    /** {@return the cell contents that mean "no value"} */
    public List<String> nulls() {
        return setting.nulls();
    }

    int sourceNumber() {
        return setting.sourceNumber();
    }

    Functions functions() {
        return setting.functions();
    }

    Tables tables() {
        return setting.tables();
    }

    /** {@return the number of a call among those of the source, from 0, the same for equal ones} */
    int number(FunctionCall call) {
        return calls.computeIfAbsent(call, another -> calls.size());
    }

    /** {@return an expression whose columns are known} */
    public Values values(Expression expression) {
        return expression.match(new Valuing(this));
    }

    /** {@return what writes the terms of a map} */
    public TermWriter writer(TermMap map) {
        return onlyIf(map.conditions(), map.expression().match(new Writing(map, this)));
    }

    /** {@return what writes terms only for the rows for which all conditions hold} */
    public TermWriter onlyIf(List<Expression> conditions, TermWriter writer) {
        return conditions.isEmpty()
                ? writer
                : new Conditional(conditions.stream().map(this::values).toList(), writer);
    }

    /** {@return the position of a column; where there is none, an error is noted that {@link #verify()} throws} */
    int column(Reference reference) {
        Integer column = columns.get(reference.column());
        if (column == null) {
            // A column may be used on many lines; one message for the first is enough.
            if (missing.add(reference.column())) {
                errors.add(error(reference.line(), missing(reference.column())));
            }
            return 0;
        }
        if (repeated.contains(reference.column())) {
            errors.add(error(
                    reference.line(),
                    "%s has more than one column '%s'; rename them".formatted(source.path(), reference.column())));
        }
        return column;
    }

    private MappingError error(long line, String problem) {
        return new MappingError(setting.document(), line, problem);
    }

    private String missing(String column) {
        String meant = Lookalike.difference(column, header)
                .map(difference -> " (" + difference + ")")
                .or(() -> Spelling.closest(column, header).map(name -> " (did you mean '" + name + "'?)"))
                .orElse("");
        String rest = header.size() > COLUMNS_SHOWN ? " and %d more".formatted(header.size() - COLUMNS_SHOWN) : "";
        return "there is no column '%s' in %s%s; its columns are: %s%s"
                .formatted(
                        column,
                        source.path(),
                        meant,
                        header.stream().limit(COLUMNS_SHOWN).collect(Collectors.joining(", ")),
                        rest);
    }

    /** @throws MappingException if a column is missing or ambiguous */
    public void verify() {
        if (!errors.isEmpty()) {
            throw new MappingException(errors.stream().distinct().toList());
        }
    }
}
