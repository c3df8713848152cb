/** From a folder of CSV files to five-star linked data: one package per stage, from {@link fr.pleiade.cli} down. */
@NullMarked
package fr.pleiade;

import org.jspecify.annotations.NullMarked;
