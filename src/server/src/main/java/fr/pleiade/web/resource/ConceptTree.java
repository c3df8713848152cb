package fr.pleiade.web.resource;

import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.rdf.Term;
import fr.pleiade.release.inverse.Inverse;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.Alphabetical;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.shape.Sayings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The terms of a code list below one another, each with how many things are filed under it.
 *
 * @param scheme the code list
 * @param schemeIri its IRI
 * @param roots its terms that no wider one leads to, by name
 * @param size how many terms there are in all
 */
record ConceptTree(Shown scheme, String schemeIri, List<Node> roots, int size) {
    /** A code list with more terms is shown page by page, as what leads to it. */
    static final int MOST = 120;

    ConceptTree {
        roots = List.copyOf(roots);
    }

    /**
     * A term.
     *
     * @param things how many things are filed under it itself
     * @param isHere whether it is the page's own thing
     */
    record Node(Shown concept, long things, boolean isHere, List<Node> narrower) {
        Node {
            narrower = List.copyOf(narrower);
        }
    }

    /**
     * {@return the code list that a thing is, or that it is a term of; nothing of other things, and of a code list with more than
     * {@value #MOST} terms}
     *
     * @param said what the release says, of the thing among others
     * @param counts how many things are filed under terms, as far as it was asked before; is added to
     */
    static Optional<ConceptTree> of(
            Term.Iri thing, Sayings said, Served served, Inverse inverse, Map<String, Long> counts, Locale locale) {
        List<Term> types = said.objects(thing, TYPE.value());
        Optional<Term> scheme = types.contains(new Term.Iri(SKOS + "ConceptScheme"))
                ? Optional.of(thing)
                : types.contains(new Term.Iri(SKOS + "Concept"))
                        ? said.objects(thing, SKOS + "inScheme").stream()
                                .filter(term -> term instanceof Term.Iri)
                                .findFirst()
                        : Optional.empty();
        return scheme.flatMap(list -> new Planting(thing, said, served, inverse, counts, locale).tree(list));
    }

    /** Grows the tree of one page. One use. */
    private record Planting(
            Term.Iri thing, Sayings said, Served served, Inverse inverse, Map<String, Long> counts, Locale locale) {
        Optional<ConceptTree> tree(Term scheme) {
            Set<Term> members = new LinkedHashSet<>(said.subjects(scheme, SKOS + "inScheme"));
            members.addAll(said.objects(scheme, SKOS + "hasTopConcept"));
            members.removeIf(member -> !(member instanceof Term.Iri iri)
                    || !iri.value().startsWith(served.release().base())
                    || iri.value().indexOf('#') > 0);
            if (members.isEmpty() || members.size() > MOST) {
                return Optional.empty();
            }
            Set<Term> seen = new HashSet<>();
            List<Node> roots = nodes(
                    members.stream()
                            .filter(member -> wider(member, members).isEmpty())
                            .toList(),
                    members,
                    seen);
            return seen.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ConceptTree(shown(scheme), scheme.text(), roots, seen.size()));
        }

        private List<Term> wider(Term concept, Set<Term> members) {
            return said.objects(concept, SKOS + "broader").stream()
                    .filter(members::contains)
                    .toList();
        }

        /** Each term once, so that a circle ends. */
        private List<Node> nodes(List<Term> concepts, Set<Term> members, Set<Term> seen) {
            List<Node> nodes = new ArrayList<>();
            for (Term concept : concepts) {
                if (seen.add(concept)) {
                    List<Term> narrower = members.stream()
                            .filter(member ->
                                    said.objects(member, SKOS + "broader").contains(concept))
                            .toList();
                    nodes.add(new Node(
                            shown(concept),
                            things(concept.text()),
                            concept.equals(thing),
                            nodes(narrower, members, seen)));
                }
            }
            return Alphabetical.sorted(nodes, node -> node.concept().text(), locale);
        }

        private Shown shown(Term term) {
            return Shown.iri(term.text(), served.lexicon(), served.release().base(), locale);
        }

        private long things(String concept) {
            Long known = counts.get(concept);
            if (known != null) {
                return known;
            }
            long count = inverse.counts(new Term.Iri(concept)).stream()
                    .filter(link -> !link.property().startsWith(SKOS)
                            && !served.lexicon().repetitions().contains(link.property()))
                    .mapToLong(Inverse.Count::count)
                    .sum();
            counts.put(concept, count);
            return count;
        }
    }
}
