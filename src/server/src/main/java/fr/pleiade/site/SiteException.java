package fr.pleiade.site;

/** A site's folders cannot be read as a catalogue with its datasets; says which file, and what to do. */
public final class SiteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SiteException(String message) {
        super(message);
    }

    SiteException(String message, Throwable cause) {
        super(message, cause);
    }
}
