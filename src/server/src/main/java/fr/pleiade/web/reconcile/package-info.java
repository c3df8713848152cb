/**
 * The reconciliation service: names in a table become things of this site, as spreadsheets for data cleaning ask for it.
 *
 * <p>Start at {@link fr.pleiade.web.reconcile.ReconcileController}. Version 0.2 of the protocol, and the draft of 1.0 where it differs; what
 * they ask is the same to {@link fr.pleiade.linking.names.Names}. May import {@code findings}, {@code linking.names}, {@code identifiers}, {@code rdf},
 * {@code release}, {@code web}, {@code web.http}, {@code web.loopback}, {@code web.page} and {@code web.served}.
 *
 * @see <a href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/">Reconciliation Service API 0.2</a>
 */
@NullMarked
package fr.pleiade.web.reconcile;

import org.jspecify.annotations.NullMarked;
