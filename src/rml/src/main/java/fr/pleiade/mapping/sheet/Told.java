package fr.pleiade.mapping.sheet;

import fr.pleiade.mapping.table.ColumnRule;
import fr.pleiade.mapping.table.ThingRule;
import java.util.ArrayList;
import java.util.List;

/** What a part of a sheet says: lines of columns, and the things that some of them are about. */
record Told(List<ColumnRule> columns, List<ThingRule> things) {
    static final Told NOTHING = new Told(List.of(), List.of());

    Told {
        columns = List.copyOf(columns);
        things = List.copyOf(things);
    }

    Told and(Told more) {
        List<ColumnRule> allColumns = new ArrayList<>(columns);
        allColumns.addAll(more.columns);
        List<ThingRule> allThings = new ArrayList<>(things);
        allThings.addAll(more.things);
        return new Told(allColumns, allThings);
    }
}
