/** Tests of the identifier systems. */
@NullMarked
package fr.pleiade.identifiers;

import org.jspecify.annotations.NullMarked;
