package fr.pleiade.linking.succession;

import static fr.pleiade.rdf.Vocabulary.LINK;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a dataset of dated changes says what succeeded what.
 *
 * <pre>{@code
 * <dataset/changes#succession> a link:Succession ; rdfs:label "town"@en , "ville"@fr ;
 *   link:date ex:date ; link:key ex:codeBefore ;
 *   link:kind [ link:main true ; link:before ex:townBefore ; link:after ex:townAfter ; link:class ex:FormerTown ;
 *     link:target [ link:dataset "towns" ; link:class ex:Town ] ] ;
 *   link:copy [ link:from ex:codeBefore ; link:to ex:code ] , [ link:from ex:nameBefore ; link:to rdfs:label ] ;
 *   link:replacedBy dct:isReplacedBy ; link:present ex:today ; link:until ex:until ; link:ending ex:ends .
 * }</pre>
 *
 * @param iri the declaration's IRI
 * @param slug the slug of the dataset of the changes
 * @param date the property of a change that holds its day
 * @param key the property of a change that holds the key of the thing as it was
 * @param kinds the kinds of things
 * @param copies what is said of a thing that exists no more, as its last change says it
 * @param replacedBy from a thing that exists no more to what it directly became; {@code ""}, as of the next three: not said
 * @param present from a thing that exists no more to what it is now, over any number of changes
 * @param until from a thing that exists no more to the day from which it did not exist
 * @param ending from a change to what it ended
 */
public record Succession(
        String iri,
        String slug,
        String date,
        String key,
        List<Kind> kinds,
        List<Copy> copies,
        String replacedBy,
        String present,
        String until,
        String ending) {
    private static final Set<String> PROPERTIES =
            Set.of("date", "key", "kind", "copy", "replacedBy", "present", "until", "ending");
    private static final Set<String> OF_KINDS = Set.of("main", "partial", "before", "after", "class", "target");
    private static final Set<String> OF_COPIES = Set.of("from", "to", "datatype");
    private static final String CLASS = LINK + "class";

    public Succession {
        kinds = List.copyOf(kinds);
        copies = List.copyOf(copies);
    }

    /**
     * What a change says of a thing, which is said of the thing itself.
     *
     * @param from the property of the change
     * @param to the properties of the thing
     * @param datatype the datatype that literals have there; {@code ""}: the one that they have
     */
    public record Copy(String from, SortedSet<String> to, String datatype) {
        public Copy {
            to = Collections.unmodifiableSortedSet(new TreeSet<>(to));
        }

        Term value(Term said) {
            return datatype.isEmpty() ? said : Term.Literal.typed(said.text(), datatype);
        }
    }

    /**
     * {@return the successions that a document declares}
     *
     * @param slug the slug of the dataset whose document it is
     * @throws IllegalArgumentException if a declaration lacks what it needs, or has what is not understood; the message names the line
     */
    public static List<Succession> in(InMemoryGraph links, String slug) {
        return links.subjects(Vocabulary.TYPE.value(), new Term.Iri(LINK + "Succession"))
                .map(node -> read(links, node, slug))
                .toList();
    }

    private static Succession read(InMemoryGraph links, Term node, String slug) {
        refuseUnknown(links, node, PROPERTIES);
        List<Kind> kinds = links.objects(node, LINK + "kind").stream()
                .map(kind -> kind(links, kind))
                .toList();
        if (kinds.isEmpty() || kinds.stream().filter(Kind::isMain).count() != 1) {
            throw wrong(links, node, "one link:kind must be the main one (link:main true)");
        }
        List<Copy> copies = links.objects(node, LINK + "copy").stream()
                .map(copy -> copy(links, copy))
                .toList();
        return new Succession(
                node.text(),
                slug,
                iri(links, node, "date"),
                iri(links, node, "key"),
                kinds,
                copies,
                optional(links, node, "replacedBy"),
                optional(links, node, "present"),
                optional(links, node, "until"),
                optional(links, node, "ending"));
    }

    private static Copy copy(InMemoryGraph links, Term copy) {
        refuseUnknown(links, copy, OF_COPIES);
        SortedSet<String> to = new TreeSet<>();
        links.objects(copy, LINK + "to").forEach(property -> to.add(property.text()));
        return new Copy(iri(links, copy, "from"), to, optional(links, copy, "datatype"));
    }

    private static Kind kind(InMemoryGraph links, Term kind) {
        refuseUnknown(links, kind, OF_KINDS);
        List<Kind.Present> registers = links.objects(kind, LINK + "target").stream()
                .map(target -> {
                    Set<String> classes = new HashSet<>();
                    links.objects(target, CLASS).forEach(type -> classes.add(type.text()));
                    String dataset = optional(links, target, "dataset");
                    if (dataset.isEmpty() || classes.isEmpty()) {
                        throw wrong(links, target, "a target must have link:dataset and link:class");
                    }
                    return new Kind.Present(dataset, classes);
                })
                .toList();
        return new Kind(
                iri(links, kind, "before"),
                iri(links, kind, "after"),
                optional(links, kind, "class"),
                isTrue(links, kind, "main"),
                isTrue(links, kind, "partial"),
                registers);
    }

    private static boolean isTrue(InMemoryGraph links, Term node, String property) {
        return Set.of("true", "1").contains(optional(links, node, property));
    }

    private static String iri(InMemoryGraph links, Term node, String property) {
        List<Term> values = links.objects(node, LINK + property);
        if (values.size() != 1 || !(values.get(0) instanceof Term.Iri iri)) {
            throw wrong(links, node, "expected one IRI for link:%s, found %d".formatted(property, values.size()));
        }
        return iri.value();
    }

    private static String optional(InMemoryGraph links, Term node, String property) {
        List<Term> values = links.objects(node, LINK + property);
        if (values.size() > 1) {
            throw wrong(links, node, "expected one link:%s, found %d".formatted(property, values.size()));
        }
        return values.isEmpty() ? "" : values.get(0).text();
    }

    private static void refuseUnknown(InMemoryGraph links, Term node, Set<String> known) {
        for (Quad triple : links.about(node)) {
            String property = triple.predicate().value();
            if (property.startsWith(LINK) && !known.contains(property.substring(LINK.length()))) {
                throw wrong(links, node, "unknown property link:" + property.substring(LINK.length()));
            }
        }
    }

    private static IllegalArgumentException wrong(InMemoryGraph links, Term node, String problem) {
        return new IllegalArgumentException("line %d: %s".formatted(links.line(node), problem));
    }

    /** {@return the slugs of the datasets that describe what exists now} */
    public SortedSet<String> registers() {
        SortedSet<String> slugs = new TreeSet<>();
        kinds.forEach(kind -> kind.registers().forEach(register -> slugs.add(register.dataset())));
        return slugs;
    }

    /** {@return the properties that are said of changes and of what exists no more} */
    public SortedSet<String> stated() {
        SortedSet<String> stated = new TreeSet<>(List.of(replacedBy, present, until, ending));
        copies.forEach(copy -> stated.addAll(copy.to()));
        stated.remove("");
        return stated;
    }
}
