package fr.pleiade.web.resource;

import static fr.pleiade.rdf.Vocabulary.OWL;
import static fr.pleiade.rdf.Vocabulary.RDF;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.Alphabetical;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.Served;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the page about a term of a vocabulary shows.
 *
 * @param name what it is called
 * @param iri the term
 * @param isClass whether things are of it; else it is a property, or only named
 * @param kind what kind of term it is
 * @param meaning what it means, or {@code ""}
 * @param vocabulary the one that defines it
 * @param rows what the vocabulary says of it beyond that
 * @param narrower its subclasses or subproperties
 * @param properties of a class: what things of it have; of a property, nothing
 * @param values of a class: the properties that lead to things of it
 * @param total how often it is used
 * @param uses how often in which dataset
 * @param examples things that have it, with what they have
 * @param query where SPARQL lists what has it
 * @param search of a class: where its things are searched; else {@code ""}
 */
record TermPage(
        String name,
        String iri,
        boolean isClass,
        List<Shown> kind,
        String meaning,
        Shown vocabulary,
        List<Shown.Row> rows,
        List<Shown> narrower,
        List<Shown> properties,
        List<Shown> values,
        long total,
        List<Use> uses,
        List<Example> examples,
        String query,
        String search) {
    private static final Set<String> CLASSES = Set.of(OWL + "Class", RDFS + "Class");
    private static final String PROPERTY_QUERY = "SELECT ?thing ?value { ?thing <%s> ?value } LIMIT 100";
    private static final String CLASS_QUERY = "SELECT ?thing { ?thing a <%s> } LIMIT 100";

    TermPage {
        kind = List.copyOf(kind);
        rows = List.copyOf(rows);
        narrower = List.copyOf(narrower);
        properties = List.copyOf(properties);
        values = List.copyOf(values);
        uses = List.copyOf(uses);
        examples = List.copyOf(examples);
    }

    /** A dataset, and how often the term is used in it. */
    record Use(Shown dataset, long count) {}

    /** A thing that has the term; its value, or of a class what the thing is called only. */
    record Example(Shown thing, List<Shown> values) {
        Example {
            values = List.copyOf(values);
        }
    }

    /** {@return the page about a term, which the vocabulary at an address defines} */
    static TermPage of(Term.Iri term, String vocabulary, TermUses uses, Served served, Locale locale) {
        Writer writer = new Writer(served, locale);
        InMemoryGraph ontology = served.lexicon().ontology();
        List<Term> types = ontology.objects(term, TYPE.value());
        boolean isClass = types.stream().anyMatch(type -> CLASSES.contains(type.text()));
        return new TermPage(
                served.lexicon().name(term.value(), locale),
                term.value(),
                isClass,
                types.stream()
                        .filter(type -> types.size() == 1 || !type.text().equals(RDF + "Property"))
                        .map(type -> writer.iri(type.text()))
                        .toList(),
                served.lexicon().meaning(term.value(), locale).orElse(""),
                writer.vocabulary(vocabulary),
                TermFacts.of(ontology, term, served.lexicon(), served.release().base(), locale).stream()
                        .skip(types.isEmpty() ? 0 : 1) // its kinds stand above
                        .toList(),
                writer.pointing(term, RDFS + (isClass ? "subClassOf" : "subPropertyOf")),
                isClass ? writer.pointing(term, RDFS + "domain") : List.of(),
                isClass ? writer.pointing(term, RDFS + "range") : List.of(),
                uses.total(),
                uses.byDataset().entrySet().stream()
                        .map(use -> new Use(writer.dataset(use.getKey()), use.getValue()))
                        .toList(),
                uses.examples().stream()
                        .map(example -> writer.example(example, isClass))
                        .toList(),
                "/sparql?query=" + escaped((isClass ? CLASS_QUERY : PROPERTY_QUERY).formatted(term.value())),
                isClass ? "/search?q=&type=" + escaped(term.value()) : "");
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** {@return where the page about a term is: below that of its vocabulary} */
    static String address(String vocabularyPage, String iri) {
        return vocabularyPage + "/" + URLEncoder.encode(iri.substring(iri.indexOf('#') + 1), StandardCharsets.UTF_8);
    }

    /** Puts terms and examples into the words of one language. */
    private record Writer(Served served, Locale locale) {
        Shown iri(String iri) {
            return Shown.iri(iri, served.lexicon(), served.release().base(), locale);
        }

        Shown vocabulary(String iri) {
            Shown shown = iri(iri);
            return new Shown(shown.text(), "/vocab/" + Lexicon.lastPart(iri), shown.language(), false, "", List.of());
        }

        Shown dataset(String slug) {
            return served.release()
                    .graph(slug)
                    .map(graph -> iri(graph.iri()))
                    .orElseGet(() -> Shown.text(served.title(slug, locale), "", ""));
        }

        /** {@return the terms that point to one, by name} */
        List<Shown> pointing(Term term, String property) {
            List<Shown> terms = served.lexicon()
                    .ontology()
                    .subjects(property, term)
                    .filter(subject -> subject instanceof Term.Iri)
                    .distinct()
                    .map(subject -> iri(subject.text()))
                    .toList();
            return Alphabetical.sorted(terms, Shown::text, locale);
        }

        Example example(Quad triple, boolean isClass) {
            String subject = triple.subject().text();
            int part = subject.indexOf('#');
            Shown thing = triple.subject() instanceof Term.BlankNode
                    ? Shown.text("…", "", "")
                    : iri(part < 0 ? subject : subject.substring(0, part));
            return new Example(thing, isClass ? List.of() : List.of(value(triple.object())));
        }

        private Shown value(Term value) {
            if (value instanceof Term.Literal literal) {
                Shown whole = Shown.literal(literal, served.lexicon(), locale);
                return Shown.text(Lexicon.shortened(whole.text()), whole.language(), "");
            }
            int part = value.text().indexOf('#');
            boolean isPart =
                    part > 0 && value.text().startsWith(served.release().base() + "id/");
            return isPart ? Shown.text(partName(value), "", "") : iri(value.text());
        }

        /** {@return what a part of a thing is called; else the kind of thing that it is} */
        private String partName(Term part) {
            InMemoryGraph description = served.release()
                    .describe(part.text().substring(0, part.text().indexOf('#')));
            Labels names = Lexicon.namesIn(description, part);
            if (!names.isEmpty()) {
                return names.in(locale);
            }
            return description.objects(part, Vocabulary.TYPE.value()).stream()
                    .findFirst()
                    .map(type -> served.lexicon().name(type.text(), locale))
                    .orElse("…");
        }
    }
}
