/**
 * What the operator alone may see and do: metrics, and which release is served; not there at all unless a token is configured.
 *
 * <p>Start at {@link fr.pleiade.web.admin.AdminController}. May import {@code web}, {@code web.http},
 * {@code web.conformance}, {@code release}; the only package
 * that knows Micrometer.
 */
@NullMarked
package fr.pleiade.web.admin;

import org.jspecify.annotations.NullMarked;
