package fr.pleiade.web.reconcile;

import fr.pleiade.linking.names.Names;
import fr.pleiade.rdf.Term;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a service knows of: named things, and what is said of them. Thread-safe. */
interface Holdings {
    /** {@return the things by their names} */
    Names names();

    /** {@return what tells it from itself at another time} */
    String version();

    /** {@return since when it is as it is} */
    Instant since();

    /** {@return the address below which the service is, ending in a slash} */
    String base();

    /** {@return where the identifiers of its things come from, as an IRI} */
    String identifierSpace();

    /** {@return where the identifiers of its classes and properties come from, as an IRI} */
    String schemaSpace();

    /** {@return what all of it is called} */
    String title(Locale locale);

    /** {@return what a thing, a class or a property is called} */
    String name(String id, Locale locale);

    /** {@return what a class or a property means, if somebody says so} */
    Optional<String> meaning(String id, Locale locale);

    /** {@return an identifier as people write it in short} */
    String shorten(String id);

    /** {@return which properties the things of a class have, {@code ""} for all, as far as it was asked before; is added to} */
    Map<String, List<String>> knownProperties();

    /** {@return what is said of a thing; nothing of one that is not there} */
    Said said(String id);

    /** What is said of one thing. */
    interface Said {
        /** {@return the properties that it has, each once} */
        List<String> properties();

        /** {@return the values of one of them} */
        Collection<Term> values(String property);
    }
}
