package fr.pleiade.web.edge;

import fr.pleiade.web.http.RequestPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What holds for every answer, errors included: anybody may read it from anywhere, no page runs a script that is not ours, and an
 * address that tries to leave its place is refused.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, the CORS protocol</a>
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class EdgeFilter extends OncePerRequestFilter {
    /** Scripts and styles are files of ours; nothing is embedded, nothing is loaded from elsewhere. */
    public static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        addHeaders(response);
        if (!RequestPath.isSafe(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (request.getMethod().equals("OPTIONS")) {
            answerOptions(request.getRequestURI(), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    static void addHeaders(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader(
                "Access-Control-Expose-Headers",
                "Link, ETag, Content-Location, Content-Language, Content-Profile, Memento-Datetime");
    }

    private static void answerOptions(String path, HttpServletResponse response) {
        response.setHeader(
                "Allow",
                path.equals("/sparql") || path.startsWith("/reconcile")
                        ? "GET, HEAD, POST, OPTIONS"
                        : "GET, HEAD, OPTIONS");
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
        response.setHeader(
                "Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type, Accept-Profile, If-None-Match");
        response.setHeader("Access-Control-Max-Age", "86400");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
