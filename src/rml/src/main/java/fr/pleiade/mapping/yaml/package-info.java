/**
 * YAML as a tree of texts in which each part knows its line, within bounds.
 *
 * <p>Start at {@link fr.pleiade.mapping.yaml.YamlReader}. Imports no other package.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/">YAML 1.2</a>
 */
@NullMarked
package fr.pleiade.mapping.yaml;

import org.jspecify.annotations.NullMarked;
