package fr.pleiade.mapping.term;

import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.mapping.bytes.PercentEncoding;
import fr.pleiade.mapping.bytes.Terms;
import fr.pleiade.mapping.model.Template;
import fr.pleiade.sources.Row;
import java.nio.charset.StandardCharsets;

/** IRIs of an absolute template: texts copied, cells percent-encoded straight from the file's bytes; always valid. */
final class TemplateIris implements TermWriter {
    private static final int TEXT = -1;
    private final byte[][] texts;
    private final int[] columns;
    private final boolean ascii;

    TemplateIris(Template template, Binding binding) {
        int count = template.segments().size();
        texts = new byte[count][];
        columns = new int[count];
        ascii = template.encoding().isAscii();
        for (int i = 0; i < count; i++) {
            Template.Segment segment = template.segments().get(i);
            columns[i] =
                    segment.isText() ? TEXT : binding.column(segment.reference().get(0));
            texts[i] = segment.text().getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    public void write(RowScope scope, Terms out) {
        Row row = scope.row();
        Bytes bytes = out.bytes();
        bytes.put((byte) '<');
        for (int i = 0; i < columns.length; i++) {
            int column = columns[i];
            if (column == TEXT) {
                bytes.put(texts[i]);
            } else if (row.isNull(column)) {
                out.drop();
                return;
            } else {
                PercentEncoding.encode(row.bytes(), row.start(column), row.end(column), ascii, bytes);
            }
        }
        bytes.put((byte) '>');
        out.end();
    }
}
