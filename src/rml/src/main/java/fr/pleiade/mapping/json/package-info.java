/**
 * JSON inside a cell: values and the paths into them.
 *
 * <p>Start at {@link fr.pleiade.mapping.json.Json} and {@link fr.pleiade.mapping.json.JsonPath}. Imports no other package.
 */
@NullMarked
package fr.pleiade.mapping.json;

import org.jspecify.annotations.NullMarked;
