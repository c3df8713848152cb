package fr.pleiade.web.conformance;

import fr.pleiade.findings.Text;
import java.util.List;

/**
 * Something that every site of ours keeps, whatever it publishes.
 *
 * @param id by which checks, tests and the page name it: {@code u1}
 * @param sentence what is promised
 * @param sources what it is read from, at least one
 */
record Promise(String id, Text sentence, List<Source> sources) {
    Promise {
        sources = List.copyOf(sources);
    }

    /**
     * A specification, or a section of one.
     *
     * @param name what it is called: {@code RFC 9110, section 15.4.4}
     * @param address where it can be read
     */
    record Source(String name, String address) {}
}
