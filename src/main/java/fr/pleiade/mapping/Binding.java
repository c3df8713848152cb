package fr.pleiade.mapping;

import fr.pleiade.mapping.function.Tables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a plan's names are bound to for one source: its columns, the site's tables, the parents of its joins. */
final class Binding {
    private final Execution execution;
    private final LogicalSource source;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<String> header;
    private final List<MappingError> errors = new ArrayList<>();

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
            errors.add(execution.error(
                    reference.line(),
                    "there is no column '%s' in %s%s; its columns are: %s"
                            .formatted(
                                    reference.column(),
                                    source.path(),
                                    Spelling.closest(reference.column(), header)
                                            .map(name -> " (did you mean '" + name + "'?)")
                                            .orElse(""),
                                    String.join(", ", header))));
            return 0;
        }
        if (Collections.frequency(header, reference.column()) > 1) {
            errors.add(execution.error(
                    reference.line(),
                    "%s has more than one column '%s'; rename them".formatted(source.path(), reference.column())));
        }
        return column;
    }

    /** @throws MappingException if a column is missing or ambiguous */
    void verify() {
        if (!errors.isEmpty()) {
            throw new MappingException(errors.stream().distinct().toList());
        }
    }
}
