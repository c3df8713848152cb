/**
 * Benchmarks: each a class with a main method, which makes its own data and prints ratios against peers of the same run.
 *
 * <p>Start at {@link fr.pleiade.bench.MappingBenchmark}. May import every package.
 */
@NullMarked
package fr.pleiade.bench;

import org.jspecify.annotations.NullMarked;
