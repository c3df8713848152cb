/**
 * Releases: kept on disk, opened, pruned, gone back to; one of them is the current one.
 *
 * <p>Start at {@link fr.pleiade.release.Releases} and {@link fr.pleiade.release.Release}. May import
 * {@code quality.stars}, {@code release.finding}, {@code release.inverse}, {@code release.table}, {@code findings},
 * {@code rdf}, {@code syntax}, {@code quads}, {@code sources}, {@code sources.fetch}, {@code linking}, {@code linking.names}, {@code mapping.sheet},
 * {@code store} and
 * {@code store.load}.
 *
 * <p>On disk, below the state folder:
 *
 * <pre>
 * releases/&lt;id&gt;/      manifest.ttl    what it is, of what and how it was made: PROV-O, DCAT, VoID
 *                     graphs/         &lt;slug&gt;.nq: N-Quads sorted by bytes, without duplicates; &lt;slug&gt;.nq.zst where pruned
 *                     csv/            &lt;slug&gt;.csv: the table that the graph is made from
 *                                     &lt;slug&gt;.schema.tsv: which of the graph's triples its columns give
 *                     findings/       &lt;slug&gt;.nt, &lt;slug&gt;.check.nt: what was found in making and in checking, in SHACL's terms
 *                     site/           mappings/ and ontology/ as they were, the files that the release was made from
 *                     pages/          findings/: in the order in which they are shown, counted; examples.tsv: things to begin with; stars.tsv;
 *                                     origins/: from which row each triple comes; cubes/: tables of the cubes of statistics
 *                     changes/        what has changed since the release that was current before: counts.txt, and for each graph that
 *                                     differs an RDF Patch, &lt;slug&gt;.rdfp.zst, and &lt;slug&gt;.offsets; a first release has none
 *                     inverse/        &lt;slug&gt;.nt: what is looked up by its object, turned around; a pruned release has none
 *                     names/          &lt;slug&gt;/: by which names and codes its things are found; a pruned release has none
 *                     tdb2/           the index; a pruned release has none
 *                     made-from.txt   what each graph was made from, so that an unchanged one is taken over
 * current             a symbolic link to one of them, replaced by a rename
 * history.txt         which release became current when
 * fetched/            what was downloaded, with its validators
 * review/             &lt;slug&gt;.csv: doubtful links by names, for a person to decide
 * dumps/              downloads that were asked for and made
 * inbox/              counts of use, of the server's own
 * following.txt       of a copy: whose releases it takes, and which it took last
 * following/          of a copy: what has arrived of the next
 * building-…/         what a publication in progress, or one that was killed, has written so far
 * lock                held by whoever publishes, rolls back, prunes or cleans
 * </pre>
 */
@NullMarked
package fr.pleiade.release;

import org.jspecify.annotations.NullMarked;
