package fr.pleiade.identifiers;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.syntax.RdfReader;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The identifier systems that a publisher declares.
 *
 * <pre>{@code
 * <id/systeme-identifiant/ror> a ids:System ; skos:notation "ror" ; skos:prefLabel "ROR"@en , "ROR"@fr ;
 *   schema:valuePattern "0[0-9a-hj-km-np-tv-z]{6}[0-9]{2}" ; ids:letters "lower" ;
 *   ids:template "https://ror.org/{code}" ; ids:check <id/systeme-identifiant/ror#check> .
 * <id/systeme-identifiant/ror#check> ids:algorithm "ISO 7064 MOD 97-10" ; ids:alphabet "0123456789abcdefghjkmnpqrstvwxyz" ; ids:radix 32 .
 * }</pre>
 *
 * @param systems in the order of their slugs, each slug and each function once
 */
public record IdentifierSystems(List<IdentifierSystem> systems) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Where a site declares its systems, in the folder of its vocabularies. */
    public static final String FILE = "schemes/systemes-identifiants.ttl";

    /** No system. */
    public static final IdentifierSystems NONE = new IdentifierSystems(List.of());

    public IdentifierSystems {
        systems = List.copyOf(systems);
    }

    /**
     * Reads a file of declarations.
     *
     * @param base the IRI against which the file's relative IRIs are resolved
     * @throws SystemsException if a declaration is at fault; names its line
     * @throws fr.pleiade.syntax.SyntaxException if the file is not RDF; names its line
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static IdentifierSystems read(Path file, String base) {
        return new SystemsReader(file.toString(), RdfReader.readGraph(file, base)).read();
    }

    /** {@return the systems that a folder of vocabularies declares; none if it has no file of them} Otherwise as {@link #read}. */
    public static IdentifierSystems declaredIn(Path ontology, String base) {
        Path file = ontology.resolve(FILE);
        return Files.exists(file) ? read(file, base) : NONE;
    }

    /**
     * {@return the systems that a graph declares}
     *
     * @param name what the graph is called, for errors
     * @throws SystemsException if a declaration is at fault
     */
    public static IdentifierSystems of(InMemoryGraph graph, String name) {
        return new SystemsReader(name, graph).read();
    }

    /** {@return the system with this slug or IRI} */
    public Optional<IdentifierSystem> named(String slugOrIri) {
        return systems.stream()
                .filter(system ->
                        system.slug().equals(slugOrIri) || system.iri().equals(slugOrIri))
                .findFirst();
    }

    /** {@return the slugs of all systems, in alphabetical order} */
    public List<String> slugs() {
        return systems.stream().map(IdentifierSystem::slug).toList();
    }
}
