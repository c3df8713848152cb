package fr.pleiade.web.sparql;

import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.rdf.Term;
import fr.pleiade.web.page.TableText;
import fr.pleiade.web.served.Lexicon;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Solutions as a spreadsheet opens them: things by their names, numbers as numbers, everything else as it is written. */
final class SolutionSheet {
    private static final String NUMBER = "[+-]?\\d{1,15}(\\.\\d{1,15})?([eE][+-]?\\d{1,2})?";

    private SolutionSheet() {}

    static void write(Solutions solutions, Lexicon lexicon, Locale locale, OutputStream out) throws IOException {
        TableText sheet = TableText.spreadsheet(out, locale);
        sheet.header(solutions.variables());
        for (List<Optional<Term>> row : solutions.rows()) {
            sheet.row(row.stream()
                    .map(value -> value.map(term -> cell(term, lexicon, locale)).orElse(TableText.Cell.of("")))
                    .toList());
        }
        sheet.flush();
    }

    private static TableText.Cell cell(Term term, Lexicon lexicon, Locale locale) {
        if (term instanceof Term.Iri iri) {
            boolean isNamed = !lexicon.names(iri.value()).isEmpty();
            return TableText.Cell.of(isNamed ? lexicon.name(iri.value(), locale) : iri.value());
        }
        boolean isNumber = term instanceof Term.Literal literal
                && literal.datatype().startsWith(XSD)
                && !literal.datatype().equals(XSD + "string")
                && literal.lexical().matches(NUMBER);
        return isNumber
                ? new TableText.Cell("", new BigDecimal(term.text()).toPlainString())
                : TableText.Cell.of(term.text());
    }
}
