package fr.pleiade.mapping.engine;

/** Which integers a run's output may have; one that it may not have is a finding, and makes no term. */
public enum Integers {
    ALL,
    /** Those that a store with signed numbers of 64 bits holds as they are. */
    OF_64_BITS
}
