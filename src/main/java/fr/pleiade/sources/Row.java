package fr.pleiade.sources;

/** One record. */
public final class Row {}
