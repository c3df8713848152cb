package fr.pleiade.cli;

import java.util.function.Supplier;

/** The command line names something that is not there, or is not what it must be. */
final class Misuse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misuse(String message) {
        super(message);
    }

    /**
     * {@return what an argument of the command line stands for}
     *
     * @throws Misuse if it is refused as an illegal argument; one that is refused later, inside a stage, is a fault of ours
     */
    static <T> T checked(Supplier<T> argument) {
        try {
            return argument.get();
        } catch (IllegalArgumentException e) {
            throw (Misuse) new Misuse(String.valueOf(e.getMessage())).initCause(e);
        }
    }
}
