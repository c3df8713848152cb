/** Tests of the same mapping on Spark: what it writes is what one machine writes. */
@NullMarked
package fr.pleiade.spark;

import org.jspecify.annotations.NullMarked;
