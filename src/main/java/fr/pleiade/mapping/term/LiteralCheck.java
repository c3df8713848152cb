package fr.pleiade.mapping.term;

import fr.pleiade.findings.Text;
import fr.pleiade.mapping.datatype.Datatype;
import fr.pleiade.mapping.model.Reference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Whether literals of one datatype may be written: their texts must be the datatype's, and numbers such as the run's store can hold.
 *
 * @see <a href="https://www.w3.org/TR/rdf11-concepts/#dfn-ill-typed">RDF 1.1 Concepts, ill-typed literals</a>
 */
final class LiteralCheck {
    private static final Text ILL_TYPED = new Text(
            "'%s' is not of the datatype %s, which is written %s", "« %s » n'est pas du type %s, qui s'écrit %s");
    private static final Text ILL_TYPED_REMEDY = new Text(
            "correct the cell, read it with a function such as fn:number or fn:date, or write it as it is with fn:asIs",
            "corriger la cellule, la lire par une fonction comme fn:number ou fn:date, ou l'écrire telle quelle par fn:asIs");
    private static final Text TOO_LARGE = new Text(
            "'%s' (%s) is beyond the integers of 64 bits, %s", "« %s » (%s) dépasse les entiers de 64 bits, %s");
    private static final Text TOO_LARGE_REMEDY =
            new Text("declare it xsd:decimal, or leave it a string", "la déclarer xsd:decimal, ou la laisser en texte");

    private final Datatype datatype;
    private final boolean mustBeWellTyped;
    private final boolean mustBeLong;

    private LiteralCheck(Datatype datatype, boolean mustBeWellTyped, boolean mustBeLong) {
        this.datatype = datatype;
        this.mustBeWellTyped = mustBeWellTyped;
        this.mustBeLong = mustBeLong && datatype.exceedsLong();
    }

    /** {@return the check of a datatype's literals, if its IRI is of a datatype that has not every text} */
    static Optional<LiteralCheck> of(String datatype, Binding binding) {
        return Datatype.of(datatype)
                .filter(type -> !type.hasEveryText())
                .map(type -> new LiteralCheck(type, true, binding.holdsOnlyLongs()));
    }

    /** {@return the same check, which lets ill-typed literals pass} */
    LiteralCheck asIs() {
        return new LiteralCheck(datatype, false, mustBeLong);
    }

    /** {@return whether a literal may be written; if not, it is reported at the columns that it was made of} */
    boolean passes(byte[] bytes, int from, int to, RowScope scope, List<Reference> columns) {
        if (mustBeWellTyped && !datatype.has(bytes, from, to)) {
            String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            scope.report(
                    "ill-typed-literal", columns, ILL_TYPED.with(text, datatype, datatype.example()), ILL_TYPED_REMEDY);
            return false;
        }
        if (isTooLarge(bytes, from, to)) {
            String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            scope.report(
                    "integer-too-large",
                    columns,
                    TOO_LARGE.with(text, datatype, Datatype.LONG.example()),
                    TOO_LARGE_REMEDY);
            return false;
        }
        return true;
    }

    boolean passes(String text, RowScope scope, List<Reference> columns) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return passes(bytes, 0, bytes.length, scope, columns);
    }

    /** {@return whether a constant of the mapping is a number that the run's store cannot hold} */
    boolean isTooLarge(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return isTooLarge(bytes, 0, bytes.length);
    }

    private boolean isTooLarge(byte[] bytes, int from, int to) {
        return mustBeLong && !Datatype.LONG.has(bytes, from, to) && datatype.has(bytes, from, to);
    }
}
