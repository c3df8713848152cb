package fr.pleiade.release.table;

import fr.pleiade.findings.Text;

/**
 * Triples that the mapping makes of a table, and that the table's description does not give.
 *
 * @param about the template of their subjects; {@code ""} where it is not one
 * @param property their property; {@code ""} where it is made of the row too
 * @param reason why a description cannot give them
 */
public record LeftOut(String about, String property, Reason reason) {
    /** What CSV on the Web has no words for. */
    public enum Reason {
        DISAGREES(
                "the cells give other triples than those that are published: CSVW has neither the conditions nor the functions of the mapping",
                "les cellules donnent d'autres triplets que ceux qui sont publiés : CSVW n'a ni les conditions ni les fonctions de la mise en correspondance"),
        COLUMN_IN_USE(
                "the column gives another property already, and CSVW gives a column one",
                "la colonne donne déjà une autre propriété, et CSVW n'en donne qu'une à une colonne"),
        SEVERAL_COLUMNS(
                "the text is made of several columns, which CSVW does with addresses alone",
                "le texte est fait de plusieurs colonnes, ce que CSVW ne fait que pour les adresses"),
        NOT_A_TEMPLATE(
                "an address is made by a function or is none, and CSVW has templates alone",
                "une adresse est faite par une fonction ou n'en est pas une, et CSVW n'a que des modèles"),
        FOLLOWS(
                "triples of it follow from others by the rules of the site, and CSVW has no rules",
                "des triplets de cette propriété découlent d'autres par les règles du site, et CSVW n'a pas de règles"),
        VERIFIED(
                "it says how the thing's codes were compared with the records of a register, which is not in the table",
                "il dit comment les codes de la chose ont été comparés aux notices d'un référentiel, qui n'est pas dans la table"),
        OTHER_ROWS(
                "other rows, or rows made of a row, take part, and CSVW looks at one row at a time",
                "d'autres lignes, ou des lignes faites d'une ligne, y prennent part, et CSVW ne regarde qu'une ligne à la fois");

        private final Text text;

        Reason(String en, String fr) {
            this.text = new Text(en, fr);
        }

        /** {@return the reason as a clause} */
        public Text text() {
            return text;
        }
    }
}
