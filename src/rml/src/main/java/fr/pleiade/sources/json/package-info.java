/**
 * JSON as a source: values and the paths into them, in a cell or a record on each line of a file.
 *
 * <p>Start at {@link fr.pleiade.sources.json.Json}, {@link fr.pleiade.sources.json.JsonPath} and {@link fr.pleiade.sources.json.JsonRecords}.
 * Imports no other package; reads with the pull parser of Jakarta JSON Processing.
 */
@NullMarked
package fr.pleiade.sources.json;

import org.jspecify.annotations.NullMarked;
