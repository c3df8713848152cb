/** Tests of the first publisher's folders: {@code mappings/}, {@code ontology/} and {@code data/}. Start at {@code SampleTest}. */
@NullMarked
package fr.pleiade.mappings;

import org.jspecify.annotations.NullMarked;
