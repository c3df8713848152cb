/**
 * Files that are kept up to date with what the web gives; each replaces the last good copy only when it looks like its successor.
 *
 * <p>Start at {@link fr.pleiade.sources.fetch.Downloader} and {@link fr.pleiade.sources.fetch.Retrieval}. May import nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110">RFC 9110, HTTP semantics</a>
 */
@NullMarked
package fr.pleiade.sources.fetch;

import org.jspecify.annotations.NullMarked;
