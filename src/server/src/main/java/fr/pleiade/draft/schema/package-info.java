/**
 * A Table Schema, as those who publish CSV files have them: what it says of each column comes before what the cells seem to say.
 *
 * <p>Start at {@link fr.pleiade.draft.schema.TableSchema}. Nothing is fetched. May import {@code draft}, {@code findings} and {@code mapping.json}.
 *
 * @see <a href="https://specs.frictionlessdata.io/table-schema/">Table Schema</a>
 */
@NullMarked
package fr.pleiade.draft.schema;

import org.jspecify.annotations.NullMarked;
