package fr.pleiade.mapping.term;

import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.mapping.bytes.StringEscapes;
import fr.pleiade.mapping.bytes.Terms;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.sources.Row;
import java.util.List;

/** Literals that are the content of a column, checked and escaped straight from the file's bytes. */
final class CellLiterals implements TermWriter {
    private final int column;
    private final List<Reference> columns;
    private final List<LiteralCheck> checks;
    private final byte[] end;

    /**
     * @param checks what the content must pass
     * @param end the closing quote, with the language or the datatype behind it
     */
    CellLiterals(int column, Reference reference, List<LiteralCheck> checks, byte[] end) {
        this.column = column;
        this.columns = List.of(reference);
        this.checks = checks;
        this.end = end;
    }

    @Override
    public void write(RowScope scope, Terms out) {
        Row row = scope.row();
        if (row.isNull(column)) {
            return;
        }
        for (int i = 0; i < checks.size(); i++) {
            if (!checks.get(i).passes(row.bytes(), row.start(column), row.end(column), scope, columns)) {
                return;
            }
        }
        Bytes bytes = out.bytes();
        bytes.put((byte) '"');
        StringEscapes.put(row.bytes(), row.start(column), row.end(column), bytes);
        bytes.put(end);
        out.end();
    }
}
