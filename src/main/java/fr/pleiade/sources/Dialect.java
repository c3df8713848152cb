package fr.pleiade.sources;

/** How a CSV file is written. */
public record Dialect() {}
