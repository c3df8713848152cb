package fr.pleiade.release;

/** A publication cannot go on; what was current stays current. The message is one sentence with the place and what to do. */
public final class PublicationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose fault it is. */
    public enum Fault {
        /** What the publisher wrote or provided: a source, a mapping, a description. */
        INPUT,
        /** The machine: disk, permissions, another publication at work. */
        ENVIRONMENT
    }

    private final Fault fault;
    private final String place;
    private final String problem;
    private final String advice;

    private PublicationException(Fault fault, String place, String problem, String advice) {
        super("%s: %s; %s".formatted(place, problem, advice));
        this.fault = fault;
        this.place = place;
        this.problem = problem;
        this.advice = advice;
    }

    /** {@return the exception for a fault in what the publisher wrote} */
    public static PublicationException input(String place, String problem, String advice) {
        return new PublicationException(Fault.INPUT, place, problem, advice);
    }

    /** {@return the exception for a fault of the machine} */
    public static PublicationException environment(String place, String problem, String advice) {
        return new PublicationException(Fault.ENVIRONMENT, place, problem, advice);
    }

    public PublicationException causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    /** {@return the message without the place at its beginning, which is said already} */
    public static String without(String place, String message) {
        return message.startsWith(place + ": ") ? message.substring(place.length() + 2) : message;
    }

    /** {@return whose fault it is} */
    public Fault fault() {
        return fault;
    }

    /** {@return the file, with its line where there is one} */
    public String place() {
        return place;
    }

    /** {@return what was found and what was expected} */
    public String problem() {
        return problem;
    }

    /** {@return what to do about it} */
    public String advice() {
        return advice;
    }
}
