package fr.pleiade.testing;

/** Where chance begins in tests: at the same number each time, so that only a change makes a test fail. */
public final class Seed {
    /** Another one by {@code -Dpleiade.seed=1}: to be printed by each test that fails. */
    public static final long VALUE = Long.getLong("pleiade.seed", 20261126);

    private Seed() {}
}
