package fr.pleiade.mapping;

import fr.pleiade.mapping.function.Tables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a plan's names are bound to for one source: its columns, the site's tables, the parents of its joins. */
final class Binding {
    /** How many columns a message lists: enough to see which file it is, on a few lines. */
    private static final int COLUMNS_SHOWN = 12;

    private final Execution execution;
    private final LogicalSource source;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<String> header;
    private final List<MappingError> errors = new ArrayList<>();
    private final Set<String> missing = new HashSet<>();

    Binding(Execution execution, LogicalSource source, List<String> header) {
        this.execution = execution;
        this.source = source;
        this.header = header;
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i), i);
        }
    }

    String file() {
        return source.path();
    }

    /** {@return the cell contents that mean "no value"} */
    List<String> nulls() {
        return execution.nulls(source);
    }

    Execution execution() {
        return execution;
    }

    int sourceNumber() {
        return execution.sourceNumber(source);
    }

    Tables tables() {
        return execution.tables();
    }

    /** {@return the position of a column; where there is none, an error is noted that {@link #verify()} throws} */
    int column(Reference reference) {
        Integer column = columns.get(reference.column());
        if (column == null) {
            // A column may be used on many lines; one message for the first is enough.
            if (missing.add(reference.column())) {
                errors.add(execution.error(reference.line(), missing(reference.column())));
            }
            return 0;
        }
        if (Collections.frequency(header, reference.column()) > 1) {
            errors.add(execution.error(
                    reference.line(),
                    "%s has more than one column '%s'; rename them".formatted(source.path(), reference.column())));
        }
        return column;
    }

    private String missing(String column) {
        String meant = Spelling.closest(column, header)
                .map(name -> " (did you mean '" + name + "'?)")
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
    void verify() {
        if (!errors.isEmpty()) {
            throw new MappingException(errors.stream().distinct().toList());
        }
    }
}
