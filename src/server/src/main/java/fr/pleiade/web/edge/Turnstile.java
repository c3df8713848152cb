package fr.pleiade.web.edge;

import fr.pleiade.web.http.Crowd;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps one client from taking the threads of all: a bound on requests that are being answered, a smaller one on bodies that are being
 * received, and a deadline for a body as a whole, so that a byte every ten seconds holds nobody up.
 *
 * <p>Refuses with 429 who has too many here, with 503 where all places for bodies are taken, with 408 a body that came too slowly and with
 * 413 one that is longer than {@value #LONGEST_BODY} bytes. Behind this a body is in memory.
 */
@Component
@Order(Turnstile.ORDER)
final class Turnstile extends OncePerRequestFilter {
    /** Directly behind the edge, before answers that are kept: sending one to a slow reader takes a thread too. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 1;

    /** Half of Tomcat's threads. */
    static final int REQUESTS_OF_ONE = 100;

    static final int BODIES = 64;
    static final int BODIES_OF_ONE = 16;

    /** Bytes; a query is not longer. */
    static final int LONGEST_BODY = 1 << 20;

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final int BUFFER = 1 << 13;
    private static final String PLAIN = "identity";
    private static final String SECONDS_TO_WAIT = "5";

    private final Crowd requests;
    private final Crowd bodies;
    private final Duration patience;

    /** Waits as long for a body as Tomcat does for a head. */
    Turnstile() {
        this(
                new Crowd(Integer.MAX_VALUE, REQUESTS_OF_ONE),
                new Crowd(BODIES, BODIES_OF_ONE),
                TomcatEdge.PATIENCE_FOR_A_REQUEST);
    }

    /**
     * @param requests who is being answered
     * @param bodies whose bodies are being received
     * @param patience for a body as a whole
     */
    Turnstile(Crowd requests, Crowd bodies, Duration patience) {
        this.requests = requests;
        this.bodies = bodies;
        this.patience = patience;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Crowd.Place> place = requests.enter(request.getRemoteAddr());
        if (place.isEmpty()) {
            refuse(response, 429);
            return;
        }
        try (Crowd.Place here = place.get()) {
            if (WITH_BODY.contains(request.getMethod())) {
                receive(request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        }
    }

    private void receive(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!Optional.ofNullable(request.getHeader("Content-Encoding"))
                .orElse(PLAIN)
                .equalsIgnoreCase(PLAIN)) {
            response.setHeader("Accept-Encoding", PLAIN); // RFC 7694: what would have worked
            refuse(response, 415);
            return;
        }
        Optional<Crowd.Place> place = bodies.enter(request.getRemoteAddr());
        if (place.isEmpty()) {
            refuse(response, bodies.isFull() ? 503 : 429);
            return;
        }
        byte[] body;
        try (Crowd.Place here = place.get()) {
            body = body(request.getInputStream());
        } catch (IOException e) {
            request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION); // which Tomcat would call a failure of ours
            if (!response.isCommitted()) { // Tomcat has said itself that a piece came too late
                refuse(response, isTooSlow(e) ? 408 : 400);
            }
            return;
        }
        if (body.length > LONGEST_BODY) {
            refuse(response, 413);
            return;
        }
        chain.doFilter(new ReceivedRequest(request, body), response);
    }

    /** Tomcat wraps what went wrong while it read. */
    private static boolean isTooSlow(IOException failure) {
        return failure instanceof SocketTimeoutException || failure.getCause() instanceof SocketTimeoutException;
    }

    /** {@return the body, and no more than one byte over the bound} */
    private byte[] body(InputStream in) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        int read = 0;
        while (read >= 0 && body.size() <= LONGEST_BODY) {
            body.write(buffer, 0, read);
            if (System.nanoTime() > deadline) {
                throw new SocketTimeoutException("the body as a whole");
            }
            read = in.read(buffer, 0, Math.min(buffer.length, LONGEST_BODY + 1 - body.size()));
        }
        return body.toByteArray();
    }

    /** A connection on which a body is still to come is not used again. */
    private static void refuse(HttpServletResponse response, int status) throws IOException {
        response.setHeader("Connection", "close");
        if (status == 429 || status == 503) {
            response.setHeader("Retry-After", SECONDS_TO_WAIT);
        }
        response.sendError(status);
    }
}
