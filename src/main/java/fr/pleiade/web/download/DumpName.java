package fr.pleiade.web.download;

import fr.pleiade.web.http.Variant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The last part of a download's address: {@code communes}, {@code communes.nt}, {@code communes.nt.gz}.
 *
 * @param slug the graph's short name, or {@link #ALL}
 * @param form the form that the suffix asks for, if there is one
 * @param isCompressed whether it ends in {@code .gz}
 */
record DumpName(String slug, Optional<Variant> form, boolean isCompressed) {
    /** The name of all graphs together. */
    static final String ALL = "all";

    /** The forms of a dataset: every RDF syntax, and the table that it is made from. */
    static final List<Variant> FORMS =
            Stream.concat(Variant.RDF.stream(), Stream.of(Variant.CSV)).toList();

    private static final Pattern NAME = Pattern.compile("([^.]+)(?:\\.([a-z]+)(\\.gz)?)?");

    /** {@return what the name asks for, if it is well formed and its suffix known} */
    static Optional<DumpName> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String suffix = matcher.group(2);
        if (suffix == null) {
            return Optional.of(new DumpName(matcher.group(1), Optional.empty(), false));
        }
        return FORMS.stream()
                .filter(form -> form.suffix().equals(suffix))
                .findFirst()
                .map(form -> new DumpName(matcher.group(1), Optional.of(form), matcher.group(3) != null));
    }

    /** {@return the end of the address that says how it is compressed, or {@code ""}} */
    String compression() {
        return isCompressed ? ".gz" : "";
    }
}
