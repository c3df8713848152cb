package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The statement of accessibility. */
class AccessibilityTest {
    @Test
    void theStatementSaysItsLevelItsDateItsLimitsAndWhomToTurnTo() {
        assertThat(page("fr"))
                .contains("partiellement conforme aux WCAG 2.2, niveau AA")
                .contains("axe-core")
                .contains("lecteur d&#39;écran")
                .contains("critère 3.1.2")
                .contains("mailto:")
                .contains("l&#39;organisme compétent dans votre pays")
                .contains("Déclaration établie le 26 novembre 2026.");
        assertThat(page("en"))
                .contains("partially conforms to WCAG 2.2, level AA")
                .contains("axe-core")
                .contains("screen reader")
                .contains("criterion 3.1.2")
                .contains("mailto:")
                .contains("the body that is competent in your country")
                .contains("Statement made on 26 November 2026.");
    }

    private static String page(String language) {
        return sample().get("accessibility?lang=" + language, "Accept", "text/html")
                .body();
    }
}
