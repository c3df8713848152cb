package fr.pleiade.web.sparql.build;

import static fr.pleiade.rdf.Vocabulary.VOID;
import static fr.pleiade.rdf.Vocabulary.VOID_EXT;

import fr.pleiade.materialisation.Repetitions;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.served.Served;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The classes and properties that the datasets of a release use, as the catalogue counts them ({@code void:classPartition}); what several
 * datasets have is added up. Immutable; memory: some kilobytes.
 *
 * @param prefixes the site's prefixes
 * @param classes by IRI
 * @param properties of the datasets altogether, by IRI
 * @param repetitions the terms that say for strangers what others say
 */
record Held(
        Prefixes prefixes,
        SortedMap<String, HeldClass> classes,
        SortedMap<String, HeldProperty> properties,
        Repetitions repetitions) {
    Held {
        classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    /**
     * A class.
     *
     * @param things how many things are of it
     * @param properties that they have, by IRI
     */
    record HeldClass(String iri, long things, SortedMap<String, HeldProperty> properties) {
        HeldClass {
            properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        }

        private HeldClass and(HeldClass other) {
            SortedMap<String, HeldProperty> both = new TreeMap<>(properties);
            other.properties.forEach((property, held) -> both.merge(property, held, HeldProperty::and));
            return new HeldClass(iri, things + other.things, both);
        }
    }

    /**
     * A property.
     *
     * @param triples how often it is used
     * @param datatypes how many of its values are literals of each type
     */
    record HeldProperty(String iri, long triples, SortedMap<String, Long> datatypes) {
        HeldProperty {
            datatypes = Collections.unmodifiableSortedMap(new TreeMap<>(datatypes));
        }

        private HeldProperty and(HeldProperty other) {
            SortedMap<String, Long> both = new TreeMap<>(datatypes);
            other.datatypes.forEach((type, literals) -> both.merge(type, literals, Long::sum));
            return new HeldProperty(iri, triples + other.triples, both);
        }

        /** {@return the type of most of its values; nothing if most of them are things} */
        Optional<String> datatype() {
            long literals =
                    datatypes.values().stream().mapToLong(Long::longValue).sum();
            return literals * 2 < triples
                    ? Optional.empty()
                    : datatypes.entrySet().stream()
                            .max(Comparator.comparingLong(Map.Entry::getValue))
                            .map(Map.Entry::getKey);
        }
    }

    static Held of(Served served) {
        InMemoryGraph catalog = served.catalog();
        SortedMap<String, HeldClass> classes = new TreeMap<>();
        SortedMap<String, HeldProperty> properties = new TreeMap<>();
        for (var partition : catalog.triples()) {
            String said = partition.predicate().value();
            if (said.equals(VOID + "classPartition")) {
                classOf(catalog, partition.object()).ifPresent(of -> classes.merge(of.iri(), of, HeldClass::and));
            } else if (said.equals(VOID + "propertyPartition") && isOfDataset(catalog, partition.subject())) {
                propertyOf(catalog, partition.object())
                        .ifPresent(of -> properties.merge(of.iri(), of, HeldProperty::and));
            }
        }
        return new Held(
                served.site().prefixes(), classes, properties, served.lexicon().repetitions());
    }

    private static boolean isOfDataset(InMemoryGraph catalog, Term subject) {
        return catalog.object(subject, VOID + "class").isEmpty();
    }

    private static Optional<HeldClass> classOf(InMemoryGraph catalog, Term part) {
        SortedMap<String, HeldProperty> properties = new TreeMap<>();
        for (Term use : catalog.objects(part, VOID + "propertyPartition")) {
            propertyOf(catalog, use).ifPresent(of -> properties.merge(of.iri(), of, HeldProperty::and));
        }
        return catalog.object(part, VOID + "class")
                .map(iri -> new HeldClass(iri.text(), number(catalog, part, "entities"), properties));
    }

    private static Optional<HeldProperty> propertyOf(InMemoryGraph catalog, Term part) {
        SortedMap<String, Long> datatypes = new TreeMap<>();
        for (Term values : catalog.objects(part, VOID_EXT + "datatypePartition")) {
            catalog.object(values, VOID_EXT + "datatype")
                    .ifPresent(type -> datatypes.merge(type.text(), number(catalog, values, "triples"), Long::sum));
        }
        return catalog.object(part, VOID + "property")
                .map(iri -> new HeldProperty(iri.text(), number(catalog, part, "triples"), datatypes));
    }

    private static long number(InMemoryGraph catalog, Term part, String counted) {
        return catalog.object(part, VOID + counted)
                .map(Term::text)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(0L);
    }

    /** {@return the class of a name in an address: prefixed, or an IRI} */
    Optional<HeldClass> classCalled(String name) {
        return Optional.ofNullable(classes.get(expanded(name)));
    }

    /** {@return the property of a name in an address: prefixed, or an IRI} */
    Optional<HeldProperty> propertyCalled(String name, HeldClass of) {
        return Optional.ofNullable(of.properties().get(expanded(name)));
    }

    private String expanded(String name) {
        int colon = Math.max(0, name.indexOf(':'));
        String namespace = prefixes.namespaces().get(name.substring(0, colon));
        return namespace == null ? name : namespace + name.substring(colon + 1);
    }
}
