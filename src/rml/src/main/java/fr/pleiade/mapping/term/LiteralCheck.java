package fr.pleiade.mapping.term;

import fr.pleiade.findings.Text;
import fr.pleiade.mapping.datatype.Datatype;
import fr.pleiade.mapping.model.Reference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Whether literals of one datatype may be written: their texts must be the datatype's.
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
    private static final Text TOO_FINE = new Text(
            "'%s' has more than ten decimals of a second, which triple stores do not hold",
            "« %s » a plus de dix décimales de seconde, que les bases de triplets ne gardent pas");
    private static final Text TOO_FINE_REMEDY = new Text(
            "round it in the cell, or write it as a text without a datatype",
            "l'arrondir dans la cellule, ou l'écrire comme un texte sans type");
    private static final Text BEYOND = new Text(
            "'%s' is beyond the range of %s: whoever calculates with it has infinity or zero",
            "« %s » dépasse l'étendue de %s : qui calcule avec lui a l'infini ou zéro");
    private static final Text BEYOND_REMEDY = new Text(
            "correct the cell, or declare xsd:decimal, which has no limit, and write it without an exponent",
            "corriger la cellule, ou déclarer xsd:decimal, qui n'a pas de limite, et l'écrire sans exposant");
    private final Datatype datatype;

    private LiteralCheck(Datatype datatype) {
        this.datatype = datatype;
    }

    /** {@return the check of a datatype's literals, if its IRI is of a datatype that has not every text} */
    static Optional<LiteralCheck> of(String iri) {
        return Datatype.of(iri).filter(type -> !type.hasEveryText()).map(LiteralCheck::new);
    }

    /** {@return whether a literal may be written; if not, it is reported at the columns that it was made of} */
    boolean passes(byte[] bytes, int from, int to, RowScope scope, List<Reference> columns) {
        if (!datatype.has(bytes, from, to)) {
            Text problem = ILL_TYPED.with(text(bytes, from, to), datatype, datatype.example());
            scope.report("ill-typed-literal", columns, problem, ILL_TYPED_REMEDY);
            return false;
        }
        if (datatype.isTooFine(bytes, from, to)) {
            scope.report("time-too-fine", columns, TOO_FINE.with(text(bytes, from, to)), TOO_FINE_REMEDY);
            return false;
        }
        if (datatype.losesValue(bytes, from, to)) {
            Text problem = BEYOND.with(text(bytes, from, to), datatype);
            scope.report("number-beyond-datatype", columns, problem, BEYOND_REMEDY);
        }
        return true;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    boolean passes(String text, RowScope scope, List<Reference> columns) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return passes(bytes, 0, bytes.length, scope, columns);
    }
}
