package fr.pleiade.web.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives again what was answered before, without asking anybody: a release does not change, so neither does what is said of it.
 *
 * <p>An answer is kept if its entity tag begins with the id of the release being served and it varies with nothing but what it is kept
 * under: the address, {@code Accept}, {@code Accept-Encoding} and {@code If-None-Match}, each as it was sent. All is forgotten when
 * another release is served. Of a file, only its place is kept. Memory: {@value #LARGEST_SUM} bytes of bodies, the least recently used thrown away first. Thread-safe.
 */
public final class KeptAnswers implements Filter {
    private static final int LARGEST_SUM = 32 << 20;
    private static final int LARGEST_ONE = 1 << 18;

    /** What one answer takes beside its body, roughly. */
    private static final int OVERHEAD = 2048;

    private static final Set<String> VARIES = Set.of("Accept", "Accept-Encoding", "Accept-Profile");

    /** Fields that change the answer in other ways than those that it is kept under. */
    private static final List<String> OTHERS = List.of(
            "Range", "If-Modified-Since", "If-Match", "If-Unmodified-Since", "Accept-Datetime", "Accept-Profile");

    private final Supplier<Optional<String>> release;
    private final Map<Key, KeptAnswer> answers = new LinkedHashMap<>(64, 0.75f, true);
    private String generation = "";
    private long sum;

    /** @param release gives the id of the release that is being served, if there is one */
    public KeptAnswers(Supplier<Optional<String>> release) {
        this.release = release;
    }

    private record Key(String address, String accept, String encoding, String held) {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> id = release.get();
        if (id.isEmpty()
                || !(request instanceof HttpServletRequest asked)
                || !(response instanceof HttpServletResponse answer)
                || !isSimple(asked)) {
            chain.doFilter(request, response);
            return;
        }
        Key key = new Key(
                asked.getRequestURI(),
                field(asked, "Accept"),
                field(asked, "Accept-Encoding"),
                field(asked, "If-None-Match"));
        KeptAnswer known = find(id.get(), key);
        if (known != null) {
            known.send(asked, answer);
            return;
        }
        CopiedResponse copied = new CopiedResponse(answer, LARGEST_ONE);
        chain.doFilter(request, copied);
        copied.answer(FilePart.sentFor(asked))
                .filter(made -> isKeepable(made, id.get()))
                .ifPresent(made -> keep(id.get(), key, made));
    }

    private static boolean isSimple(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getQueryString() != null) {
            return false;
        }
        for (String field : OTHERS) {
            if (request.getHeader(field) != null) {
                return false;
            }
        }
        return true;
    }

    /** {@return all lines of a field as they were sent, one after the other} */
    private static String field(HttpServletRequest request, String name) {
        var lines = request.getHeaders(name);
        if (!lines.hasMoreElements()) {
            return "";
        }
        String first = lines.nextElement();
        if (!lines.hasMoreElements()) {
            return first;
        }
        StringBuilder all = new StringBuilder(first);
        while (lines.hasMoreElements()) {
            all.append('\n').append(lines.nextElement());
        }
        return all.toString();
    }

    private static boolean isKeepable(KeptAnswer answer, String id) {
        return (answer.status() == HttpServletResponse.SC_OK || answer.status() == HttpServletResponse.SC_NOT_MODIFIED)
                && answer.value("ETag").startsWith("\"" + id + ".")
                && answer.value("Cache-Control").startsWith("public")
                && variesOnlyWithItsKey(answer)
                && answer.value("Set-Cookie").isEmpty();
    }

    private static boolean variesOnlyWithItsKey(KeptAnswer answer) {
        String vary = answer.value("Vary");
        return vary.isEmpty() || VARIES.containsAll(List.of(vary.split(", ")));
    }

    private synchronized @Nullable KeptAnswer find(String id, Key key) {
        return generation.equals(id) ? answers.get(key) : null;
    }

    private synchronized void keep(String id, Key key, KeptAnswer answer) {
        if (!generation.equals(id)) {
            answers.clear();
            sum = 0;
            generation = id;
        }
        KeptAnswer previous = answers.put(key, answer);
        sum += size(answer) - (previous == null ? 0 : size(previous));
        var oldest = answers.values().iterator();
        while (sum > LARGEST_SUM && oldest.hasNext()) {
            sum -= size(oldest.next());
            oldest.remove();
        }
    }

    private static long size(KeptAnswer answer) {
        return answer.body().length + OVERHEAD;
    }
}
