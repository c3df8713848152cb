package fr.pleiade.web.edge;

import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.http.Negotiation;
import fr.pleiade.web.http.Problem;
import fr.pleiade.web.http.Variant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** Explains what Tomcat refuses before any filter sees it, such as an address that is no address; says nothing of our insides. */
final class ProblemValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);
    private static final int ERROR = 400;
    private static final int URI_TOO_LONG = 414;
    private static final int HEADERS_TOO_LARGE = 431;

    /** What Tomcat says where a head is longer than it may be, which it answers with 400. */
    private static final String TOO_LARGE =
            StringManager.getManager("org.apache.coyote.http11").getString("iib.requestheadertoolarge.error");

    private final MessageSource messages;
    private final String base;
    private final JsonMapper json = JsonMapper.builder().build();

    /** @param base the address under which everything is published, ending in a slash */
    ProblemValve(MessageSource messages, String base) {
        this.messages = messages;
        this.base = base;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        boolean isHeadTooLarge = cause != null && TOO_LARGE.equals(cause.getMessage());
        if (isHeadTooLarge) {
            response.setStatus(isAddressTooLong(request) ? URI_TOO_LONG : HEADERS_TOO_LARGE);
        }
        int status = response.getStatus();
        if (status < ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        boolean isPage = Negotiation.accept(Collections.list(request.getHeaders("Accept")))
                .prefersHtml(List.of(Problem.JSON, Variant.HTML));
        List<Language> languages =
                languages(request, isHeadTooLarge, isPage ? Language.OF_READERS : Language.OF_PROGRAMS);
        Problem problem = Problem.ofStatus(status, base, messages, languages);
        EdgeFilter.addHeaders(response);
        response.setContentType(isPage ? Variant.HTML.contentType() : Problem.MEDIA_TYPE);
        response.setHeader(
                "Content-Language", languages.stream().map(Language::tag).collect(Collectors.joining(", ")));
        response.setHeader("Cache-Control", Entity.Caching.NONE.directives());
        try {
            byte[] body = isPage
                    ? page(problem, languages).getBytes(StandardCharsets.UTF_8)
                    : json.writeValueAsBytes(problem.members());
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } catch (IOException e) {
            LOG.debug("the client left before it was told {}", status);
        }
    }

    /** {@return the reader's language; all that we speak where the head was not read, or not as far as where it says which} */
    private static List<Language> languages(Request request, boolean isHeadTooLarge, Language otherwise) {
        List<String> accepted = Collections.list(request.getHeaders("Accept-Language"));
        boolean isHeadUnread = isHeadTooLarge || request.getHeader("Host") == null;
        return accepted.isEmpty() && isHeadUnread
                ? List.of(Language.values())
                : List.of(Language.accepted(accepted, otherwise));
    }

    /** Of our own sentences only, which have nothing to escape: the templates are behind what has failed. */
    private static String page(Problem problem, List<Language> languages) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body>
                <p class="kicker">%s %d</p>
                <h1>%s</h1>
                <p>%s</p>
                </body>
                </html>
                """.formatted(
                        languages.get(0).tag(),
                        HtmlUtils.htmlEscape(problem.title(), "UTF-8"),
                        languages.get(0) == Language.FR ? "Erreur" : "Error",
                        problem.status(),
                        HtmlUtils.htmlEscape(problem.title(), "UTF-8"),
                        HtmlUtils.htmlEscape(problem.detail(), "UTF-8"));
    }

    /** Tomcat did not come to the end of the address, or it has most of what a head may have. */
    private static boolean isAddressTooLong(Request request) {
        String path = request.getCoyoteRequest().requestURI().toString();
        String query = request.getCoyoteRequest().queryString().toString();
        int length = (path == null ? 0 : path.length()) + (query == null ? 0 : query.length());
        return path == null || length > TomcatEdge.LONGEST_HEADER_BYTES / 2;
    }
}
