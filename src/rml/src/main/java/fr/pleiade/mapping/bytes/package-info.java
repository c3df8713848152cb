/**
 * What terms are written with: growing byte buffers, sets of byte strings, escapes, blanks, and the grammar of IRIs and language tags.
 *
 * <p>Start at {@link fr.pleiade.mapping.bytes.Bytes} and {@link fr.pleiade.mapping.bytes.Terms}. May import {@code rdf}.
 */
@NullMarked
package fr.pleiade.mapping.bytes;

import org.jspecify.annotations.NullMarked;
