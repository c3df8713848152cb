package fr.pleiade.findings;

/**
 * One thing that is wrong with the input, for the person who can mend it.
 *
 * <p>Shape: {@code link-missing | WARNING | Villa Médicis <…/id/etablissement/Ab1cD> | no town has the code 'ZNdhh' |
 * correct com_code, or declare the place as abroad}.
 *
 * @param rule the rule that was broken: lower-case words joined by hyphens, the same for every finding of its kind
 * @param severity how much it matters
 * @param place where it is
 * @param problem what was found and what was expected
 * @param remedy what to do about it
 */
public record Finding(String rule, Severity severity, Place place, Text problem, Text remedy) {
    /** Written out, since a record's own one hashes every sentence, and a table may have a finding in each row. */
    @Override
    public int hashCode() {
        return 31 * place.hashCode() + problem.en().hashCode();
    }

    /** {@return the finding as one line of English text} */
    public String describe() {
        return severity + " [" + rule + "] " + place.describe() + ": " + problem.en() + "; " + remedy.en();
    }
}
