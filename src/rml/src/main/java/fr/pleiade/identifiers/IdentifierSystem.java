package fr.pleiade.identifiers;

import fr.pleiade.findings.Text;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A system of identifiers, as it is declared.
 *
 * @param iri its name for machines
 * @param slug its name in addresses and mappings, such as {@code ror}
 * @param name its name for people
 * @param creator the IRI of who gives its codes; {@code ""} if that is not said
 * @param pattern what a code looks like in its canonical form: a regular expression for its whole
 * @param spellings in which other forms it is accepted
 * @param checks what must hold of a code, at least one of those that are for it; none if the system has no check
 * @param refusal what is said of anything else, after the value itself: {@code is not a valid ROR: expected …}
 * @param template the IRI that a code makes at {@code {code}}, as the register's own RDF writes it; {@code ""} if the system has none
 * @param page likewise the address of the page about what bears it; {@code ""} if there is none but that IRI
 * @param match the property by which a thing is said to be what bears the code there
 * @param sharing whether two things may bear one code
 * @param function the last part of the name of the function that reads its codes; {@code ""} if only {@code fn:code} does
 */
public record IdentifierSystem(
        String iri,
        String slug,
        Text name,
        String creator,
        String pattern,
        Spellings spellings,
        List<Check> checks,
        Text refusal,
        String template,
        String page,
        String match,
        Sharing sharing,
        String function)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Whether two things may bear one code. */
    public enum Sharing {
        /** A code is one thing's. */
        ONE_THING,
        /** Several things may bear one code, as the parts of a legal person do. */
        SEVERAL_THINGS
    }

    public IdentifierSystem {
        checks = List.copyOf(checks);
    }

    /** {@return the address of what bears a canonical code in the system's own register; nothing if codes have none} */
    public Optional<String> address(String code) {
        return template.isEmpty() ? Optional.empty() : Optional.of(template.replace("{code}", code));
    }
}
