package fr.pleiade.quality.stars;

import fr.pleiade.findings.Text;

/**
 * A step of the scheme, in its order, with the scheme's own sentence.
 *
 * @see <a href="https://5stardata.info/en/">5-star Open Data</a>, from which the English sentences are quoted
 */
public enum Step {
    LICENCE(
            "make your stuff available on the Web (whatever format) under an open license",
            "mettez vos données en ligne (quel qu'en soit le format) sous une licence ouverte"),
    STRUCTURE(
            "make it available as structured data (e.g., Excel instead of image scan of a table)",
            "donnez-les sous une forme structurée (Excel, par exemple, plutôt que l'image d'un tableau)"),
    FORMAT(
            "use non-proprietary formats (e.g., CSV instead of Excel)",
            "employez des formats non propriétaires (CSV, par exemple, plutôt qu'Excel)"),
    ADDRESSES(
            "use URIs to denote things, so that people can point at your stuff",
            "désignez les choses par des URI, pour que l'on puisse renvoyer à vos données"),
    LINKS(
            "link your data to other data to provide context",
            "reliez vos données à d'autres données, qui leur donnent un contexte");

    private final Text sentence;

    Step(String en, String fr) {
        this.sentence = new Text(en, fr);
    }

    /** {@return how many stars a dataset has that has come so far} */
    public int number() {
        return ordinal() + 1;
    }

    /** {@return what the scheme asks for; the French is our translation} */
    public Text sentence() {
        return sentence;
    }
}
