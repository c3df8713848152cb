package fr.pleiade.quality.csv;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether the first cells of a column are names of people: a title and a name, or one of the usual first names. */
final class PeopleNames {
    private static final int LOOKED_AT = 200;
    private static final int FEWEST = 3;

    private static final Pattern TITLED = Pattern.compile(
            "(?U)\\s*(?:M\\.|MM\\.|Mme|Mlle|Madame|Monsieur|Dr\\.?|Pr\\.?|Mr\\.?|Mrs\\.?|Ms\\.?) +\\p{Lu}.*");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}-]+");

    private static final Set<String> FIRST_NAMES = Set.of(
            ("adele adrien agathe agnes alain albert alexandra alexandre alexis alice aline amelie amandine anais andre anne annick "
                            + "antoine antoinette arnaud arthur audrey aurelie aurelien baptiste barbara beatrice benjamin benoit bernadette "
                            + "bernard bertrand brigitte bruno camille carine carole caroline catherine cecile celine chantal charles "
                            + "charlotte christelle christian christiane christine christophe claire claude claudine clement colette "
                            + "corinne cyril damien daniel daniele danielle david delphine denis denise didier dominique edith edouard "
                            + "eliane elisabeth elise elodie emilie emma emmanuel emmanuelle eric estelle etienne eugene evelyne fabien "
                            + "fabienne fabrice fatima fanny florence florian franck francois francoise frederic frederique gabriel "
                            + "genevieve georges gerard germaine ghislaine gilbert gilles ginette gregory guillaume guy helene henri "
                            + "herve hubert hugo ines isabelle jacqueline jacques jean jeanne jeannine jerome joel joelle john jose "
                            + "joseph josiane judith julie julien juliette karim karine laetitia laura laure laurence laurent lea "
                            + "liliane lionel louis louise luc lucas lucie lucien lucienne ludovic lydie madeleine magali manon marc "
                            + "marcel marcelle margaux marguerite maria marie marine marion marthe martin martine mary mathieu mathilde "
                            + "maurice maxime melanie michel michele mickael mireille mohamed monique muriel myriam nadia nadine "
                            + "nathalie nicolas nicole noel noelle odette odile olivier pascal pascale patrice patricia patrick paul "
                            + "paulette pauline perrine peter philippe pierre quentin rachid raphael raymond raymonde regine regis "
                            + "remi rene renee richard robert roger roland romain sabine samuel sandra sandrine sarah sebastien serge "
                            + "simon simone solange sophie stephane stephanie suzanne sylvain sylvie thierry thomas valentin valerie "
                            + "veronique victor vincent virginie william xavier yann yannick yves yvette yvonne")
                    .split(" "));

    private int looked;
    private int named;
    private long firstLine;
    private String first = "";

    /** {@return whether it has not seen enough} */
    boolean wantsMore() {
        return looked < LOOKED_AT;
    }

    void add(String value, long line) {
        looked++;
        if (isName(value)) {
            if (named++ == 0) {
                firstLine = line;
                first = value;
            }
        }
    }

    private static boolean isName(String value) {
        boolean isAscii = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '@' || c == '/' || c >= '0' && c <= '9') {
                return false;
            }
            isAscii &= c < 0x80;
        }
        boolean begins =
                value.startsWith("M") || value.startsWith("D") || value.startsWith("P") || value.startsWith(" ");
        if (begins && TITLED.matcher(value).matches()) {
            return true;
        }
        String[] words = words(value, isAscii);
        boolean firstOfAll = words.length > 0 && isFirstName(words[0]);
        boolean lastOfAll = words.length > 1 && isFirstName(words[words.length - 1]); // DUPONT Marie
        return words.length <= 4 && (firstOfAll || lastOfAll);
    }

    /** {@return the lower-case words of a text, without accents} */
    private static String[] words(String value, boolean isAscii) {
        String plain = isAscii
                ? value
                : Normalizer.normalize(value, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return NOT_A_LETTER.split(plain.toLowerCase(Locale.ROOT).strip());
    }

    private static boolean isFirstName(String word) {
        int hyphen = word.indexOf('-');
        return FIRST_NAMES.contains(word) || hyphen > 0 && FIRST_NAMES.contains(word.substring(0, hyphen));
    }

    /** {@return whether most of the cells are names of people} */
    boolean areMost() {
        return named >= FEWEST && named * 10 >= looked * 6;
    }

    /** {@return whether there was a text at all} */
    boolean areTexts() {
        return looked > 0;
    }

    /** {@return the first name, or {@code ""}} */
    String first() {
        return first;
    }

    /** {@return its line; 0 if there is none} */
    long firstLine() {
        return firstLine;
    }
}
