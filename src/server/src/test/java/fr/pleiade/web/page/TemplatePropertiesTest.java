package fr.pleiade.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** What templates write of properties, through the template engine. */
class TemplatePropertiesTest {
    private final SpringTemplateEngine engine = engine();

    private record Head(String name, Optional<String> kind) {
        public boolean isShort() {
            return name.length() < 4;
        }

        public String getCode() {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    private record Secret(String name) {
        private String kept() {
            return name;
        }
    }

    private record Page(Head head, List<String> parts) {}

    private record Town(String name) {}

    private static SpringTemplateEngine engine() {
        StringTemplateResolver resolver = new StringTemplateResolver();
        resolver.setTemplateMode(TemplateMode.HTML);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    private String made(String template, Map<String, Object> values) {
        return engine.process(template, PageContext.of(Locale.ENGLISH, values));
    }

    private String said(String expression, Object value) {
        Map<String, Object> values = new HashMap<>();
        values.put("it", value);
        return made("<b th:text=\"${" + expression + "}\"></b>", values);
    }

    @Test
    void componentsAndMethodsOfRecordsAreRead() {
        Page page = new Page(new Head("ENS", Optional.empty()), List.of());
        assertThat(said("it.head.name", page)).isEqualTo("<b>ENS</b>");
        assertThat(said("it.head.isShort", page)).isEqualTo("<b>true</b>");
        assertThat(said("it.head.short", page)).isEqualTo("<b>true</b>");
        assertThat(said("it.head.code", page)).isEqualTo("<b>ens</b>");
    }

    @Test
    void onePlaceReadsRecordsOfSeveralClasses() {
        List<Object> mixed = List.of(new Town("Lyon"), new Head("ENS", Optional.empty()), new Town("Nice"));
        assertThat(made(
                        "<b th:each=\"each, at : ${all}\" th:text=\"${each.name + (at.last ? '.' : ',')}\"></b>",
                        Map.of("all", mixed)))
                .isEqualTo("<b>Lyon,</b><b>ENS,</b><b>Nice.</b>");
    }

    @Test
    void nothingAndWhatHoldsNothingIsEmpty() {
        for (Object empty : Arrays.asList(null, "", "  ", List.of())) {
            assertThat(said("it.empty", empty)).as("%s", empty).isEqualTo("<b>true</b>");
        }
        for (Object full : List.of("a", List.of(""))) {
            assertThat(said("it.empty", full)).as("%s", full).isEqualTo("<b>false</b>");
        }
        assertThat(said("unknown.empty", "")).isEqualTo("<b>true</b>");
    }

    @Test
    void whatIsNoPropertyIsRefused() {
        assertThat(new Secret("x").kept()).isEqualTo("x");
        assertThatThrownBy(() -> said("it.kept", new Secret("x"))).isInstanceOf(TemplateProcessingException.class);
        assertThatThrownBy(() -> said("it.nmae", new Town("Lyon"))).isInstanceOf(TemplateProcessingException.class);
        assertThatThrownBy(() -> said("it.name", null)).isInstanceOf(TemplateProcessingException.class);
    }

    /** Thymeleaf keeps templates from what they could do harm with: so it stays. */
    @Test
    void classLoadersAreNotReached() {
        assertThatThrownBy(() -> said("it.class.classLoader", "text")).isInstanceOf(TemplateProcessingException.class);
        assertThatThrownBy(() -> said("it.class.classLoader", new Town("Lyon")))
                .isInstanceOf(TemplateProcessingException.class);
    }
}
