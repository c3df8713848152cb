/**
 * JSON inside a cell: values and the paths into them.
 *
 * <p>Start at {@link fr.pleiade.mapping.json.Json} and {@link fr.pleiade.mapping.json.JsonPath}. Imports no other package;
 * reads with the pull parser of Jakarta JSON Processing.
 */
@NullMarked
package fr.pleiade.mapping.json;

import org.jspecify.annotations.NullMarked;
