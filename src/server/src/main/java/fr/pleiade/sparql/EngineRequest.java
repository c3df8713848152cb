package fr.pleiade.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as Fuseki is to see it: a GET with exactly these parameters and one acceptable media type, whatever the client sent.
 *
 * <p>So Fuseki's parameters beyond the standards ({@code callback}, {@code force-accept}, {@code stylesheet}, {@code timeout}, …) are
 * not the public's.
 */
final class EngineRequest extends HttpServletRequestWrapper {
    private final Map<String, List<String>> parameters;
    private final String mediaType;

    EngineRequest(HttpServletRequest request, Map<String, List<String>> parameters, String mediaType) {
        super(request);
        this.parameters = Map.copyOf(parameters);
        this.mediaType = mediaType;
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public String getQueryString() {
        return String.join("&", parameters.keySet());
    }

    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase("Accept") ? mediaType : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return name.equalsIgnoreCase("Accept")
                ? Collections.enumeration(List.of(mediaType))
                : Collections.emptyEnumeration();
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(List.of("Accept"));
    }

    @Override
    public @Nullable String getParameter(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.toArray(String[]::new);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> map = new TreeMap<>();
        parameters.forEach((name, values) -> map.put(name, values.toArray(String[]::new)));
        return map;
    }
}
