/**
 * A small server for programs and browsers of this machine.
 *
 * <p>Start at {@link fr.pleiade.web.loopback.LoopbackServer}. May import {@code web.edge} and {@code web.http}; the only package that knows
 * the JDK's own HTTP server.
 */
@NullMarked
package fr.pleiade.web.loopback;

import org.jspecify.annotations.NullMarked;
