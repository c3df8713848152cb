package fr.pleiade.publication.table;

import fr.pleiade.mapping.datatype.Datatype;
import fr.pleiade.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The datatypes of a table's columns: one that the mapping gives a column's values, if all cells are written as that datatype is; else text. */
final class ColumnTypes {
    private static final String STRING = Vocabulary.XSD + "string";

    private final List<Set<Datatype>> possible = new ArrayList<>();

    /** @param resolved the candidates, with the datatypes that their values turned out to have */
    ColumnTypes(int columns, List<Candidate> candidates, Map<Candidate, Candidate> resolved) {
        for (int i = 0; i < columns; i++) {
            possible.add(new LinkedHashSet<>());
        }
        for (Candidate candidate : candidates) {
            Candidate known = resolved.getOrDefault(candidate, candidate);
            if (known.value() instanceof Value.Cell cell
                    && cell.separator().isEmpty()
                    && !cell.datatype().equals(STRING)) {
                Optional.of(cell.datatype())
                        .flatMap(Datatype::of)
                        .ifPresent(type -> possible.get(known.column()).add(type));
            }
        }
    }

    /** Takes a row. */
    void add(List<String> cells) {
        for (int column = 0; column < possible.size(); column++) {
            String text = cells.get(column);
            if (!text.isEmpty()) {
                possible.get(column).removeIf(type -> !type.has(text));
            }
        }
    }

    /** {@return the datatype of a column's cells, when all rows were added} */
    String of(int column) {
        return possible.get(column).stream().findFirst().map(Datatype::iri).orElse(STRING);
    }
}
