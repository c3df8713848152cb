package fr.pleiade.quality.csv;

import fr.pleiade.identifiers.IdentifierSystem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a mapping does with a column.
 *
 * @param line the mapping's line that first names it
 * @param key whether it is part of what names things
 * @param functions the last parts of the names of the functions that its cells go through
 * @param missing the texts that a function takes for no number
 * @param systems the identifier systems whose codes it holds
 */
record ColumnUse(long line, boolean key, Set<String> functions, Set<String> missing, List<IdentifierSystem> systems) {
    static final ColumnUse NONE = new ColumnUse(0, false, Set.of(), Set.of(), List.of());

    ColumnUse {
        functions = Set.copyOf(functions);
        missing = Set.copyOf(missing);
        systems = List.copyOf(systems);
    }

    ColumnUse and(ColumnUse other) {
        Set<String> all = new TreeSet<>(functions);
        all.addAll(other.functions);
        Set<String> allMissing = new TreeSet<>(missing);
        allMissing.addAll(other.missing);
        List<IdentifierSystem> both = Stream.concat(systems.stream(), other.systems.stream())
                .distinct()
                .toList();
        return new ColumnUse(line, key || other.key, all, allMissing, both);
    }
}
