package fr.pleiade.mapping.yarrrml;

import fr.pleiade.mapping.model.Rml;
import fr.pleiade.mapping.translation.RuleGraph;
import fr.pleiade.rdf.Term;

/**
 * A CSV file.
 *
 * @param access its path, as the document writes it
 * @param delimiter what stands between cells; {@code ""} for a comma
 * @param encoding the character encoding; {@code ""} for UTF-8
 * @param line where it is described
 */
record SourceRule(String access, String delimiter, String encoding, long line) {
    /** {@return whether both read the same rows} */
    boolean reads(SourceRule other) {
        return access.equals(other.access) && delimiter.equals(other.delimiter) && encoding.equals(other.encoding);
    }

    /** Says of a triples map that it reads this file. */
    void describe(Term triplesMap, RuleGraph rules) {
        Term source = rules.part(triplesMap, Rml.LOGICAL_SOURCE, line);
        rules.add(source, Rml.REFERENCE_FORMULATION, new Term.Iri(Rml.CSV), line);
        if (delimiter.isEmpty() && encoding.isEmpty()) {
            rules.add(source, Rml.SOURCE, access, line);
            return;
        }
        Term file = rules.part(source, Rml.SOURCE, line);
        rules.add(file, Rml.PATH, access, line);
        if (!encoding.isEmpty()) {
            rules.add(file, Rml.ENCODING, encoding, line);
        }
        if (!delimiter.isEmpty()) {
            Term dialect = rules.part(file, Rml.CSVW + "dialect", line);
            rules.add(dialect, Rml.CSVW + "delimiter", delimiter, line);
        }
    }
}
