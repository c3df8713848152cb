/**
 * Telephone numbers, by the numbering plans of the countries.
 *
 * <p>Start at {@link fr.pleiade.telephone.Telephone}. Imports no other package. The one user of libphonenumber.
 */
@NullMarked
package fr.pleiade.telephone;

import org.jspecify.annotations.NullMarked;
