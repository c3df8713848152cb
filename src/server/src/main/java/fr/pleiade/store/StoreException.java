package fr.pleiade.store;

/** The triple store cannot do what was asked: the message says where, what was found and what to do. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String place;
    private final String advice;

    /**
     * A failure.
     *
     * @param place the directory, the file with its line, or the store's address
     * @param problem what was found
     * @param advice what to do about it
     */
    public StoreException(String place, String problem, String advice) {
        super("%s: %s; %s".formatted(place, problem, advice));
        this.place = place;
        this.advice = advice;
    }

    /** The same, with its cause. */
    public StoreException(String place, String problem, String advice, Throwable cause) {
        this(place, problem, advice);
        initCause(cause);
    }

    /** {@return the directory, the file with its line ({@code graphs/towns.nq:12}), or the store's address} */
    public String place() {
        return place;
    }

    /** {@return what to do about it} */
    public String advice() {
        return advice;
    }
}
