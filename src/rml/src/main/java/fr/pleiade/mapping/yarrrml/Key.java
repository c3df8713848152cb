package fr.pleiade.mapping.yarrrml;

import java.util.List;

/**
 * A key of YARRRML, with all the names that it may have.
 *
 * @see <a href="https://rml.io/yarrrml/spec/#shortcuts">YARRRML, shortcuts</a>
 */
enum Key {
    BASE("base"),
    PREFIXES("prefixes"),
    AUTHORS("authors", "author", "a"),
    EXTERNAL("external"),
    MAPPINGS("mappings", "mapping", "m"),
    SOURCES("sources", "source", "src"),
    TARGETS("targets", "target", "t"),
    SUBJECTS("subjects", "subject", "s"),
    PAIRS("predicateobjects", "predicateobject", "po"),
    PREDICATES("predicates", "predicate", "p"),
    OBJECTS("objects", "object", "o"),
    INVERSE("inversepredicates", "inversepredicate", "i", "iv"),
    GRAPHS("graphs", "graph", "g"),
    CONDITIONS("conditions", "condition", "c"),
    FUNCTION("function", "fn", "f"),
    PARAMETERS("parameters", "pms"),
    PARAMETER("parameter", "pm"),
    VALUE("value", "v"),
    TYPE("type"),
    DATATYPE("datatype"),
    LANGUAGE("language"),
    ACCESS("access"),
    FORMULATION("referenceFormulation"),
    ITERATOR("iterator"),
    DELIMITER("delimiter"),
    ENCODING("encoding"),
    SERIALIZATION("serialization"),
    COMPRESSION("compression");

    private final List<String> names;

    Key(String... names) {
        this.names = List.of(names);
    }

    /** {@return the name in full} */
    String word() {
        return names.get(0);
    }

    /** {@return the names by which a document may call it, the one in full first} */
    List<String> names() {
        return names;
    }
}
