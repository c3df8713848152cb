package fr.pleiade.web;

import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The sentences of all pages. */
public final class Sentences {
    private Sentences() {}

    /** {@return the sentences in both languages} */
    public static MessageSource all() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true); // so that an apostrophe is written the same way in every sentence
        return messages;
    }
}
