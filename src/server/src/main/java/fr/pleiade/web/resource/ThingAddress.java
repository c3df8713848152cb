package fr.pleiade.web.resource;

import fr.pleiade.release.Release;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.http.Variant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a path below {@code id/} or {@code doc/} names: a thing, and perhaps a form by a suffix.
 *
 * <p>A key may contain dots and any escaped character, so the path that names a thing exactly wins over the one without its suffix.
 * Other spellings of the same thing (escapes that need not be, a slash at the end, capitals in the type) are found too, as not
 * canonical.
 *
 * @param name the thing's IRI without {@code <base>id/}
 * @param form the form that the suffix asks for, if there is one
 * @param isCanonical whether the path was spelled as the IRI is
 */
record ThingAddress(String name, Optional<Variant> form, boolean isCanonical) {
    /** {@return the thing that the path below {@code id/} or {@code doc/} names, if the release knows it} */
    static Optional<ThingAddress> find(String rawPath, List<Variant> forms, Release release) {
        return find(rawPath, forms, name -> release.knows(release.base() + "id/" + name));
    }

    /** @param knows whether there is a thing of a name */
    static Optional<ThingAddress> find(String rawPath, List<Variant> forms, Predicate<String> knows) {
        Optional<ThingAddress> whole = named(rawPath, Optional.empty(), knows);
        if (whole.isPresent()) {
            return whole;
        }
        return forms.stream()
                .filter(form -> rawPath.endsWith("." + form.suffix()))
                .flatMap(form -> {
                    String stem = rawPath.substring(
                            0, rawPath.length() - form.suffix().length() - 1);
                    return named(stem, Optional.of(form), knows).stream();
                })
                .findFirst();
    }

    private static Optional<ThingAddress> named(String rawPath, Optional<Variant> form, Predicate<String> knows) {
        String asWritten = RequestPath.toIri(rawPath);
        if (knows.test(asWritten)) {
            return Optional.of(new ThingAddress(asWritten, form, true));
        }
        return canonical(rawPath)
                .filter(name -> !name.equals(asWritten) && knows.test(name))
                .map(name -> new ThingAddress(name, form, false));
    }

    /** The way a mapping writes it: a type in lower case, and each part of the key escaped where it must be and only there. */
    private static Optional<String> canonical(String rawPath) {
        List<Optional<String>> segments = Arrays.stream(
                        rawPath.replaceFirst("/+$", "").split("/"))
                .map(segment -> RequestPath.decode(segment).map(RequestPath::encode))
                .toList();
        if (segments.size() < 2 || segments.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        String type = segments.get(0).orElseThrow().toLowerCase(Locale.ROOT);
        String key = segments.stream().skip(1).map(Optional::orElseThrow).collect(Collectors.joining("/"));
        return Optional.of(type + "/" + key);
    }

    /** {@return the thing's IRI} */
    String thing(String base) {
        return base + "id/" + name;
    }

    /** {@return the document's path in an edition, without a suffix} */
    String document() {
        return "doc/" + name;
    }
}
