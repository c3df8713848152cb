package fr.pleiade.web.admin;

import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.conformance.SelfCheck;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts and times the answers, by face and by status, and shows what became of the last self-check.
 *
 * <p>A face is the first part of an address if it is one of ours, else {@code other}: whoever asks cannot make the number of series
 * grow.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE - 1)
final class RequestMetrics extends OncePerRequestFilter {
    private static final String NAME = "pleiade.http.answers";
    private static final Set<String> FACES = Set.of(
            "",
            "id",
            "doc",
            "dump",
            "release",
            "dataset",
            "catalog",
            "cube",
            "vocab",
            "sparql",
            "data",
            "resolve",
            "search",
            "reconcile",
            "void",
            "assets",
            "sitemap",
            "conformance",
            "health",
            "admin");

    private static final String CHECKS = "pleiade.selfcheck.promises";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    RequestMetrics(SelfCheck selfCheck, CurrentRelease current) {
        Gauge.builder("pleiade.releases.damaged", current, CurrentRelease::damaged)
                .register(registry);
        Gauge.builder(CHECKS, selfCheck, SelfCheck::kept).tag("outcome", "kept").register(registry);
        Gauge.builder(CHECKS, selfCheck, SelfCheck::broken)
                .tag("outcome", "broken")
                .register(registry);
        Gauge.builder("pleiade.selfcheck.last", selfCheck, RequestMetrics::lastMade)
                .baseUnit("seconds")
                .register(registry);
    }

    /** {@return the time of the last self-check in seconds since 1970, 0 if there was none} */
    private static double lastMade(SelfCheck selfCheck) {
        return selfCheck.lastMade().map(Instant::getEpochSecond).orElse(0L);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Timer.Sample sample = Timer.start(registry);
        try {
            chain.doFilter(request, response);
        } finally {
            sample.stop(registry.timer(
                    NAME, "face", face(request.getRequestURI()), "status", Integer.toString(response.getStatus())));
        }
    }

    private static String face(String path) {
        String first = path.substring(Math.min(1, path.length())).split("[/.;]", 2)[0];
        return FACES.contains(first) ? first : "other";
    }

    /** {@return all counts in Prometheus' text format} */
    String scrape() {
        return registry.scrape();
    }
}
