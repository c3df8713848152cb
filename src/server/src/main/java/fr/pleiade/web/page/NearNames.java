package fr.pleiade.web.page;

import fr.pleiade.linking.names.MatchQuery;
import fr.pleiade.linking.names.NamedThing;
import fr.pleiade.linking.names.Names;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.served.Served;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The things that may be meant by an address at which there is nothing. */
final class NearNames {
    private static final int MOST = 5;
    private static final int LONGEST = 100;

    private final Served content;

    NearNames(Served content) {
        this.content = content;
    }

    /** {@return what somebody may look for who asks for a path: its last part in words} */
    static String words(String path) {
        String last = path.replaceFirst("/+$", "").replaceFirst("^.*/", "");
        String text = RequestPath.decode(last)
                .orElse("")
                .replaceFirst("\\.(html|ttl|jsonld|json|rdf|nt|csv)$", "")
                .replaceAll("[\\p{Punct}\\p{Cntrl}\\s]+", " ")
                .strip();
        return text.length() > LONGEST ? "" : text;
    }

    /** {@return the things whose key differs in capitals only, then those whose names are like the words} */
    List<Shown> of(String path, Locale locale) {
        String base = content.release().base();
        Set<String> near = new LinkedHashSet<>(keys(path));
        String words = words(path);
        if (!words.isEmpty() && content.names().isPresent()) {
            Names names = content.names().get();
            Stream.concat(
                            names.suggest(words, List.of(), MOST).stream().map(hit -> hit.thing()),
                            names.match(MatchQuery.of(words, MOST)).stream().map(candidate -> candidate.thing()))
                    .map(NamedThing::iri)
                    .filter(iri -> iri.startsWith(base))
                    .forEach(near::add);
        }
        return near.stream()
                .limit(MOST)
                .map(iri -> Shown.iri(iri, content.lexicon(), base, locale))
                .toList();
    }

    private List<String> keys(String path) {
        String key = RequestPath.decode(path.replaceFirst("^(id|doc)/", "").replaceFirst("\\.[a-z]+$", ""))
                .orElse("");
        int slash = key.lastIndexOf('/');
        return slash < 0
                ? List.of()
                : Stream.of(
                                key.substring(slash).toLowerCase(Locale.ROOT),
                                key.substring(slash).toUpperCase(Locale.ROOT))
                        .map(end -> content.release().base() + "id/"
                                + key.substring(0, slash).toLowerCase(Locale.ROOT) + end)
                        .filter(iri -> iri.length() < 1_000 && content.release().knows(iri))
                        .toList();
    }
}
