package fr.pleiade.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives each controller method that asks for an {@link Exchange} the one of its request; such a method answers itself. */
public final class ExchangeArguments implements HandlerMethodArgumentResolver {
    private final String base;

    public ExchangeArguments(String base) {
        this.base = base;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Exchange.class);
    }

    @Override
    public Exchange resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
        HttpServletResponse response = webRequest.getNativeResponse(HttpServletResponse.class);
        if (request == null || response == null || container == null) {
            throw new IllegalStateException("not a servlet request: " + webRequest);
        }
        container.setRequestHandled(true);
        return new Exchange(request, response, base);
    }
}
