package fr.pleiade.cli;

import fr.pleiade.findings.Text;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/** Asks questions that have a proposed answer each, which an empty line takes; so does the end of the input. */
final class Questions {
    private final BufferedReader in;
    private final PrintWriter out;
    private final Locale language;

    Questions(Reader in, PrintWriter out, Locale language) {
        this(new BufferedReader(in), out, language);
    }

    private Questions(BufferedReader in, PrintWriter out, Locale language) {
        this.in = in;
        this.out = out;
        this.language = language;
    }

    /** {@return a way to ask, if somebody sits at a terminal} */
    static Optional<Questions> onTerminal(PrintWriter out, Locale language) {
        return Optional.ofNullable(System.console())
                .filter(Questions::isTerminal)
                .map(console -> new Questions(console.reader(), out, language));
    }

    /** Since Java 22 there is a console without a terminal too, and a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** {@return the same terminal, asked in a language} */
    Questions in(Locale other) {
        return new Questions(in, out, other);
    }

    /** {@return the answer, without blanks around it} */
    String ask(Text question, String proposed) {
        out.print("%s [%s] ".formatted(question.in(language), proposed));
        out.flush();
        try {
            String line = in.readLine();
            return line == null || line.isBlank() ? proposed : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be read: " + e.getMessage(), e);
        }
    }
}
