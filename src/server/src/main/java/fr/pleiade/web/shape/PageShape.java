package fr.pleiade.web.shape;

import static fr.pleiade.rdf.Vocabulary.PAGE;
import static fr.pleiade.rdf.Vocabulary.RDFS;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.served.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the page about a thing of a class shows and in which order, from the site's {@code ontology/shapes/page/*.ttl}: SHACL's
 * {@code sh:name}, {@code sh:group} and {@code sh:order}, and some words of our own.
 *
 * <pre>{@code
 * <shapes/page/Town> a sh:NodeShape ; sh:targetClass ex:Town ;
 *   page:kind "Town[ in {ex:county}]"@en ; page:summary "{rdfs:label} has {ex:inhabitants} inhabitants."@en ;
 *   sh:property [ sh:path ex:inhabitants ; page:as page:Figure ; sh:order 1 ] ,
 *     [ sh:path ex:mayor ; sh:group <shapes/page/Town#people> ; sh:order 1 ] ,
 *     [ sh:path [ sh:inversePath ex:town ] ; sh:name "Schools"@en ; page:value "{ex:kind}"@en ] ,
 *     [ sh:path [ sh:inversePath ex:ended ] ; sh:group <shapes/page/Town#history> ; page:event "{ex:what}"@en ; page:date ex:day ] .
 * }</pre>
 *
 * @param name what things of the class are called together
 * @param kind what stands above the thing's name
 * @param summary what stands below it
 * @param prefixes those of the document, for the places in its sentences
 * @param properties what is shown, in order
 * @see <a href="https://www.w3.org/TR/shacl/#nonValidation">SHACL, section 2.3.2, Non-Validating Property Shape Characteristics</a>
 */
public record PageShape(Labels name, Labels kind, Labels summary, Prefixes prefixes, List<Property> properties) {
    private static final String SHACL = PropertyPath.SHACL;

    public PageShape {
        properties = List.copyOf(properties);
    }

    /**
     * A property that is shown, or what leads to the thing.
     *
     * @param name what it is called here; empty where the property's own name does
     * @param group the heading below which it stands
     * @param value a sentence in place of each value
     * @param isFigure whether it is one of the few that are shown large
     * @param event a sentence that makes each value an event of the thing's history; empty where values are none
     * @param date the way from such an event to its date; none where the value is the date
     */
    public record Property(
            PropertyPath path,
            Labels name,
            Optional<Group> group,
            Labels value,
            boolean isFigure,
            Labels event,
            Optional<PropertyPath> date,
            double order) {
        /** {@return what it is called here, else what the only property of its path is called; {@code ""} if it has several} */
        public String label(Lexicon lexicon, Locale locale) {
            return name.isEmpty()
                    ? path.property().map(iri -> lexicon.name(iri, locale)).orElse("")
                    : name.in(locale);
        }

        /** {@return whether there is something to call it by: a name of its own, or that of the one property that it follows} */
        public boolean isNamed() {
            return !name.isEmpty() || path.property().isPresent();
        }

        /** {@return whether it is a list of what leads to the thing} */
        public boolean isList() {
            return !isEvent() && path.isBackwards();
        }

        /** {@return whether its values are events of the thing's history} */
        public boolean isEvent() {
            return !event.isEmpty();
        }
    }

    /** A heading. */
    public record Group(String iri, Labels name, double order) {}

    /** {@return the shapes that some documents have, by the class that each is for; of two for one class, the first} */
    public static SortedMap<String, PageShape> in(List<InMemoryGraph> documents) {
        SortedMap<String, PageShape> byClass = new TreeMap<>();
        for (InMemoryGraph shapes : documents) {
            shapes.triples().stream()
                    .filter(triple -> triple.predicate().value().equals(SHACL + "targetClass"))
                    .forEach(triple -> byClass.putIfAbsent(triple.object().text(), of(triple.subject(), shapes)));
        }
        return byClass;
    }

    /** {@return the shape of a thing of some classes: of the first of them that has one} */
    public static Optional<PageShape> of(List<Term> classes, SortedMap<String, PageShape> byClass) {
        return classes.stream()
                .map(type -> byClass.get(type.text()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static PageShape of(Term shape, InMemoryGraph shapes) {
        List<Property> properties = new ArrayList<>();
        for (Term property : shapes.objects(shape, SHACL + "property")) {
            shapes.object(property, SHACL + "path")
                    .flatMap(path -> PropertyPath.of(path, shapes))
                    .ifPresent(path -> properties.add(property(property, path, shapes)));
        }
        properties.sort(Comparator.comparingDouble(Property::order));
        return new PageShape(
                Labels.of(shapes.objects(shape, RDFS + "label")),
                Labels.of(shapes.objects(shape, PAGE + "kind")),
                Labels.of(shapes.objects(shape, PAGE + "summary")),
                shapes.prefixes(),
                properties);
    }

    private static Property property(Term node, PropertyPath path, InMemoryGraph shapes) {
        return new Property(
                path,
                Labels.of(shapes.objects(node, SHACL + "name")),
                shapes.object(node, SHACL + "group")
                        .map(group -> new Group(
                                group.text(), Labels.of(shapes.objects(group, RDFS + "label")), order(group, shapes))),
                Labels.of(shapes.objects(node, PAGE + "value")),
                shapes.object(node, PAGE + "as")
                        .filter(as -> as.text().equals(PAGE + "Figure"))
                        .isPresent(),
                Labels.of(shapes.objects(node, PAGE + "event")),
                shapes.object(node, PAGE + "date").flatMap(date -> PropertyPath.of(date, shapes)),
                order(node, shapes));
    }

    private static double order(Term node, InMemoryGraph shapes) {
        return shapes.object(node, SHACL + "order")
                .map(Term::text)
                .filter(text -> text.matches("\\d{1,9}(\\.\\d{1,9})?"))
                .map(Double::parseDouble)
                .orElse(Double.MAX_VALUE);
    }

    /** {@return a path such as {@code org:hasSite/locn:address}, each step a property; nothing if a prefix is not declared} */
    Optional<PropertyPath> path(String written) {
        List<PropertyPath> steps = new ArrayList<>();
        for (String step : written.split("/")) {
            int colon = step.indexOf(':');
            String namespace = colon < 0 ? null : prefixes.namespaces().get(step.substring(0, colon));
            if (namespace == null) {
                return Optional.empty();
            }
            steps.add(new PropertyPath.Forwards(namespace + step.substring(colon + 1)));
        }
        return Optional.of(new PropertyPath.Sequence(steps));
    }

    /** {@return a text of the shape in the reader's language, if it has it} */
    static Optional<Sentence> sentence(Labels texts, Locale locale) {
        return texts.isEmpty() ? Optional.empty() : Optional.of(Sentence.read(texts.in(locale)));
    }
}
