package fr.pleiade.publication;

/**
 * What a publication starts from.
 *
 * @param fetched the sources
 * @param inputs all files, with digests
 * @param madeFrom what each graph is to be made from
 * @param reusable what may be taken over from the current release
 */
record Acquired(Fetched fetched, Inputs inputs, MadeFrom madeFrom, Reusable reusable) {}
