/**
 * What must not be published of a table although its columns may be: counts of few people, and what would give them back.
 *
 * <p>Start at {@link fr.pleiade.quality.secrecy.HiddenTables}. May import {@code findings}, {@code rdf}, {@code sources},
 * {@code mapping}, {@code mapping.model}, {@code quality} and {@code quality.csv}.
 */
@NullMarked
package fr.pleiade.quality.secrecy;

import org.jspecify.annotations.NullMarked;
