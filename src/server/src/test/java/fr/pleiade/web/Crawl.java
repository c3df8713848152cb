package fr.pleiade.web;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/**
 * A whole site, from the home page on, along every address that a page has: in links, pictures, style sheets, forms and alternates.
 *
 * <p>Addresses are of one kind if they begin alike, end in the same suffix and have as many parameters, and of each kind the first
 * {@value #OF_A_KIND} are visited: there are thousands of communes, and one page lays them all out. The pages of a list are visited as
 * well. How many of each kind were is printed.
 */
final class Crawl {
    private static final int OF_A_KIND = 2;
    private static final Pattern ADDRESS =
            Pattern.compile("<(a|link|img|script|form)\\b[^>]*?\\s(?:href|src|action)=\"([^\"]*)\"[^>]*>");
    private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"([^\"]*)\"[^>]*>(.*?)</a>", Pattern.DOTALL);
    /** Takes long to make; {@code DumpTest} and {@code PinnedTest} ask for these. */
    private static final Pattern DOWNLOAD = Pattern.compile("^(release/[^/]+/)?(dump/|catalog[.])");

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern UNREAD = Pattern.compile("<(script|style|pre|code|title)\\b.*?</\\1>", Pattern.DOTALL);
    private static final Pattern RAW =
            Pattern.compile("true|false|[a-z]+:[A-Za-z]+|(?=\\d*[a-f])[0-9a-f]{12}"); // twelve digits are a code

    /** {@code doc/}, {@code town/}, {@code .ttl}: all towns are of one kind, and all data of one form. */
    private static final Pattern PLACE = Pattern.compile(
            "(?<release>release/[^/]+/)?(?<face>[^/]+/|)(?<type>[^/]+/|).*?(?<suffix>[.][a-z][a-z.]*)?");

    private final String base;
    private final Server server;
    private final Predicate<String> isPassedOver;
    private final Map<String, Visit> visits = new TreeMap<>();
    private final List<Link> fragments = new ArrayList<>();

    private Crawl(String base, Server server, Predicate<String> isPassedOver) {
        this.base = base;
        this.server = server;
        this.isPassedOver = isPassedOver.or(DOWNLOAD.asPredicate());
    }

    /** What answers for a path, which begins with no slash. */
    interface Server {
        HttpResponse<String> get(String path, String... headers);
    }

    /**
     * What was found at an address.
     *
     * @param from the page that led there
     * @param body of a page; of anything else ""
     */
    record Visit(String path, String from, int status, String body) {
        String origin() {
            return from + " → " + path;
        }

        boolean isPage() {
            return !body.isEmpty();
        }
    }

    private record Link(String path, String fragment, String from) {}

    /**
     * {@return a server, visited}
     *
     * @param base of its canonical addresses
     * @param pages besides the home page
     * @param isPassedOver paths that take too long to answer
     */
    static Crawl of(String base, Server server, Collection<String> pages, Predicate<String> isPassedOver) {
        Crawl crawl = new Crawl(base, server, isPassedOver);
        crawl.visit(pages);
        return crawl;
    }

    private void visit(Collection<String> pages) {
        long start = System.nanoTime();
        Map<String, Integer> kinds = new HashMap<>();
        Map<String, Set<String>> seen = new TreeMap<>();
        Deque<Link> ahead = new ArrayDeque<>();
        ahead.add(new Link("", "", "the start"));
        pages.forEach(page -> ahead.add(new Link(page, "", "the list of pages")));
        Set<String> known = new HashSet<>();
        while (!ahead.isEmpty()) {
            Link link = ahead.poll();
            if (!known.add(link.path())) {
                continue;
            }
            String kind = kind(link.path());
            boolean isChosen = link.from().startsWith("the ");
            seen.computeIfAbsent(kind, any -> new HashSet<>()).add(link.path());
            if (!isChosen && kinds.merge(kind, 1, Integer::sum) > OF_A_KIND) {
                continue;
            }
            Visit visit = visit(link);
            visits.put(link.path(), visit);
            links(visit).forEach(found -> {
                if (!found.fragment().isEmpty()) {
                    fragments.add(found);
                }
                ahead.add(found);
            });
        }
        seen.forEach((kind, all) -> System.out.printf(
                "%5d of %5d %s%n", all.stream().filter(visits::containsKey).count(), all.size(), kind));
        System.out.printf(
                "%d addresses visited, %d pages, %d kinds, %d fragments, in %d s%n",
                visits.size(),
                visits.values().stream().filter(Visit::isPage).count(),
                seen.size(),
                fragments.size(),
                (System.nanoTime() - start) / 1_000_000_000);
    }

    /** {@return the beginning of the path, its suffix, and how many parameters there are, or that one of them is the language} */
    private static String kind(String path) {
        String[] parts = path.split("\\?", 2);
        Matcher place = PLACE.matcher(parts[0]);
        if (!place.matches()) {
            throw new AssertionError("no path: " + path);
        }
        String suffix = Optional.ofNullable(place.group("suffix")).orElse("");
        boolean isData = !suffix.isEmpty() && !suffix.equals(".html");
        String start = Optional.ofNullable(place.group("release"))
                        .map(id -> "release/*/")
                        .orElse("")
                + (isData ? place.group("face") + "*" : place.group("face") + place.group("type") + "*")
                + suffix;
        if (parts.length == 1) {
            return start;
        }
        return start + "?" + (parts[1].contains("lang=") ? "lang" : parts[1].split("&").length);
    }

    private Visit visit(Link link) {
        String path = link.path();
        HttpResponse<String> answer = answer(path);
        for (int i = 0; i < 3 && answer.statusCode() / 100 == 3; i++) {
            String location = answer.headers().firstValue("Location").orElseThrow();
            if (!location.startsWith("/") && !location.startsWith(base)) {
                return new Visit(path, link.from(), 200, ""); // elsewhere
            }
            path = location.substring(location.startsWith("/") ? 1 : base.length());
            answer = answer(path.replaceFirst("#.*", ""));
        }
        boolean isPage = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
        return new Visit(link.path(), link.from(), answer.statusCode(), isPage ? answer.body() : "");
    }

    private HttpResponse<String> answer(String path) {
        return server.get(path, "Accept", "text/html,*/*;q=0.1");
    }

    /** {@return where the page leads on this site} */
    private List<Link> links(Visit visit) {
        List<Link> links = new ArrayList<>();
        Matcher addresses = ADDRESS.matcher(visit.body());
        while (addresses.find()) {
            String address = HtmlUtils.htmlUnescape(addresses.group(2));
            boolean isPost = addresses.group().contains("method=\"post\"");
            local(address, visit.path())
                    .filter(path -> !isPost && !isPassedOver.test(path))
                    .map(path -> path.split("#", 2))
                    .ifPresent(parts -> links.add(new Link(parts[0], parts.length == 1 ? "" : parts[1], visit.path())));
        }
        return links;
    }

    private Optional<String> local(String address, String page) {
        if (address.startsWith("#")) {
            return Optional.of(page + address);
        }
        if (address.startsWith("//")) {
            return Optional.empty();
        }
        return address.startsWith("/")
                ? Optional.of(address.substring(1))
                : Optional.of(address).filter(a -> a.startsWith(base)).map(a -> a.substring(base.length()));
    }

    /** {@return what was found, by the path} */
    Collection<Visit> visits() {
        return visits.values();
    }

    /** {@return addresses on pages that lead to no answer; errors are pages too, so those of the list may be any} */
    Stream<String> dead() {
        return visits().stream()
                .filter(visit -> visit.status() != 200)
                .filter(visit -> !visit.from().equals("the list of pages"))
                .map(visit -> visit.origin() + ": " + visit.status());
    }

    /** {@return addresses of a place on a page that has no such place} */
    Stream<String> lostFragments() {
        return fragments.stream()
                .filter(link -> Optional.ofNullable(visits.get(link.path()))
                        .filter(Visit::isPage)
                        .filter(visit -> !visit.body().contains("id=\"" + HtmlUtils.htmlEscape(link.fragment()) + "\""))
                        .isPresent())
                .map(link -> link.from() + " → " + link.path() + "#" + link.fragment())
                .distinct();
    }

    /** {@return what pages show as the data have it: {@code true}, {@code schema:name}, keys for names} */
    Stream<String> rawValues() {
        return visits().stream()
                .filter(visit -> !visit.path().startsWith("sparql?")) // an answer to a query is shown as it is
                .flatMap(visit -> raw(visit.body()).map(text -> visit.origin() + ": " + text));
    }

    private static Stream<String> raw(String html) {
        String shown = UNREAD.matcher(withoutData(html)).replaceAll(" ");
        Stream<String> texts = Stream.of(TAG.split(shown))
                .map(text -> HtmlUtils.htmlUnescape(text).strip())
                .filter(text -> RAW.matcher(text).matches());
        Stream<String> keys = LINK.matcher(shown)
                .results()
                .filter(link -> link.group(1).startsWith("/id/"))
                .filter(link -> link.group(1)
                        .endsWith("/"
                                + HtmlUtils.htmlUnescape(
                                                TAG.matcher(link.group(2)).replaceAll(""))
                                        .strip()))
                .map(link -> "a link called by its key, " + link.group(1));
        return Stream.concat(texts, keys);
    }

    /** The block of all data is for developers, who want them as they are. */
    private static String withoutData(String html) {
        int start = html.indexOf("<details class=\"data\"");
        if (start < 0) {
            return html;
        }
        int depth = 0;
        Matcher details = Pattern.compile("<(/?)details\\b").matcher(html);
        for (boolean found = details.find(start); found; found = details.find()) {
            depth += details.group(1).isEmpty() ? 1 : -1;
            if (depth == 0) {
                return html.substring(0, start) + html.substring(details.end());
            }
        }
        throw new AssertionError("a details element without an end, at " + start);
    }
}
