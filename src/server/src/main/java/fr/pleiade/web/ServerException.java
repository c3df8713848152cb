package fr.pleiade.web;

/** The server cannot start, for a reason that lies outside the program; the message says which and what to do. */
public final class ServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
