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
 * @param links how many links were written; more than {@code linked} where a thing has several keys
 * @param linksByTarget the links by the dataset or file that they lead to, in the rule's order; every target is present
 */
public record LinkReport(
        String rule,
        Text label,
        String predicate,
        long candidates,
        long linked,
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
