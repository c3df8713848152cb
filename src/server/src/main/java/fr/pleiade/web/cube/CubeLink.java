package fr.pleiade.web.cube;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.cube.link.LinkComponent;
import fr.pleiade.cube.link.LinkWriter;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.figures.Cube;
import fr.pleiade.web.figures.Dimension;
import fr.pleiade.web.figures.Entry;
import fr.pleiade.web.figures.Slice;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.page.Contact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A slice in the words of cube.link. Only observations that have a number are in it.
 *
 * <p>Memory: the values that the slice has; observations are written as they are read, once for the constraint and once for themselves.
 *
 * @see LinkWriter
 */
final class CubeLink {
    private final Slice slice;
    private final Cube cube;
    private final String address;
    private final LinkWriter writer;
    private final List<Set<Integer>> used = new ArrayList<>();
    private final Map<Integer, Numbers> measures = new TreeMap<>();

    /** The numbers of a measure: the least, the greatest, whether one has decimals, and the unit that all have, if that is one. */
    private record Numbers(BigDecimal least, BigDecimal greatest, boolean hasDecimals, Optional<Term> unit) {
        static Numbers of(BigDecimal number, Optional<Term> unit) {
            return new Numbers(number, number, number.scale() > 0, unit);
        }

        Numbers and(Numbers other) {
            return new Numbers(
                    least.min(other.least),
                    greatest.max(other.greatest),
                    hasDecimals || other.hasDecimals,
                    unit.filter(one -> other.unit.filter(one::equals).isPresent()));
        }

        Term term(BigDecimal number) {
            return Term.Literal.typed(number.toPlainString(), XSD + (hasDecimals ? "decimal" : "integer"));
        }
    }

    /** @param address that of the slice, with its query */
    CubeLink(Slice slice, String address, Consumer<Quad> triples) {
        this.slice = slice;
        this.cube = slice.cube();
        this.address = address;
        this.writer = new LinkWriter(new Term.Iri(address), triples);
    }

    void write() {
        Term publisher = publisher();
        writer.describe(said(publisher));
        cube.dimensions().forEach(dimension -> used.add(new TreeSet<>()));
        slice.give(Integer.MAX_VALUE, this::note);
        writer.constrain(components(), publisher);
        slice.give(Integer.MAX_VALUE, entry -> observation(entry, publisher));
    }

    private Map<String, List<Term>> said(Term publisher) {
        String named = cube.served().lexicon().name(publisher.text(), Language.OF_READERS.locale());
        String mailbox = Contact.of(cube.served().site()).replaceFirst("^mailto:", "");
        Map<String, List<Term>> said = new LinkedHashMap<>();
        said.put("name", names(language -> cube.title(language.locale())));
        said.put("description", names(language -> cube.served().title(graph(), language.locale())));
        String day = cube.release().created().toString().substring(0, "2026-01-31".length());
        for (String dated : List.of("dateCreated", "datePublished", "dateModified")) {
            said.put(dated, List.of(Term.Literal.typed(day, XSD + "date")));
        }
        for (String who : List.of("publisher", "creator", "contributor")) {
            said.put(who, List.of(publisher));
        }
        said.put("contactPoint", List.of(writer.contact(Term.Literal.of(named), Term.Literal.of(mailbox))));
        said.put("isBasedOn", List.of(new Term.Iri(cube.dataSet())));
        said.put(
                "license",
                cube.served().catalog().objects(dataset(), DCT + "license").stream()
                        .limit(1)
                        .toList());
        return said;
    }

    private String graph() {
        return cube.table().graphs().get(0);
    }

    private Term dataset() {
        return new Term.Iri(cube.release().base() + "dataset/" + graph());
    }

    private Term publisher() {
        Optional<Term> said = cube.served().catalog().object(dataset(), DCT + "publisher");
        return said.filter(Term.Iri.class::isInstance)
                .orElseGet(() -> cube.served().site().catalog().iri());
    }

    private void note(Entry entry) {
        entry.number().ifPresent(number -> {
            for (Dimension dimension : cube.dimensions()) {
                int code = entry.codes().get(dimension.place());
                if (code >= 0) {
                    used.get(dimension.place()).add(code);
                }
            }
            measures.merge(entry.measure(), Numbers.of(number, entry.unit()), Numbers::and);
        });
    }

    private List<LinkComponent> components() {
        List<LinkComponent> components = new ArrayList<>();
        for (Dimension dimension : cube.dimensions()) {
            components.add(new LinkComponent(
                    dimension.property(),
                    false,
                    names(language -> dimension.label(language.locale())),
                    "",
                    used.get(dimension.place()).stream()
                            .map(code -> dimension.values().get(code))
                            .toList(),
                    Optional.empty()));
        }
        measures.forEach((measure, numbers) -> components.add(new LinkComponent(
                cube.table().measures().get(measure),
                true,
                names(language -> cube.measure(measure, language.locale())),
                "",
                List.of(numbers.term(numbers.least()), numbers.term(numbers.greatest())),
                numbers.unit())));
        return components;
    }

    private void observation(Entry entry, Term publisher) {
        entry.number().ifPresent(number -> {
            Term observation =
                    new Term.Iri(entry.parts() == 1 ? cube.observation(entry.row()) : address + "#sum-" + entry.row());
            writer.observation(observation, publisher);
            for (Dimension dimension : cube.dimensions()) {
                int code = entry.codes().get(dimension.place());
                if (code >= 0) {
                    writer.value(
                            observation,
                            dimension.property(),
                            dimension.values().get(code));
                }
            }
            Numbers numbers = measures.get(entry.measure());
            if (numbers != null) {
                writer.value(observation, cube.table().measures().get(entry.measure()), numbers.term(number));
            }
        });
    }

    private static List<Term> names(Function<Language, String> name) {
        return Stream.of(Language.values())
                .<Term>map(language -> Term.Literal.inLanguage(name.apply(language), language.tag()))
                .toList();
    }
}
