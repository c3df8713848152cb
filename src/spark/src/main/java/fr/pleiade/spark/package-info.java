/**
 * The same mapping over partitions: where rows outgrow one machine, Apache Spark reads, joins and sorts, and the engine maps.
 *
 * <p>Start at {@link fr.pleiade.spark.SparkRun}, which is what one run does, and at {@link fr.pleiade.spark.SparkMap}, the command. Of the
 * engine it uses {@link fr.pleiade.mapping.Mapping}, {@link fr.pleiade.mapping.engine.PartMapper} and
 * {@link fr.pleiade.sources.RecordCuts}. May import {@code findings}, {@code identifiers}, {@code quads}, {@code sources},
 * {@code syntax}, {@code mapping}, {@code mapping.bytes}, {@code mapping.csvw}, {@code mapping.engine}, {@code mapping.json} and
 * {@code mapping.model}. The only package that knows Spark and Hadoop.
 */
@NullMarked
package fr.pleiade.spark;

import org.jspecify.annotations.NullMarked;
