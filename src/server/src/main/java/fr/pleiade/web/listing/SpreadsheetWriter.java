package fr.pleiade.web.listing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Writes what a spreadsheet opens by a double click: a mark of UTF-8 first, semicolons and decimal commas in French, and codes as
 * formulas that give them whole. What would be taken for a formula has an apostrophe before it. Not thread-safe; the stream is its
 * owner's to close.
 */
public final class SpreadsheetWriter {
    /** What a spreadsheet would shorten: a code that begins with noughts, or has more digits than it keeps. */
    private static final String LIKE_A_NUMBER = "0\\d+|\\d{12,}";

    private final Writer out;
    private final boolean isFrench;

    /** @param locale the language of the spreadsheet */
    public SpreadsheetWriter(OutputStream stream, Locale locale) throws IOException {
        out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        isFrench = locale.getLanguage().equals("fr");
        out.write('\uFEFF');
    }

    /** {@return a cell that is a number} @param number in XML Schema's writing */
    public String number(String number) {
        return isFrench ? number.replace('.', ',') : number;
    }

    /** {@return a cell that is a text} */
    public static String text(String text) {
        if (text.matches(LIKE_A_NUMBER)) {
            return "=\"" + text + "\"";
        }
        boolean isLikeAFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return isLikeAFormula ? "'" + text : text;
    }

    /** Writes a line of cells. */
    public void write(List<String> cells) throws IOException {
        TableFile.write(cells, isFrench ? ';' : ',', out);
    }

    /** Sends what was written so far. */
    public void flush() throws IOException {
        out.flush();
    }
}
