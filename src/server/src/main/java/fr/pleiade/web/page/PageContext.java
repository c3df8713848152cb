package fr.pleiade.web.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.expression.spel.support.ReflectivePropertyAccessor;
import org.springframework.expression.spel.support.StandardEvaluationContext;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContextWrapper;

/** What a template is given: a language, values by their names, and how their properties are read. */
public final class PageContext {
    private static final TemplateProperties PROPERTIES = new TemplateProperties();

    private PageContext() {}

    /** {@return the context of one page; not thread-safe} */
    public static Context of(Locale locale, Map<String, Object> values) {
        StandardEvaluationContext evaluation = new StandardEvaluationContext();
        evaluation.setPropertyAccessors(List.of(PROPERTIES, new ReflectivePropertyAccessor()));
        Context context = new Context(locale, values);
        context.setVariable(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContextWrapper(evaluation));
        return context;
    }
}
