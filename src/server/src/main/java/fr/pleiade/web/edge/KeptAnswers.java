package fr.pleiade.web.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pleiade.web.http.FilePart;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.http.Preconditions;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives again what was answered before, without asking anybody: a release does not change, so neither does what is said of it.
 *
 * <p>An answer is kept if it is whole, its entity tag begins with the id of the release being served, and it depends on nothing but what
 * it is kept under: the address, {@code Accept} and {@code Accept-Encoding}, each as it was sent, and of a page its language. Whoever holds a kept answer already is
 * told so (304). Of a file, only its place is kept. All is forgotten when another release is served. Memory: {@link #CAPACITY} bytes of
 * answers and of what they are kept under; an answer with a longer address and fields than {@value #LONGEST_KEY} characters is not kept.
 * Thread-safe.
 */
public final class KeptAnswers implements Filter {
    /** How many bytes are kept. */
    static final long CAPACITY = 32L << 20;

    /** Bytes of the largest body that is kept. */
    private static final int LARGEST_ONE = 1 << 18;

    /** Characters of an address and two fields; a browser's have some 200. */
    private static final int LONGEST_KEY = 4096;

    /** Cookies tell nothing but the language. Data vary with these as their address does, which has a page too; they are the same in every language. */
    private static final Set<String> VARIES =
            Set.of("Accept", "Accept-Encoding", "Accept-Profile", "Accept-Language", "Cookie");

    /** Fields that change the answer in other ways than those that it is kept under. */
    private static final List<String> OTHERS = List.of(
            "Range", "If-Modified-Since", "If-Match", "If-Unmodified-Since", "Accept-Datetime", "Accept-Profile");

    private final Supplier<Optional<String>> release;
    private volatile Generation kept = Generation.of("");

    /** @param release gives the id of the release that is being served, if there is one */
    public KeptAnswers(Supplier<Optional<String>> release) {
        this.release = release;
    }

    /** @param language the language of a page; {@code ""} for what has none */
    private record Key(String address, String accept, String encoding, String language) {
        /** Of the entry, the key and its strings, at most. */
        private static final int OVERHEAD = 512;

        Key in(Language other) {
            return new Key(address, accept, encoding, other.tag());
        }

        int length() {
            return address.length() + accept.length() + encoding.length();
        }

        /** {@return bytes, at two for a character} */
        int size() {
            return OVERHEAD + 2 * length();
        }
    }

    /** What is kept of one release. */
    private record Generation(String release, Cache<Key, KeptAnswer> answers) {
        static Generation of(String release) {
            return new Generation(
                    release,
                    Caffeine.newBuilder()
                            .maximumWeight(CAPACITY)
                            .weigher((Key key, KeptAnswer answer) -> key.size() + answer.size())
                            .executor(Runnable::run) // in this thread, so that there is never more than the capacity
                            .build());
        }
    }

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
        Key key = new Key(asked.getRequestURI(), field(asked, "Accept"), field(asked, "Accept-Encoding"), "");
        if (key.length() > LONGEST_KEY) {
            chain.doFilter(request, response);
            return;
        }
        KeptAnswer known = find(id.get(), key);
        Key page = known == null ? key.in(Language.of(asked, Language.OF_READERS)) : key;
        if (known == null) {
            known = find(id.get(), page);
        }
        if (known == null) {
            CopiedResponse copied = new CopiedResponse(answer, LARGEST_ONE);
            chain.doFilter(request, copied);
            copied.answer(FilePart.sentFor(asked))
                    .filter(made -> isKeepable(made, id.get()))
                    .ifPresent(made -> keep(id.get(), isPage(made) ? page : key, made));
        } else if (Preconditions.of(asked).isNamed(known.value("ETag"))) {
            known.sendNotModified(answer);
        } else {
            known.send(asked, answer);
        }
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
        return answer.status() == HttpServletResponse.SC_OK
                && answer.value("ETag").startsWith("\"" + id + ".")
                && answer.value("Cache-Control").startsWith("public")
                && variesOnlyWithItsKey(answer)
                && answer.value("Set-Cookie").isEmpty();
    }

    private static boolean variesOnlyWithItsKey(KeptAnswer answer) {
        String vary = answer.value("Vary");
        return vary.isEmpty() || VARIES.containsAll(List.of(vary.split(", ")));
    }

    private static boolean isPage(KeptAnswer answer) {
        return !answer.value("Content-Language").isEmpty();
    }

    private @Nullable KeptAnswer find(String id, Key key) {
        Generation now = kept;
        return now.release().equals(id) ? now.answers().getIfPresent(key) : null;
    }

    /** Keeps an answer, unless another release has begun while it was made. */
    private synchronized void keep(String id, Key key, KeptAnswer answer) {
        if (!release.get().equals(Optional.of(id))) {
            return;
        }
        if (!kept.release().equals(id)) {
            kept = Generation.of(id);
        }
        kept.answers().put(key, answer);
    }

    /** {@return how many bytes are kept} */
    long size() {
        return kept.answers().policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
