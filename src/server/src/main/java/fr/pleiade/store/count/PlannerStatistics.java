package fr.pleiade.store.count;

import fr.pleiade.rdf.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What TDB2 goes by when it orders the patterns of a query: {@code stats.opt}, about how many triples a pattern has.
 *
 * <p>For each class the number of its things; for each property three numbers: of triples with a known subject, with a known object, and
 * in all. A property that is not there has none, and so is looked up first. The same counts give the same bytes, without a date.
 *
 * @param union the counts of the union of all graphs
 * @param objects for each property's IRI, how many different objects it has
 */
public record PlannerStatistics(GraphCounts union, SortedMap<String, Long> objects) {
    private static final String FILE = "stats.opt";

    /** Where TDB2 looks for it: beside the files of the index. */
    private static final String DATA = "Data-0001";

    /** What can stand between angle brackets in the syntax of the file. */
    private static final Pattern WRITABLE = Pattern.compile("[^\\x00-\\x20<>{}|^`\\\\\"]+");

    /** How many triples a known subject has, and a known object, whatever their properties: guesses. */
    private static final long OF_A_SUBJECT = 20;

    private static final long OF_AN_OBJECT = 200;
    private static final long OF_A_SUBJECT_AND_PROPERTY = 2;

    /**
     * What a known object has beyond so many triples counts a tenth: TDB2 takes the smallest pattern first without looking at what its
     * join will have, and a thing that the query names leads to fewer than a small class does.
     */
    private static final long FEW = 10;

    private static final String TYPE = Vocabulary.RDF + "type";

    public PlannerStatistics {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    }

    /** Writes them beside an index, for whoever opens it next. */
    public void write(Path directory) throws IOException {
        Files.write(directory.resolve(DATA).resolve(FILE), lines());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("(stats");
        lines.add("  (meta (count " + union.triples() + "))");
        union.classes().forEach((iri, things) -> {
            if (isWritable(iri)) {
                lines.add("  ((VAR <" + TYPE + "> <" + iri + ">) " + things + ")");
            }
        });
        union.properties().forEach((iri, triples) -> {
            if (isWritable(iri)) {
                lines.addAll(property(iri, triples));
            }
        });
        lines.add("  ((TERM VAR TERM) " + OF_A_SUBJECT_AND_PROPERTY + ")");
        lines.add("  ((TERM VAR ANY) " + OF_A_SUBJECT + ")");
        lines.add("  ((ANY VAR TERM) " + OF_AN_OBJECT + ")");
        lines.add("  ((ANY VAR ANY) " + Math.max(1, union.triples()) + ")");
        lines.add("  (other 0)");
        lines.add(")");
        return lines;
    }

    private List<String> property(String iri, long triples) {
        long different = Math.max(1, objects.getOrDefault(iri, 1L));
        long ofAnObject = (triples + different - 1) / different;
        return List.of(
                "  ((TERM <" + iri + "> ANY) " + Math.min(triples, OF_A_SUBJECT_AND_PROPERTY) + ")",
                "  ((ANY <" + iri + "> TERM) " + Math.min(ofAnObject, FEW + ofAnObject / FEW) + ")",
                "  ((ANY <" + iri + "> ANY) " + triples + ")");
    }

    private static boolean isWritable(String iri) {
        return WRITABLE.matcher(iri).matches();
    }
}
