/**
 * What a site of any size would take, on one machine or on many: a simulation out of measured constants.
 *
 * <p>Start at {@link fr.pleiade.bench.scale.ScaleSimulation}. Imports nothing of this project.
 */
@NullMarked
package fr.pleiade.bench.scale;

import org.jspecify.annotations.NullMarked;
