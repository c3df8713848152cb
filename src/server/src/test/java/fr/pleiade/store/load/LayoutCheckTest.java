package fr.pleiade.store.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayoutCheckTest {
    @Test
    void tdb2KeepsTermsAsWeWriteThem() {
        assertThat(LayoutCheck.problem(new NodeLayout())).isEmpty();
    }

    @Test
    void anotherHashOfIrisIsSeen() {
        NodeLayout wrong = new NodeLayout("||uri", NodeLayout.AFTER_LITERAL);
        assertThat(LayoutCheck.problem(wrong).orElseThrow()).contains("<http://example.org/id/école>");
    }

    @Test
    void anotherHashOfLiteralsIsSeen() {
        NodeLayout wrong = new NodeLayout(NodeLayout.AFTER_IRI, "|literal");
        assertThat(LayoutCheck.problem(wrong).orElseThrow()).endsWith("\"\"");
    }
}
