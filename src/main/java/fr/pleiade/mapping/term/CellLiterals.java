package fr.pleiade.mapping.term;

import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.mapping.bytes.StringEscapes;
import fr.pleiade.mapping.bytes.Terms;
import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.sources.Row;
import fr.pleiade.syntax.Term;
import java.nio.charset.StandardCharsets;

/** Literals that are the content of a column, escaped straight from the file's bytes. */
final class CellLiterals implements TermWriter {
    private final int column;
    private final byte[] end;

    CellLiterals(int column, TermMap.Annotation annotation) {
        this.column = column;
        this.end = end(annotation).getBytes(StandardCharsets.UTF_8);
    }

    /** {@return the closing quote, with the language or the datatype behind it} */
    private static String end(TermMap.Annotation annotation) {
        if (annotation.kind() == TermMap.Annotation.Kind.NONE) {
            return "\"";
        }
        String value = ((Constant) annotation.expression().get(0)).term().text();
        Term.Literal empty = annotation.kind() == TermMap.Annotation.Kind.LANGUAGE
                ? Term.Literal.inLanguage("", value)
                : Term.Literal.typed("", value);
        return empty.toNTriples().substring(1);
    }

    @Override
    public void write(RowScope scope, Terms out) {
        Row row = scope.row();
        if (row.isNull(column)) {
            return;
        }
        Bytes bytes = out.bytes();
        bytes.put((byte) '"');
        StringEscapes.put(row.bytes(), row.start(column), row.end(column), bytes);
        bytes.put(end);
        out.end();
    }
}
