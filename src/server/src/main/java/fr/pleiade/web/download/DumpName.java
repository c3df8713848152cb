package fr.pleiade.web.download;

import fr.pleiade.quads.Coding;
import fr.pleiade.web.http.Variant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last part of a download's address: {@code towns}, {@code towns.nt}, {@code towns.nt.gz},
 * {@code towns.nt.zst}.
 *
 * @param slug the graph's short name, or {@link #ALL}
 * @param form the form that the suffix asks for, if there is one
 * @param coding how the end of the name says that it is compressed, if it does
 */
record DumpName(String slug, Optional<Variant> form, Optional<Coding> coding) {
    /** The name of all graphs together. */
    static final String ALL = "all";

    /** The forms of a dataset: every RDF syntax, and the table that it is made from. */
    static final List<Variant> FORMS =
            Stream.concat(Variant.RDF.stream(), Stream.of(Variant.CSV)).toList();

    private static final Pattern NAME = Pattern.compile("([^.]+)(?:\\.([a-z]+)(\\.gz|\\.zst)?)?");

    /** {@return what the name asks for, if it is well formed and its suffix known} */
    static Optional<DumpName> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String suffix = matcher.group(2);
        if (suffix == null) {
            return Optional.of(new DumpName(matcher.group(1), Optional.empty(), Optional.empty()));
        }
        return FORMS.stream()
                .filter(form -> form.suffix().equals(suffix))
                .findFirst()
                .map(form -> new DumpName(matcher.group(1), Optional.of(form), coding(matcher.group(3))));
    }

    private static Optional<Coding> coding(@Nullable String suffix) {
        return Arrays.stream(Coding.values())
                .filter(coding -> coding.suffix().equals(suffix))
                .findFirst();
    }

    /** {@return whether the name asks for something compressed} */
    boolean isCompressed() {
        return coding.isPresent();
    }

    /** {@return the end of the address that says how it is compressed, or {@code ""}} */
    String compression() {
        return coding.map(Coding::suffix).orElse("");
    }
}
