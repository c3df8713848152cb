/**
 * The harvest rehearsal: what portals will keep, drop or misread of a catalogue, and the scores that they will give, without asking them.
 *
 * <p>Start at {@link fr.pleiade.quality.harvest.Rehearsal}. The rules of the portals are data, with their source and date, in
 * {@code fields.tsv}, {@code scores.tsv} and {@code formats.tsv}. May import {@code findings}, {@code rdf},
 * {@code quality} and {@code quality.description}.
 */
@NullMarked
package fr.pleiade.quality.harvest;

import org.jspecify.annotations.NullMarked;
