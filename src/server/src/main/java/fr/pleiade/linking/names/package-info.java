/**
 * Things found by their names and codes: an index of each graph of a release, and the search, suggestions and matching over it.
 *
 * <p>Start at {@link fr.pleiade.linking.names.NameIndex}, which makes the index, and at {@link fr.pleiade.linking.names.Names}, which
 * answers from it. Which properties name, place or classify things is read from the site's ontology: {@link
 * fr.pleiade.linking.names.NameRules}. May import {@code findings}, {@code identifiers}, {@code rdf}, {@code quads} and {@code syntax}; the only package
 * that knows Lucene.
 */
@NullMarked
package fr.pleiade.linking.names;

import org.jspecify.annotations.NullMarked;
