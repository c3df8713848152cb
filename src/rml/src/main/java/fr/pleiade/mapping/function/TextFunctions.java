package fr.pleiade.mapping.function;

import static fr.pleiade.mapping.function.Signature.fn;

import fr.pleiade.mapping.bytes.Blanks;
import fr.pleiade.mapping.bytes.PercentEncoding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Functions from text to text: taking cells apart, putting them together, rewriting them. */
final class TextFunctions {
    private TextFunctions() {}

    static List<Function> all() {
        return List.of(
                fn("split").takes("value").or(";", "separator").does(a -> Outcome.of(split(a.text(0), a.text(1)))),
                fn("item").takes("value").takes("separator").takes("index").does(TextFunctions::item),
                fn("zip")
                        .takes("value")
                        .takes("other")
                        .or(";", "separator")
                        .or(" ", "joiner")
                        .does(TextFunctions::zip),
                fn("concat")
                        .takes("value")
                        .takes("other")
                        .or("", "joiner")
                        .does(a -> Outcome.of(a.text(0) + a.text(2) + a.text(1))),
                fn("trim").takes("value").does(a -> Outcome.of(Blanks.trim(a.text(0)))),
                fn("upperCase").takes("value").does(a -> Outcome.of(a.text(0).toUpperCase(Locale.ROOT))),
                fn("lowerCase").takes("value").does(a -> Outcome.of(a.text(0).toLowerCase(Locale.ROOT))),
                fn("slug").takes("value").does(a -> Slug.of(a.text(0))),
                fn("iriEncode").takes("value").does(a -> Outcome.of(PercentEncoding.encode(a.text(0), false))),
                fn("urlEncode").takes("value").does(a -> Outcome.of(urlEncode(a.text(0)))),
                fn("replace")
                        .takes("value")
                        .takes("pattern")
                        .or("", "replacement")
                        .does(TextFunctions::replace),
                fn("match").takes("value").takes("pattern").does(TextFunctions::match),
                fn("normalise")
                        .takes("value")
                        .takes("pattern")
                        .or("$0", "replacement")
                        .does(TextFunctions::normalise));
    }

    /** {@return the items between separators, each of whose characters separates; trimmed, the empty ones dropped} */
    static List<String> split(String value, String separators) {
        return items(value, separators).stream()
                .map(Blanks::trim)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static List<String> items(String value, String separators) {
        List<String> items = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < value.length(); i++) {
            if (separators.indexOf(value.charAt(i)) >= 0) {
                items.add(value.substring(start, i));
                start = i + 1;
            }
        }
        items.add(value.substring(start));
        return items;
    }

    private static Outcome item(Arguments arguments) {
        List<String> items = items(arguments.text(0), arguments.text(1));
        if (!arguments.text(2).matches("[0-9]{1,9}")) {
            return Outcome.invalid(
                    "the index '%s' is not a number from 0",
                    "l'indice « %s » n'est pas un nombre à partir de 0", arguments.text(2));
        }
        int index = Integer.parseInt(arguments.text(2));
        String item = index < items.size() ? Blanks.trim(items.get(index)) : "";
        return item.isEmpty() ? Outcome.NOTHING : Outcome.of(item);
    }

    private static Outcome zip(Arguments arguments) {
        List<String> left = split(arguments.text(0), arguments.text(2));
        List<String> right = split(arguments.text(1), arguments.text(2));
        if (left.size() != right.size()) {
            return Outcome.invalid(
                    "%d items beside %d: parallel lists must have the same length",
                    "%d éléments en face de %d : deux listes parallèles doivent avoir la même longueur",
                    left.size(),
                    right.size());
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            pairs.add(left.get(i) + arguments.text(3) + right.get(i));
        }
        return Outcome.of(pairs);
    }

    private static String urlEncode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static Outcome replace(Arguments arguments) {
        return Patterns.match(
                arguments.text(1), arguments.text(0), matcher -> Outcome.of(matcher.replaceAll(arguments.text(2))));
    }

    private static Outcome match(Arguments arguments) {
        return Patterns.match(
                arguments.text(1),
                arguments.text(0),
                matcher -> matcher.matches() ? Outcome.of(arguments.text(0)) : Outcome.NOTHING);
    }

    private static Outcome normalise(Arguments arguments) {
        return Patterns.match(
                arguments.text(1),
                arguments.text(0),
                matcher -> matcher.matches()
                        ? Outcome.of(matcher.replaceFirst(arguments.text(2)))
                        : Outcome.invalid(
                                "'%s' is not of the form %s",
                                "« %s » n'est pas de la forme %s", arguments.text(0), matcher.pattern()));
    }
}
