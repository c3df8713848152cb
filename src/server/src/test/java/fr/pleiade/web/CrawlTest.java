package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/** The whole sample and the pages of {@link PortalTest#PAGES}, visited by a {@link Crawl}. */
class CrawlTest implements VisitedSite {
    private static final Pattern LANGUAGES =
            Pattern.compile("<link rel=\"alternate\" hreflang=\"[^\"]*\" href=\"([^\"]*)\"");
    private static Crawl crawl;

    @BeforeAll
    static void visit() {
        crawl = Crawl.of(BASE, sample()::get, PortalTest.PAGES, path -> false);
    }

    @Override
    public Crawl crawl() {
        return crawl;
    }

    @Test
    void searchEnginesMayVisitEachLanguageOfAPageThatTheyMayVisit() {
        List<Rule> rules = sample().get("robots.txt")
                .body()
                .lines()
                .filter(line -> line.matches("(Allow|Disallow): .+"))
                .map(Rule::of)
                .toList();
        assertThat(crawl.visits().stream()
                        .flatMap(visit -> LANGUAGES
                                .matcher(visit.body())
                                .results()
                                .map(address -> HtmlUtils.htmlUnescape(address.group(1)))
                                .filter(address -> mayVisit("/" + visit.path().replaceFirst("[?&]lang=.*", ""), rules))
                                .filter(address -> !mayVisit("/" + ServedSample.path(address), rules))
                                .map(address -> visit.origin() + ": " + address)))
                .isEmpty();
    }

    /**
     * A line of robots.txt.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9309#section-2.2.2">RFC 9309, section 2.2.2</a>
     */
    private record Rule(boolean allows, int length, Pattern pattern) {
        static Rule of(String line) {
            String[] parts = line.split(": ", 2);
            String pattern = Stream.of(parts[1].replaceFirst("\\$$", "").split("\\*", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*"));
            return new Rule(
                    parts[0].equals("Allow"),
                    parts[1].length(),
                    Pattern.compile(pattern + (parts[1].endsWith("$") ? "" : ".*")));
        }
    }

    /** The longest rule that fits wins. */
    private static boolean mayVisit(String path, List<Rule> rules) {
        return rules.stream()
                .filter(rule -> rule.pattern().matcher(path).matches())
                .max((one, other) -> one.length() == other.length()
                        ? Boolean.compare(one.allows(), other.allows())
                        : Integer.compare(one.length(), other.length()))
                .map(Rule::allows)
                .orElse(true);
    }
}
