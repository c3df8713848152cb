/**
 * Releases: builds one out of the stages, keeps them on disk, and makes one the current one.
 *
 * <p>Start at {@link fr.pleiade.release.Publisher} for writing, and at {@link fr.pleiade.release.Releases} and
 * {@link fr.pleiade.release.Release} for reading. May import {@code findings}, {@code syntax}, {@code sources}, {@code site},
 * {@code mapping}, {@code linking}, {@code quality} and {@code store}.
 *
 * <p>On disk, below the state folder: {@code releases/<id>/} each with {@code manifest.ttl}, {@code graphs/<slug>.nq},
 * {@code findings/<slug>.nt} and {@code tdb2/}; {@code current}, a symbolic link to one of them; {@code building-*}, what a publication
 * in progress, or one that was killed, has written so far.
 */
@NullMarked
package fr.pleiade.release;

import org.jspecify.annotations.NullMarked;
