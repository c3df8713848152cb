package fr.pleiade.web.http;

import jakarta.servlet.http.HttpServletRequest;

/** Tells whether the client that made a request has hung up, so that nobody works for a reader who will not come. Thread-safe. */
@FunctionalInterface
public interface Departure {
    boolean hasLeft();

    /** Has it told for a request. */
    static void tell(HttpServletRequest request, Departure departure) {
        request.setAttribute(Departure.class.getName(), departure);
    }

    /** {@return who tells it for a request; where nobody can, no client leaves} */
    static Departure of(HttpServletRequest request) {
        return request.getAttribute(Departure.class.getName()) instanceof Departure departure ? departure : () -> false;
    }
}
