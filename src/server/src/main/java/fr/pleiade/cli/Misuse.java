package fr.pleiade.cli;

import java.util.function.Supplier;

/** The command line names something that is not there, or is not what it must be. */
final class Misuse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misuse(String message) {
        super(message);
    }

    /**
     * {@return what the value of an option stands for}
     *
     * @param value only looks at the value: what a stage refuses as an illegal argument is a fault of ours
     * @throws Misuse if the value is refused as an illegal argument; names the option
     */
    static <T> T checked(String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw (Misuse) new Misuse(option + ": " + e.getMessage()).initCause(e);
        }
    }
}
