package fr.pleiade.store;

/**
 * What a push did.
 *
 * @param same how many graphs were there as they are
 * @param byDifference how many became what they are by what had changed in them
 * @param whole how many were sent whole
 * @param bytes how many bytes of graphs, of differences and of updates were sent
 */
public record Pushed(int same, int byDifference, int whole, long bytes) {}
