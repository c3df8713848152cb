/**
 * JSON documents whose values know their line.
 *
 * <p>Start at {@link fr.pleiade.mapping.json.JsonTree}. Imports no other package; reads with the pull parser of Jakarta JSON Processing.
 */
@NullMarked
package fr.pleiade.mapping.json;

import org.jspecify.annotations.NullMarked;
