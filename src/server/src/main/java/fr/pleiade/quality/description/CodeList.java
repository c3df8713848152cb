package fr.pleiade.quality.description;

import fr.pleiade.findings.Text;
import java.util.Set;

/**
 * A list of terms that somebody maintains, such as the European Union's list of frequencies.
 *
 * @param iri the list
 * @param beginning what the IRIs of its terms begin with
 * @param title what it is called
 * @param codes what the IRIs of its terms end with; of long lists only what is usual
 */
public record CodeList(String iri, String beginning, Text title, Set<String> codes) {
    public CodeList {
        codes = Set.copyOf(codes);
    }

    /** {@return whether it is known to have a term} */
    boolean has(String term) {
        return term.startsWith(beginning) && codes.contains(term.substring(beginning.length()));
    }
}
