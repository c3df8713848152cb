package fr.pleiade.web.discovery;

import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.ReleaseException;
import fr.pleiade.release.diff.ChangeSentence;
import fr.pleiade.release.diff.Diff;
import fr.pleiade.release.diff.EntityChange;
import fr.pleiade.release.diff.KeptChanges;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/**
 * {@code /feed.atom}: the releases that are kept, the newest first, for who wants to know when to fetch.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287, The Atom Syndication Format</a>
 */
@Controller
class FeedController {
    /** How many things of each dataset the newest entry tells of. */
    private static final int SENTENCES = 10;

    private final CurrentRelease current;
    private final ServedReleases served;
    private final PerRelease<List<Release>> earlier;

    FeedController(CurrentRelease current, ServedReleases served, PerRelease<List<Release>> earlierReleases) {
        this.current = current;
        this.served = served;
        this.earlier = earlierReleases;
    }

    @GetMapping("/feed.atom")
    void feed(Exchange exchange) throws IOException {
        Release newest = current.now();
        List<Release> releases = new ArrayList<>(List.of(newest));
        releases.addAll(earlier.of(newest));
        Entity entity = Entity.of("application/atom+xml", newest.id() + ".atom", newest.created());
        exchange.send(
                entity, out -> out.write(document(releases, exchange.base()).getBytes(StandardCharsets.UTF_8)));
    }

    private String document(List<Release> releases, String base) {
        String title =
                escaped(served.of(releases.get(0)).site().catalog().title().in(Locale.FRENCH));
        StringBuilder feed = new StringBuilder(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
                  <id>%1$sfeed.atom</id>
                  <title>%2$s</title>
                  <updated>%3$s</updated>
                  <author><name>%2$s</name></author>
                  <link rel="self" type="application/atom+xml" href="%1$sfeed.atom"/>
                  <link rel="alternate" type="text/html" href="%1$scatalog"/>
                """.formatted(escaped(base), title, releases.get(0).created()));
        for (int i = 0; i < releases.size(); i++) {
            List<String> sentences =
                    i == 0 ? sentences(releases.get(0), releases.subList(1, releases.size())) : List.of();
            feed.append(entry(releases.get(i), escaped(base), sentences));
        }
        return feed.append("</feed>\n").toString();
    }

    /** {@return what became of things in the newest release, as {@code /changes} says it; the first of each dataset} */
    private static List<String> sentences(Release newest, List<Release> before) {
        try {
            Optional<KeptChanges> kept = KeptChanges.of(newest);
            Optional<Release> compared = kept.flatMap(changes -> before.stream()
                    .filter(each -> each.id().equals(changes.before()))
                    .findFirst());
            if (compared.isEmpty()) {
                return List.of();
            }
            ChangeSentence sentence = new ChangeSentence(Diff.between(compared.get(), newest), Locale.FRENCH);
            return kept.get().counts().keySet().stream()
                    .filter(slug -> !PublishedGraph.NOT_DATASETS.contains(slug))
                    .flatMap(slug -> kept.get().page(slug, 1).stream().limit(SENTENCES))
                    .map(sentence::of)
                    .toList();
        } catch (ReleaseException damaged) {
            return List.of(); // the feed of the others need not suffer
        }
    }

    private static String entry(Release release, String base, List<String> sentences) {
        long triples =
                release.graphs().stream().mapToLong(PublishedGraph::triples).sum();
        return """
                  <entry>
                    <id>%1$srelease/%2$s</id>
                    <title>Version %2$s</title>
                    <updated>%3$s</updated>
                    <link rel="alternate" type="application/n-quads" href="%1$srelease/%2$s/dump/all.nq"/>
                    <summary>%4$d triplets, %5$d graphes%6$s</summary>%7$s
                  </entry>
                """.formatted(
                        base,
                        release.id(),
                        release.created(),
                        triples,
                        release.graphs().size(),
                        changes(release),
                        content(sentences, base));
    }

    private static String content(List<String> sentences, String base) {
        return sentences.isEmpty()
                ? ""
                : "\n    <link rel=\"related\" type=\"text/html\" href=\"" + base
                        + "changes\"/>\n    <content type=\"html\">"
                        + escaped(sentences.stream()
                                .map(sentence -> "<li>" + escaped(sentence) + "</li>")
                                .collect(Collectors.joining("", "<ul>", "</ul>")))
                        + "</content>";
    }

    /** {@return what it has changed in its datasets, if it was compared when it was made} */
    private static String changes(Release release) {
        Optional<KeptChanges> kept;
        try {
            kept = KeptChanges.of(release);
        } catch (ReleaseException damaged) {
            return ""; // an earlier release's: the feed of the others need not suffer
        }
        return kept.map(changes -> " ; depuis la version %s : créations %d, suppressions %d, modifications %d"
                        .formatted(
                                changes.before(),
                                changes.inDatasets(EntityChange.Kind.ADDED),
                                changes.inDatasets(EntityChange.Kind.REMOVED),
                                changes.inDatasets(EntityChange.Kind.CHANGED)))
                .orElse("");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscapeDecimal(text);
    }
}
