package fr.pleiade.mapping.term;

import fr.pleiade.findings.Text;
import fr.pleiade.mapping.datatype.Datatype;
import fr.pleiade.mapping.datatype.IntegerRange;
import fr.pleiade.mapping.model.Reference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether literals of one datatype may be written: their texts must be the datatype's, and numbers such as the run's store can hold.
 *
 * @see <a href="https://www.w3.org/TR/rdf11-concepts/#dfn-ill-typed">RDF 1.1 Concepts, ill-typed literals</a>
 */
final class LiteralCheck {
    private static final Text ILL_TYPED = new Text(
            "'%s' is not of the datatype %s, which is written like %s",
            "« %s » n'est pas du type %s, qui s'écrit comme %s");
    private static final Text ILL_TYPED_REMEDY = new Text(
            "correct the cell, read it with a function such as fn:number or fn:date, or write it as it is with fn:asIs",
            "corriger la cellule, la lire par une fonction comme fn:number ou fn:date, ou l'écrire telle quelle par fn:asIs");
    private static final Map<Datatype, Held> HELD_BY_TDB2 = Map.of(
            Datatype.INTEGER,
            new Held(
                    64,
                    IntegerRange.between(String.valueOf(Long.MIN_VALUE), String.valueOf(Long.MAX_VALUE)),
                    new Text("declare it xsd:decimal, or a string", "la déclarer xsd:decimal, ou en faire un texte")),
            Datatype.LONG,
            new Held(
                    56,
                    IntegerRange.between(String.valueOf(-1L << 55), String.valueOf((1L << 55) - 1)),
                    new Text("declare it xsd:integer", "la déclarer xsd:integer")));

    private final Datatype datatype;
    private final boolean mustBeWellTyped;
    private final Optional<Held> held;

    /**
     * Which numbers of a datatype TDB2 gives back as the same terms.
     *
     * <p>It writes an {@code xsd:integer} that does not fit into the 56 bits of its node numbers as one of 64, whatever is lost, and an
     * {@code xsd:long} likewise, which becomes an {@code xsd:integer}. The numbers of other datatypes it keeps as texts.
     */
    private record Held(int bits, IntegerRange range, Text remedy) {
        private static final Text PROBLEM = new Text(
                "'%s' is an %s that the store would give back as another one: it holds those of %d bits",
                "« %s » est un %s que l'entrepôt rendrait autre : il tient ceux de %d bits");

        Text problem(String text, Datatype datatype) {
            return PROBLEM.with(text, datatype, bits);
        }
    }

    private LiteralCheck(Datatype datatype, boolean mustBeWellTyped, Optional<Held> held) {
        this.datatype = datatype;
        this.mustBeWellTyped = mustBeWellTyped;
        this.held = held;
    }

    /** {@return the check of a datatype's literals, if its IRI is of a datatype that has not every text} */
    static Optional<LiteralCheck> of(String iri, Binding binding) {
        return Datatype.of(iri).filter(type -> !type.hasEveryText()).map(type -> {
            Optional<Held> held = binding.isForTdb2() ? Optional.ofNullable(HELD_BY_TDB2.get(type)) : Optional.empty();
            return new LiteralCheck(type, true, held);
        });
    }

    /** {@return the same check, which lets ill-typed literals pass} */
    LiteralCheck asIs() {
        return new LiteralCheck(datatype, false, held);
    }

    /** {@return whether a literal may be written; if not, it is reported at the columns that it was made of} */
    boolean passes(byte[] bytes, int from, int to, RowScope scope, List<Reference> columns) {
        if (mustBeWellTyped && !datatype.has(bytes, from, to)) {
            Text problem = ILL_TYPED.with(text(bytes, from, to), datatype, datatype.example());
            scope.report("ill-typed-literal", columns, problem, ILL_TYPED_REMEDY);
            return false;
        }
        if (held.isPresent() && isLost(bytes, from, to)) {
            Held numbers = held.get();
            Text problem = numbers.problem(text(bytes, from, to), datatype);
            scope.report("integer-too-large", columns, problem, numbers.remedy());
            return false;
        }
        return true;
    }

    boolean passes(String text, RowScope scope, List<Reference> columns) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return passes(bytes, 0, bytes.length, scope, columns);
    }

    /** {@return why a well-typed constant may not be written, if that is so} */
    Optional<String> refusal(String constant) {
        byte[] bytes = constant.getBytes(StandardCharsets.UTF_8);
        return held.filter(numbers -> isLost(bytes, 0, bytes.length))
                .map(numbers -> numbers.problem(constant, datatype).en() + "; "
                        + numbers.remedy().en());
    }

    /** {@return whether the store would give the number back as another one; an ill-typed literal it keeps as a text} */
    private boolean isLost(byte[] bytes, int from, int to) {
        return !held.orElseThrow().range().contains(bytes, from, to) && datatype.has(bytes, from, to);
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
