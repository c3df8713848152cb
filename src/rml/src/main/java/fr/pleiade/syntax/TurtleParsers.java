package fr.pleiade.syntax;

import java.io.IOException;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.trig.TriGParser;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;

/**
 * Parsers, of which those of Turtle and TriG know a number by its digits: Rio 5.1 reads {@code <s> <p> .} and {@code <s> <p> + .} as a
 * number that was begun and has none.
 */
final class TurtleParsers {
    private TurtleParsers() {}

    /** {@return a parser for a syntax} */
    static RDFParser of(Syntax syntax) {
        return switch (syntax) {
            case TURTLE, N3 -> new Turtle();
            case TRIG -> new TriG();
            default -> Rio.createParser(syntax.format());
        };
    }

    private static boolean hasDigits(Literal number) {
        return number.getLabel().chars().anyMatch(Character::isDigit);
    }

    private static String missing(Literal number) {
        return "Expected an RDF value, found '" + (number.getLabel().isEmpty() ? "." : number.getLabel()) + "'";
    }

    private static final class Turtle extends TurtleParser {
        @Override
        protected Literal parseNumber() throws IOException, RDFParseException {
            Literal number = super.parseNumber();
            if (!hasDigits(number)) {
                reportFatalError(missing(number));
            }
            return number;
        }
    }

    private static final class TriG extends TriGParser {
        @Override
        protected Literal parseNumber() throws IOException, RDFParseException {
            Literal number = super.parseNumber();
            if (!hasDigits(number)) {
                reportFatalError(missing(number));
            }
            return number;
        }
    }
}
