/**
 * Links by names, made while a release is: what is compared is read from graphs and registers, and what a person must look at is written
 * where the publisher finds it.
 *
 * <p>Start at {@link fr.pleiade.publication.name.NameLinking}. May import {@code findings}, {@code identifiers}, {@code rdf},
 * {@code sources}, {@code linking}, {@code linking.names}, {@code linking.byname} and {@code quality.register}.
 */
@NullMarked
package fr.pleiade.publication.name;

import org.jspecify.annotations.NullMarked;
