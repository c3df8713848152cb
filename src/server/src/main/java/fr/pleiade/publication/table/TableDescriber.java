package fr.pleiade.publication.table;

import fr.pleiade.mapping.model.Plan;
import fr.pleiade.quads.GraphFile;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.table.LeftOut;
import fr.pleiade.release.table.TableSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Describes a published table so that a converter of CSVW gives back triples of the published graph and no others.
 *
 * <p>What the mapping suggests is tried on all rows; only what the graph agrees with is said, so that a condition or a function of the mapping
 * that changes nothing in this table does no harm, and one that does leaves out what it changes.
 *
 * @see <a href="https://www.w3.org/TR/csv2rdf/">csv2rdf</a>, in minimal mode
 */
public final class TableDescriber {
    private final Plan plan;
    private final Set<String> stated;
    private final Set<String> verified;
    private final Path work;

    /**
     * @param plan the mapping that the graph was made by, of this table alone
     * @param stated the properties of triples that follow from what the mapping makes
     * @param verified those of triples that say how links were compared with registers
     * @param work a folder for what does not fit into memory
     */
    public TableDescriber(Plan plan, Set<String> stated, Set<String> verified, Path work) {
        this.verified = Set.copyOf(verified);
        this.plan = plan;
        this.stated = Set.copyOf(stated);
        this.work = work;
    }

    /**
     * {@return what the table's columns give}
     *
     * @param table CSV by RFC 4180, with the header that the mapping knows
     * @param nquads the published graph, sorted
     * @param graph its name
     */
    public TableSchema describe(Path table, Path nquads, Term.Iri graph) throws IOException {
        TableRows rows = new TableRows(table);
        List<String> header = rows.header();
        List<String> names = names(header);
        Candidates candidates = new Candidates(plan, header, names);
        List<Candidate> all = candidates.offers().stream()
                .flatMap(offer -> offer.candidates().stream())
                .distinct()
                .toList();
        Sample sample = new Sample(rows, GraphFile.of(nquads));
        Map<Candidate, Candidate> resolved = sample.resolved(all);
        Set<Candidate> likely = sample.agreeing(new HashSet<>(resolved.values()));
        ColumnTypes types = new ColumnTypes(header.size(), all, resolved);
        try (Agreement agreement = new Agreement(List.copyOf(likely), keys(candidates), graph, work)) {
            rows.each(Long.MAX_VALUE, cells -> {
                agreement.add(cells);
                types.add(cells);
            });
            Choice choice = new Choice(header, names, types);
            choice.choose(candidates.offers(), resolved, new HashSet<>(agreement.agreed(nquads)));
            candidates.leftOut().forEach(choice::leave);
            stated.stream()
                    .sorted()
                    .map(property -> new LeftOut("", property, LeftOut.Reason.FOLLOWS))
                    .forEach(choice::leave);
            verified.stream()
                    .sorted()
                    .map(property -> new LeftOut("", property, LeftOut.Reason.VERIFIED))
                    .forEach(choice::leave);
            return choice.schema(agreement.unique());
        }
    }

    /** {@return the sets of columns that name things, in the mapping's order} */
    private static List<Set<Integer>> keys(Candidates candidates) {
        Set<Set<Integer>> keys = new LinkedHashSet<>();
        candidates.offers().forEach(offer -> keys.add(offer.about().columns()));
        keys.remove(Set.of());
        return List.copyOf(keys);
    }

    /** {@return the titles as variables of a URI template may be called: other characters escaped, none of CSVW's own in front} */
    private static List<String> names(List<String> titles) {
        List<String> names = new ArrayList<>();
        for (String title : titles) {
            StringBuilder name = new StringBuilder();
            for (byte b : title.getBytes(StandardCharsets.UTF_8)) {
                char c = (char) (b & 0xFF);
                boolean isPlain = c < 128 && (Character.isLetterOrDigit(c) || (c == '_' && !name.isEmpty()));
                name.append(isPlain ? String.valueOf(c) : "%%%02X".formatted((int) c));
            }
            names.add(name.toString());
        }
        return names;
    }
}
