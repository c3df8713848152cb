package fr.pleiade.mapping.function;

import static fr.pleiade.mapping.function.Signature.fn;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Codes with a check character: normalised, verified, or refused.
 *
 * @see <a href="https://www.insee.fr/fr/metadonnees/definition/c2047">SIREN</a>
 * @see <a href="https://isni.org/page/technical-documentation/">ISNI (ISO 27729), check character ISO 7064 MOD 11-2</a>
 * @see <a href="https://ror.readme.io/docs/identifier">ROR identifier: Crockford base 32 with ISO 7064 MOD 97-10</a>
 */
final class CodeFunctions {
    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final String UAI_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String LA_POSTE = "356000000";

    private CodeFunctions() {}

    static List<Function> all() {
        return List.of(
                code(
                        "siren",
                        "9 digits with a valid check digit",
                        "9 chiffres dont la clé est juste",
                        "[0-9]{9}",
                        c -> luhn(c)),
                code(
                        "siret",
                        "14 digits with a valid check digit",
                        "14 chiffres dont la clé est juste",
                        "[0-9]{14}",
                        CodeFunctions::siret),
                code(
                        "luhn",
                        "digits with a valid Luhn check digit",
                        "des chiffres dont la clé de Luhn est juste",
                        "[0-9]{2,}",
                        c -> luhn(c)),
                code(
                        "uai",
                        "7 digits and their check letter",
                        "7 chiffres et leur lettre-clé",
                        "[0-9]{7}[A-Z]",
                        CodeFunctions::uai),
                code(
                        "isni",
                        "15 digits and their check character",
                        "15 chiffres et leur clé",
                        "[0-9]{15}[0-9X]",
                        CodeFunctions::mod11),
                code(
                        "idref",
                        "8 digits and their check character",
                        "8 chiffres et leur clé",
                        "[0-9]{8}[0-9X]",
                        CodeFunctions::ppn),
                code("rnsr", "9 digits and a letter", "9 chiffres et une lettre", "[0-9]{9}[A-Z]", c -> true),
                fn("ror").takes("value").does(a -> ror(a.text(0))));
    }

    private static Function code(String name, String en, String fr, String form, Predicate<String> check) {
        Pattern pattern = Pattern.compile(form);
        UnaryOperator<String> normalised =
                v -> v.replaceAll("[\\s\\u00A0\\u202F.\\-]", "").toUpperCase(Locale.ROOT);
        return fn(name).takes("value").does(a -> {
            String code = normalised.apply(a.text(0));
            if (pattern.matcher(code).matches() && check.test(code)) {
                return Outcome.of(code);
            }
            String scheme = name.toUpperCase(Locale.ROOT);
            return Outcome.invalid(
                    "'%s' is not a valid %s: expected " + en,
                    "« %s » n'est pas un %s valide ; attendu : " + fr,
                    a.text(0),
                    scheme);
        });
    }

    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    /** The establishments of La Poste have a sum of digits that is a multiple of 5 instead. */
    private static boolean siret(String digits) {
        return luhn(digits)
                || digits.startsWith(LA_POSTE)
                        && digits.chars().map(c -> c - '0').sum() % 5 == 0;
    }

    private static boolean uai(String code) {
        return UAI_LETTERS.charAt(Integer.parseInt(code.substring(0, 7)) % 23) == code.charAt(7);
    }

    /** ISO 7064 MOD 11-2. */
    private static boolean mod11(String code) {
        int remainder = 0;
        for (int i = 0; i < code.length() - 1; i++) {
            remainder = (remainder + code.charAt(i) - '0') * 2 % 11;
        }
        int check = (12 - remainder) % 11;
        return code.charAt(code.length() - 1) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    /** The check character of a PPN, the number of a record in the French union catalogue: weights 9 to 2, modulo 11. */
    private static boolean ppn(String code) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * (code.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 11;
        return code.charAt(8) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    private static Outcome ror(String value) {
        String code = value.strip().toLowerCase(Locale.ROOT).replaceFirst("^(https?://)?(www\\.)?ror\\.org/", "");
        return code.matches("0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}") && rorCheck(code)
                ? Outcome.of(code)
                : Outcome.invalid(
                        "'%s' is not a valid ROR: expected 0, six letters or digits and two check digits",
                        "« %s » n'est pas un ROR valide : 0, six lettres ou chiffres et deux chiffres-clés attendus",
                        value);
    }

    private static boolean rorCheck(String code) {
        long number = 0;
        for (int i = 0; i < 7; i++) {
            number = number * 32 + CROCKFORD.indexOf(code.charAt(i));
        }
        return 98 - number * 100 % 97 == Integer.parseInt(code.substring(7));
    }
}
