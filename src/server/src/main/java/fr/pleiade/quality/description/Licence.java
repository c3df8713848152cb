package fr.pleiade.quality.description;

import fr.pleiade.findings.Text;
import java.util.List;

/**
 * A licence under which data is published.
 *
 * @param isOpen whether it is open by the Open Definition: whoever wants may use, change and share what is under it
 * @param spdx its identifier in the SPDX list; {@code ""} if it has none
 * @param title what it is called
 * @param authority its IRI in the list of the European Union; {@code ""} if it is not there
 * @param addresses the IRIs by which it is known, the preferred one first
 * @see <a href="https://opendefinition.org/od/2.1/en/">Open Definition 2.1</a>
 */
public record Licence(boolean isOpen, String spdx, Text title, String authority, List<String> addresses) {
    public Licence {
        addresses = List.copyOf(addresses);
    }

    /** {@return the IRI to be written} */
    public String iri() {
        return addresses.get(0);
    }
}
