package fr.pleiade.draft.terms;

/**
 * That a dataset says a column by a property.
 *
 * @param dataset its name; {@code ""} for the list of usual terms
 * @param words the words of the header; {@code ""} for any
 * @param type the type that the column must have; {@code ""} for any
 * @param isAddress whether what is said are addresses, not texts or numbers
 * @param property the IRI
 * @param isOwn whether it is a term of that dataset alone
 */
record Said(String dataset, String words, String type, boolean isAddress, String property, boolean isOwn) {}
