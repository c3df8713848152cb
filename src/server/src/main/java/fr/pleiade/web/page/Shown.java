package fr.pleiade.web.page;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.served.Lexicon;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One value as a page shows it: text, perhaps a link, perhaps parts of its own.
 *
 * @param text what is read
 * @param href where it leads, or {@code ""} where it is no link
 * @param language the text's language where it is not the page's, else {@code ""}
 * @param isElsewhere whether the link leads to another site
 * @param title for developers: an IRI in short, a datatype
 * @param parts what is said of a part of the thing, shown in its place
 * @param why where it is told where the value comes from, or {@code ""}
 */
public record Shown(
        String text, String href, String language, boolean isElsewhere, String title, List<Row> parts, String why) {
    private static final Text UNNAMED = new Text("unnamed (%s)", "sans nom (%s)");

    private static final Pattern PART = Pattern.compile("^(catalog|dataset/[^#]*)#.*$");

    public Shown {
        parts = List.copyOf(parts);
    }

    /** A value of which it is not told where it comes from. */
    public Shown(String text, String href, String language, boolean isElsewhere, String title, List<Row> parts) {
        this(text, href, language, isElsewhere, title, parts, "");
    }

    /** {@return whether it is one value that leads somewhere} */
    public boolean isLink() {
        return parts.isEmpty() && !href.isEmpty();
    }

    /** {@return whether it is one value that leads nowhere} */
    public boolean isText() {
        return parts.isEmpty() && href.isEmpty();
    }

    /** {@return whether it is one value in another language than the page} */
    public boolean isForeign() {
        return parts.isEmpty() && !language.isEmpty();
    }

    /** {@return the same with the address where it is told where the value comes from} */
    public Shown explainedAt(String address) {
        return new Shown(text, href, language, isElsewhere, title, parts, address);
    }

    /** {@return the same, leading to a path on this site} */
    public Shown leadingTo(String path) {
        return new Shown(text, path, language, false, title, parts, why);
    }

    /** A property and its values. */
    public record Row(Shown property, List<Shown> values) {
        public Row {
            values = List.copyOf(values);
        }
    }

    /** {@return plain text} */
    public static Shown text(String text, String language, String title) {
        return new Shown(text, "", language, false, title, List.of());
    }

    /** {@return text in the page's language that leads to a path on this site} */
    public static Shown link(String text, String path) {
        return text(text, "", "").leadingTo(path);
    }

    /** {@return an IRI under its name; a link only if it is one that a browser may safely follow} */
    public static Shown iri(String iri, Lexicon lexicon, String base, Locale locale) {
        boolean elsewhere = !iri.startsWith(base);
        String shortened = lexicon.shorten(iri);
        String name =
                lexicon.names(iri).isEmpty() ? unnamed(iri, shortened, elsewhere, locale) : lexicon.name(iri, locale);
        return new Shown(name, href(iri, base), lexicon.nameLanguage(iri, locale), elsewhere, shortened, List.of());
    }

    /**
     * {@return where a link to the IRI leads: a path on this site, an address elsewhere, or {@code ""} if it is not for browsers; a part of
     * the catalogue or of a dataset has no place of its own on the page that tells of it}
     */
    public static String href(String iri, String base) {
        if (iri.startsWith(base)) {
            return "/"
                    + RequestPath.toUri(
                            PART.matcher(iri.substring(base.length())).replaceFirst("$1"));
        }
        boolean safe = iri.startsWith("https://") || iri.startsWith("http://") || iri.startsWith("mailto:");
        return safe ? RequestPath.toUri(iri) : "";
    }

    /** {@return a literal as people of the language write it} */
    public static Shown literal(Term.Literal literal, Lexicon lexicon, Locale locale) {
        String language = literal.language().equals(locale.getLanguage()) ? "" : literal.language();
        return text(Written.of(literal, locale), language, lexicon.shorten(literal.datatype()));
    }

    private static String unnamed(String iri, String shortened, boolean isElsewhere, Locale locale) {
        if (!shortened.equals(iri)) {
            return words(shortened.substring(shortened.indexOf(':') + 1));
        }
        return isElsewhere ? bare(iri) : UNNAMED.with(Lexicon.lastPart(iri)).in(locale);
    }

    /** {@return the name of a term that nobody explains, {@code fillRate}, as words} */
    private static String words(String term) {
        return term.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static String bare(String iri) {
        String address = iri.replaceFirst("^(https?://(www\\.)?|mailto:)", "").replaceFirst("/$", "");
        return RequestPath.decode(address)
                .filter(text -> text.chars().noneMatch(Character::isISOControl))
                .orElse(address);
    }
}
