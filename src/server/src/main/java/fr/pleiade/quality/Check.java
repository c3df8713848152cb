package fr.pleiade.quality;

import fr.pleiade.findings.Finding;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Something that can be wrong with what is to be published.
 *
 * <p>A check finds; how bad that is, and what follows from it, is for the {@link Gate}.
 *
 * @param <S> what is looked at: a dataset's source files, its graph, the figures of two releases
 */
@FunctionalInterface
public interface Check<S> {
    /**
     * Looks for what is wrong.
     *
     * @param findings told of each thing that is, in an order that depends on the subject alone
     * @throws IOException if what is looked at cannot be read
     */
    void run(S subject, Consumer<Finding> findings) throws IOException;
}
