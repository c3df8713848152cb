package fr.pleiade.linking;

import fr.pleiade.findings.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one rule did to one dataset.
 *
 * @param rule the rule's IRI
 * @param label what the rule links to
 * @param predicate the property of its links
 * @param candidates how many things of the rule's subject class there are
 * @param linked how many of them got a link
 * @param keyed how many of them have a key
 * @param keys how many keys these have together
 * @param links how many links were written: how many keys led to a thing
 * @param linksByTarget the links by the dataset or file that they lead to, in the rule's order; every target is present
 */
public record LinkReport(
        String rule,
        Text label,
        String predicate,
        long candidates,
        long linked,
        long keyed,
        long keys,
        long links,
        Map<String, Long> linksByTarget) {
    public LinkReport {
        linksByTarget = Collections.unmodifiableMap(new LinkedHashMap<>(linksByTarget));
    }

    /** {@return how many things got no link} */
    public long missing() {
        return candidates - linked;
    }
}
