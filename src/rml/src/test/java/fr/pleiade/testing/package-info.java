/** What tests of every module share beyond their subjects; start at {@link fr.pleiade.testing.Needed}. */
@NullMarked
package fr.pleiade.testing;

import org.jspecify.annotations.NullMarked;
