/**
 * What a column sheet says of a table, and what becomes of that: RML whose triples carry the lines of the sheet, link rules, a vocabulary.
 *
 * <p>Start at {@link fr.pleiade.mapping.table.TableRule} and {@link fr.pleiade.mapping.table.TableWriter}. May import {@code rdf},
 * {@code mapping.bytes}, {@code mapping.model} and {@code mapping.translation}.
 */
@NullMarked
package fr.pleiade.mapping.table;

import org.jspecify.annotations.NullMarked;
