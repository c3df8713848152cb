package fr.pleiade.spark;

/** A run cannot be made, or went wrong; the message is a sentence for whoever started it. */
final class SparkFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int exitCode;

    private SparkFault(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** {@return the fault of the mapping or of a source} */
    static SparkFault input(String message) {
        return new SparkFault(1, message);
    }

    /** {@return the fault of whoever wrote the command} */
    static SparkFault misuse(String message) {
        return new SparkFault(2, message);
    }

    /** {@return the fault of a disk, a network or the cluster} */
    static SparkFault environment(String message, Throwable cause) {
        return (SparkFault) new SparkFault(3, message).initCause(cause);
    }

    /** {@return what the process is to end with} */
    int exitCode() {
        return exitCode;
    }
}
