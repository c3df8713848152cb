package fr.pleiade.web.listing;

import fr.pleiade.quads.GraphFile;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.web.served.Alphabetical;
import fr.pleiade.web.served.Served;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The things of a type, in the order of their names, found by binary search in the sorted graphs.
 *
 * @param iris at most {@value #MOST}
 * @param naming the property by which the first of them that has a name is called so; {@code rdfs:label} if none has
 * @param isCut whether there are more
 */
record Things(List<String> iris, String naming, boolean isCut) {
    /** As many as are sorted and described for one answer; all of a dataset are in its downloads. */
    static final int MOST = 5_000;

    Things {
        iris = List.copyOf(iris);
    }

    /** {@return the things whose addresses begin with {@code <base>id/{type}/}} */
    static Things of(Served served, String type, Locale locale) {
        String start = "<" + served.release().base() + "id/" + type + "/";
        SortedSet<String> found = new TreeSet<>();
        boolean isCut = false;
        for (PublishedGraph graph : served.release().graphs()) {
            GraphFile.Lines lines =
                    GraphFile.of(served.release().graphFile(graph.slug())).lines();
            byte[] prefix = start.getBytes(StandardCharsets.UTF_8);
            lines.seek(prefix);
            while (lines.begins(prefix)) {
                String line = new String(lines.line(), StandardCharsets.UTF_8);
                String iri = line.substring(1, line.indexOf('>'));
                if (iri.indexOf('#') < 0 && !found.contains(iri)) {
                    if (found.size() == MOST) {
                        isCut = true;
                        break;
                    }
                    found.add(iri);
                }
                lines.seek((line.substring(0, line.indexOf('>') + 1) + "!")
                        .getBytes(StandardCharsets.UTF_8)); // behind its lines
            }
        }
        List<String> iris = byName(found, served, locale);
        String naming = iris.stream()
                .map(served.lexicon()::naming)
                .filter(property -> !property.isEmpty())
                .findFirst()
                .orElse(Vocabulary.RDFS + "label");
        return new Things(iris, naming, isCut);
    }

    /** {@return some of the things, in the given order} */
    Things with(List<String> some) {
        return new Things(some, naming, isCut);
    }

    /** {@return those of some things that point to a thing, by whatever property} */
    Things leadingTo(Term.Iri thing, Served served) {
        SortedSet<String> subjects = new TreeSet<>();
        served.inverse()
                .counts(thing)
                .forEach(count -> subjects.addAll(served.inverse().first(thing, count.property(), MOST)));
        return with(iris.stream().filter(subjects::contains).toList());
    }

    private static List<String> byName(SortedSet<String> iris, Served served, Locale locale) {
        return Alphabetical.sorted(iris, iri -> served.lexicon().name(iri, locale), Comparator.naturalOrder(), locale);
    }
}
