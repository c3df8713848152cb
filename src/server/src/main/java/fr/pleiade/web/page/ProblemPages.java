package fr.pleiade.web.page;

import fr.pleiade.release.ReleaseException;
import fr.pleiade.syntax.SyntaxException;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.http.Problem;
import fr.pleiade.web.http.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place where what went wrong becomes an answer: problem+json for programs, a page for browsers, in the reader's language.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details for HTTP APIs</a>
 */
@Controller
@ControllerAdvice
class ProblemPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemPages.class);

    private final Pages pages;
    private final MessageSource messages;
    private final JsonMapper json;

    ProblemPages(Pages pages, MessageSource messages) {
        this.pages = pages;
        this.messages = messages;
        this.json = JsonMapper.builder().build();
    }

    @ExceptionHandler
    void refused(Refusal refusal, Exchange exchange, HttpServletResponse response) throws IOException {
        answer(refusal, exchange, response);
    }

    /** An address with a slash too many is another spelling of the one without; all of ours have none. */
    @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
    void nothingThere(Exception nothing, Exchange exchange, HttpServletResponse response) throws IOException {
        String path = exchange.path();
        String bare = path.replaceFirst("/+$", "");
        if (bare.length() < path.length()) {
            exchange.redirect(308, exchange.base() + bare + exchange.search());
        } else {
            answer(Refusal.notFound(exchange.address()), exchange, response);
        }
    }

    @ExceptionHandler
    void wrongMethod(HttpRequestMethodNotSupportedException wrong, Exchange exchange, HttpServletResponse response)
            throws IOException {
        Set<String> methods = new LinkedHashSet<>();
        for (HttpMethod method :
                Optional.ofNullable(wrong.getSupportedHttpMethods()).orElse(Set.of())) {
            methods.add(method.name());
            if (method == HttpMethod.GET) {
                methods.add(HttpMethod.HEAD.name());
            }
        }
        methods.add(HttpMethod.OPTIONS.name());
        String allowed = String.join(", ", methods);
        answer(Refusal.of(405, "method-not-allowed", allowed).with("Allow", allowed), exchange, response);
    }

    /** Tomcat reads a form when it is first asked for a parameter, and finds it too large or malformed only then. */
    @ExceptionHandler
    void unreadable(InvalidParameterException e, Exchange exchange, HttpServletResponse response) throws IOException {
        answer(Refusal.of(e.getErrorCode(), Problem.code(e.getErrorCode())), exchange, response);
    }

    /** A file of a release, as one that was asked for by its id, was removed or altered: the operator is told which. */
    @ExceptionHandler
    void damaged(ReleaseException damaged, Exchange exchange, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw damaged;
        }
        LOG.error("{} was answered 503: {}", exchange.address(), damaged.getMessage());
        answer(Refusal.of(503, "damaged-release"), exchange, response);
    }

    /** What is asked for is there, but not in this form, which has no room for some of it. */
    @ExceptionHandler
    void unwritable(SyntaxException e, Exchange exchange, HttpServletResponse response) throws Exception {
        if (e.unwritable().isPresent() && !response.isCommitted()) {
            answer(Refusal.explained(406, "unwritable", e.unwritable().get()), exchange, response);
        } else {
            unforeseen(e, exchange, response);
        }
    }

    @ExceptionHandler
    void unforeseen(Exception e, Exchange exchange, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw e; // the container breaks the connection off, so that the answer does not look complete
        }
        LOG.error("{} was answered 500", exchange.address(), e);
        answer(Refusal.of(500, "failure"), exchange, response);
    }

    /** What the container and its filters refuse with {@code sendError} comes here. */
    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response, Exchange exchange) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        int status = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(code -> (Integer) code)
                .orElse(404);
        answer(Refusal.of(status, Problem.code(status)), exchange, response);
    }

    private void answer(Refusal refusal, Exchange exchange, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        exchange.refuse(refusal.status());
        refusal.headers().forEach(response::setHeader);
        if (exchange.prefersPage(Problem.JSON)) {
            pages.sendProblem(exchange, problem(refusal, exchange, exchange.language()));
        } else {
            Language language = exchange.languageOfPrograms();
            Problem problem = problem(refusal, exchange, language);
            exchange.sendProblem(Problem.MEDIA_TYPE, language, out -> json.writeValue(out, problem.members()));
        }
    }

    /** {@return the title of the code, or where another package explains and the code has none, that of the status} */
    private String title(Refusal refusal, String key, Object[] arguments, Language language) {
        String title = refusal.explanation().isPresent()
                ? messages.getMessage(key + ".title", arguments, "", language.locale())
                : messages.getMessage(key + ".title", arguments, language.locale());
        return title == null || title.isEmpty()
                ? messages.getMessage(
                        "problem." + Problem.code(refusal.status()) + ".title", arguments, language.locale())
                : title;
    }

    private Problem problem(Refusal refusal, Exchange exchange, Language language) {
        String key = "problem." + refusal.code();
        Object[] arguments = refusal.arguments().toArray();
        return new Problem(
                Problem.type(exchange.base(), refusal.code()),
                refusal.status(),
                title(refusal, key, arguments, language),
                refusal.detail(messages, language.locale()),
                exchange.address(),
                refusal.alternatives());
    }
}
