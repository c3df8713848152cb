package fr.pleiade.release;

/** Somebody names a release that is not there, or so shortly that it could be several. */
public final class UnknownReleaseException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnknownReleaseException(String message) {
        super(message);
    }
}
