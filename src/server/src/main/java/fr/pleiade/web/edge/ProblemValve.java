package fr.pleiade.web.edge;

import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.http.Problem;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
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
    private final JsonMapper json = JsonMapper.builder().build();

    ProblemValve(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        if (cause != null && TOO_LARGE.equals(cause.getMessage())) {
            response.setStatus(isAddressTooLong(request) ? URI_TOO_LONG : HEADERS_TOO_LARGE);
        }
        int status = response.getStatus();
        if (status < ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Language language = Language.accepted(Collections.list(request.getHeaders("Accept-Language")));
        Problem problem = Problem.ofStatus(status, messages, language.locale());
        EdgeFilter.addHeaders(response);
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Content-Language", language.tag().toLowerCase(Locale.ROOT));
        response.setHeader("Cache-Control", Entity.Caching.NONE.directives());
        try {
            response.getOutputStream().write(json.writeValueAsBytes(problem.members()));
        } catch (IOException e) {
            LOG.debug("the client left before it was told {}", status);
        }
    }

    /** Tomcat did not come to the end of the address, or it has most of what a head may have. */
    private static boolean isAddressTooLong(Request request) {
        String path = request.getCoyoteRequest().requestURI().toString();
        String query = request.getCoyoteRequest().queryString().toString();
        int length = (path == null ? 0 : path.length()) + (query == null ? 0 : query.length());
        return path == null || length > TomcatEdge.LONGEST_HEADER_BYTES / 2;
    }
}
