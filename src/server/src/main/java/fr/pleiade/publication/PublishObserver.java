package fr.pleiade.publication;

import fr.pleiade.release.Stage;
import java.time.Duration;

/**
 * Told how a publication advances.
 *
 * <p>Called by the threads of the publication, one call at a time; it must return quickly. Each stage begins once, progresses any number
 * of times and ends once, unless the publication fails in it.
 */
public interface PublishObserver {
    /** Watches nothing. */
    PublishObserver NONE = new PublishObserver() {};

    /** A stage begins. */
    default void begun(Stage stage) {}

    /**
     * A stage advances.
     *
     * @param subject what is being worked on: a dataset's slug or a file's name
     * @param share the part of the stage that is done, from 0 to 1; never decreases
     */
    default void progressed(Stage stage, String subject, double share) {}

    /** A stage is done. */
    default void ended(Stage stage, Duration took) {}
}
