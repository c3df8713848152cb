package fr.pleiade.publication.table;

import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.table.LeftOut;
import fr.pleiade.release.table.TableSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses the columns of a description: a column of the file gives one property, and any number of virtual ones may follow. One use. */
final class Choice {
    private static final String STRING = Vocabulary.XSD + "string";

    private final List<String> header;
    private final List<String> names;
    private final ColumnTypes types;
    private final Map<Integer, Candidate> ofFile = new LinkedHashMap<>();
    private final Set<Candidate> virtual = new LinkedHashSet<>();
    private final Set<LeftOut> leftOut = new LinkedHashSet<>();

    Choice(List<String> header, List<String> names, ColumnTypes types) {
        this.header = header;
        this.names = names;
        this.types = types;
    }

    /**
     * Chooses a column for each offer, if there is one left.
     *
     * @param resolved the candidates, with the datatypes that their values turned out to have
     * @param agreed those that the published graph agrees with
     */
    void choose(List<Offer> offers, Map<Candidate, Candidate> resolved, Set<Candidate> agreed) {
        Set<Integer> variables = variables(agreed);
        List<Offer> later = new ArrayList<>();
        for (Offer offer : offers) {
            List<Candidate> possible = offer.candidates().stream()
                    .map(candidate -> resolved.getOrDefault(candidate, candidate))
                    .filter(agreed::contains)
                    .toList();
            Optional<Candidate> first = possible.stream().findFirst();
            if (first.isEmpty()) {
                leave(offer, LeftOut.Reason.DISAGREES);
            } else if (first.get().isVirtual()) {
                virtual.add(first.get());
            } else if (first.get().value() instanceof Value.Cell) {
                take(offer, possible, variables);
            } else {
                later.add(new Offer(
                        offer.about(), offer.property(), possible)); // texts first: an address may find another column
            }
        }
        later.forEach(offer -> take(offer, offer.candidates(), variables));
    }

    private void take(Offer offer, List<Candidate> possible, Set<Integer> variables) {
        Optional<Candidate> free = possible.stream()
                .filter(candidate ->
                        ofFile.getOrDefault(candidate.column(), candidate).equals(candidate))
                .filter(candidate -> !isList(candidate) || !variables.contains(candidate.column()))
                .findFirst();
        free.ifPresentOrElse(
                candidate -> ofFile.put(candidate.column(), candidate),
                () -> leave(offer, LeftOut.Reason.COLUMN_IN_USE));
    }

    private static boolean isList(Candidate candidate) {
        return candidate.value() instanceof Value.Cell cell && !cell.separator().isEmpty();
    }

    /** {@return the columns that templates read, which must not be divided} */
    private static Set<Integer> variables(Set<Candidate> agreed) {
        Set<Integer> variables = new HashSet<>();
        for (Candidate candidate : agreed) {
            variables.addAll(candidate.about().columns());
            if (candidate.value() instanceof Value.Address address) {
                variables.addAll(address.pattern().columns());
            }
        }
        return variables;
    }

    private void leave(Offer offer, LeftOut.Reason reason) {
        leave(new LeftOut(offer.about().source(names), offer.property(), reason));
    }

    void leave(LeftOut left) {
        leftOut.add(left);
    }

    /** @param unique the sets of columns that tell the rows apart */
    TableSchema schema(List<Set<Integer>> unique) {
        List<TableSchema.Column> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            columns.add(ofFile(i));
        }
        int number = 0;
        for (Candidate candidate : virtual) {
            columns.add(column(freeName(++number), "", STRING, candidate));
        }
        return new TableSchema(columns, key(unique), List.copyOf(leftOut));
    }

    private String freeName(int number) {
        String name = "virtual" + number;
        while (names.contains(name)) {
            name += "x";
        }
        return name;
    }

    private TableSchema.Column ofFile(int position) {
        String name = names.get(position);
        String title = header.get(position);
        Candidate candidate = ofFile.get(position);
        return candidate == null
                ? new TableSchema.Column(name, title, types.of(position), "", "", "", "", "", "")
                : column(name, title, types.of(position), candidate);
    }

    private TableSchema.Column column(String name, String title, String datatype, Candidate candidate) {
        Term.Literal like = candidate.value() instanceof Value.Cell cell
                ? new Term.Literal("", cell.datatype(), cell.language())
                : candidate.value() instanceof Value.Constant constant
                        ? constant.literal()
                        : Term.Literal.typed("", datatype);
        return new TableSchema.Column(
                name,
                title,
                like.language().isEmpty() ? like.datatype() : STRING,
                candidate.value() instanceof Value.Cell cell ? cell.separator() : "",
                like.language(),
                candidate.about().source(names),
                candidate.property().value(),
                candidate.value().template(names),
                like.lexical());
    }

    /** {@return the columns that tell the rows apart and name what most of the triples are about} */
    private List<String> key(List<Set<Integer>> unique) {
        List<Candidate> chosen = new ArrayList<>(ofFile.values());
        chosen.addAll(virtual);
        Map<Set<Integer>, Long> uses = chosen.stream()
                .collect(Collectors.groupingBy(candidate -> candidate.about().columns(), Collectors.counting()));
        Optional<Set<Integer>> best = unique.stream()
                .reduce((one, other) -> uses.getOrDefault(other, 0L) > uses.getOrDefault(one, 0L) ? other : one);
        return best.map(columns -> columns.stream().map(names::get).toList()).orElse(List.of());
    }
}
