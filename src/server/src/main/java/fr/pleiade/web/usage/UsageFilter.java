package fr.pleiade.web.usage;

import fr.pleiade.inbox.Client;
import fr.pleiade.inbox.Use;
import fr.pleiade.inbox.UseCounter;
import fr.pleiade.inbox.UseKeeper;
import fr.pleiade.inbox.UseStore;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.ServerOptions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts each answer to a GET that gave something: a whole one, or one that the client has already. A part of a file is one that was begun
 * before. Costs a microsecond, and two dozens the first time that a kind of thing is asked for.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // before the answers that are kept, which are uses too
final class UsageFilter extends OncePerRequestFilter implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(UsageFilter.class);

    private final boolean isOn;
    private final Addresses addresses;
    private final CurrentRelease current;
    private final UseCounter counter = new UseCounter();
    private final UseKeeper keeper;

    UsageFilter(ServerOptions options, CurrentRelease current) {
        this.isOn = options.countsUse();
        this.current = current;
        this.addresses = new Addresses();
        this.keeper = new UseKeeper(
                counter,
                new UseStore(options.state()),
                Clock.systemUTC(),
                failure -> LOG.warn("counts of use could not be kept: {}", failure.getMessage()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (isOn && request.getMethod().equals("GET") && isUse(response.getStatus())) {
            use(request, response).ifPresent(counter::count);
        }
    }

    private static boolean isUse(int status) {
        return status == HttpServletResponse.SC_OK || status == HttpServletResponse.SC_NOT_MODIFIED;
    }

    private Optional<Use> use(HttpServletRequest request, HttpServletResponse response) {
        String type = Optional.ofNullable(response.getContentType())
                .orElse("")
                .split(";", 2)[0]
                .strip();
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        return current.release()
                .flatMap(release -> addresses.of(release, request.getRequestURI()))
                .map(used -> new Use(
                        used.dataset(),
                        type.equals("text/html") && used.kind().equals(Addresses.DOCUMENT)
                                ? Addresses.PAGE
                                : used.kind(),
                        type,
                        Client.of(agent)));
    }

    /** Keeps what is not kept yet. */
    @Override
    public void destroy() {
        super.destroy();
        keeper.close();
    }
}
