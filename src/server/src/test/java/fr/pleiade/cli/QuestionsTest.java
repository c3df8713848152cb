package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Text;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private static final Text NAME = new Text("Name?", "Nom ?");

    @Test
    void anEmptyLineTakesWhatIsProposedAndSoDoesTheEnd() {
        StringWriter out = new StringWriter();
        Questions questions =
                new Questions(new StringReader("  autre \n\n"), new PrintWriter(out, true), Locale.FRENCH);
        assertThat(questions.ask(NAME, "labs")).isEqualTo("autre");
        assertThat(questions.ask(NAME, "labs")).isEqualTo("labs");
        assertThat(questions.ask(NAME, "labs")).isEqualTo("labs");
        assertThat(out.toString()).isEqualTo("Nom ? [labs] ".repeat(3));
    }
}
