package fr.pleiade.inbox;

import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of client asks, as far as it says so itself. */
public enum Client {
    /** A person's browser. */
    BROWSER,
    /** A script or a tool. */
    PROGRAM,
    /** What visits pages by itself: search engines, harvesters, monitors. */
    ROBOT;

    private static final Pattern ROBOTS = Pattern.compile(
            "bot\\b|bot/|crawl|spider|slurp|harvest|monitor|archiv|preview|facebookexternal|headless|lighthouse");

    /**
     * {@return the kind of a client}
     *
     * @param agent its {@code User-Agent}; {@code ""} if it sends none
     */
    public static Client of(String agent) {
        String name = agent.toLowerCase(Locale.ROOT);
        if (ROBOTS.matcher(name).find()) {
            return ROBOT;
        }
        return name.startsWith("mozilla/") || name.startsWith("opera/") ? BROWSER : PROGRAM;
    }

    /** {@return the word for it in tables} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
