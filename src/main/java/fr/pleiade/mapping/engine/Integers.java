package fr.pleiade.mapping.engine;

/** Which integers a run's output may have; one that it may not have is a finding, and makes no term. */
public enum Integers {
    ALL,
    /** Those that TDB2 gives back as they are: of 64 bits, as {@code xsd:long} of 56. */
    HELD_BY_TDB2
}
