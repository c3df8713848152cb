package fr.pleiade.quality.csv;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What short texts look like: numbers, numbers with signs that do not belong to them, addresses of people. */
final class Forms {
    private static final Pattern STRAY = Pattern.compile(
            "[~<>≈=±+\\u2212–-]?\\s*[0-9][0-9 .,'\\u00A0\\u202F]*\\s*[%€$£*?!+–\\u2212-]?|[€$£]\\s*[0-9][0-9 .,\\u00A0\\u202F]*");
    private static final Pattern MAIL = Pattern.compile("(?<![/@\\w])[\\w.+'-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+");

    private static final Pattern ENTITY = Pattern.compile("&(?:[A-Za-z]{2,8}|#[0-9]{2,5}|#x[0-9A-Fa-f]{2,5});");
    private static final Pattern LOST_LETTER = Pattern.compile("\\p{L}\\?\\p{Ll}");
    private static final Pattern ADDRESS = Pattern.compile("[/=]");

    /** An error in a formula, a formula, a column that was too narrow, or a number of which digits were lost. */
    private static final Pattern SPREADSHEET = Pattern.compile(
            "#(?:N/A|REF!|VALEUR ?!|VALUE!|DIV/0 ?!|NOM ?\\?|NAME\\?|NOMBRE ?!|NUM!|NUL ?!|NULL!|CALC!|PROPAGATION!|SPILL!)|#{3,}"
                    + "|=[A-Za-z.]+\\(.*|=[A-Z]{1,3}[0-9]+.*|[0-9](?:[.,][0-9]{1,7})?E\\+(?:0[89]|[1-9][0-9])");

    private static final Set<String> MISSING = Set.of(
            "null",
            "none",
            "nan",
            "n/a",
            "n.d.",
            "n.c.",
            "inconnu",
            "inconnue",
            "unknown",
            "non renseigné",
            "non renseignée",
            "non renseigne",
            "non communiqué",
            "non communique",
            "non disponible",
            "non précisé",
            "sans objet",
            "indisponible",
            "indéterminé",
            "à compléter",
            "a completer",
            "à préciser",
            "xxx",
            "xxxx",
            "xxxxx",
            "?",
            "??",
            "???",
            "-",
            "--",
            "---",
            "…",
            "...",
            "[vide]",
            "(vide)",
            "missing",
            "undefined",
            "not available",
            "not applicable",
            "tbd");

    /** By the first byte of the words that say that there is no value, their lengths in bytes, as bits. */
    private static final long[] MISSING_LENGTHS = lengths(MISSING);

    private Forms() {}

    private static long[] lengths(Set<String> words) {
        long[] lengths = new long[256];
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            lengths[bytes[0] & 0xFF] |= 1L << bytes.length;
            lengths[Character.toUpperCase(bytes[0] & 0xFF)] |= 1L << bytes.length;
        }
        return lengths;
    }

    /** {@return whether a cell's first byte and length are those of a word that says that there is no value} */
    static boolean mayBeMissing(byte[] bytes, int start, int end) {
        return end - start < Long.SIZE && (MISSING_LENGTHS[bytes[start] & 0xFF] & 1L << end - start) != 0;
    }

    static boolean hasEntity(String value) {
        return ENTITY.matcher(value).find();
    }

    /** {@return whether a question mark stands within a word, and not in an address} */
    static boolean hasLostLetter(String value) {
        return LOST_LETTER.matcher(value).find() && !ADDRESS.matcher(value).find();
    }

    static boolean isOfSpreadsheet(String value) {
        return SPREADSHEET.matcher(value).matches();
    }

    /** {@return whether a character has no sign of its own, as the soft hyphen, or is of private use} */
    static boolean isUnseen(int character) {
        int type = Character.getType(character);
        return type == Character.FORMAT
                || type == Character.PRIVATE_USE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** {@return whether a text says that there is no value} */
    static boolean isMissing(String value) {
        return MISSING.contains(value.toLowerCase(Locale.ROOT));
    }

    /** {@return whether digits, without blanks, are a number of the French social security with its key} */
    static boolean isSocialSecurity(String digits) {
        if (digits.length() != 15 || digits.charAt(0) < '1' || digits.charAt(0) > '4') {
            return false;
        }
        int month = Integer.parseInt(digits.substring(3, 5));
        long key = 97 - Long.parseLong(digits.substring(0, 13)) % 97;
        return month >= 1 && (month <= 12 || month >= 20) && key == Long.parseLong(digits.substring(13));
    }

    /** {@return whether a text is an International Bank Account Number (ISO 13616)} */
    static boolean isAccount(String value) {
        String plain = value.replace(" ", "");
        if (plain.length() < 15 || plain.length() > 34) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        for (char c : (plain.substring(4) + plain.substring(0, 4)).toCharArray()) {
            int digit = c < 0x80 ? Character.digit(c, 36) : -1;
            if (digit < 0) {
                return false;
            }
            digits.append(digit);
        }
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    static boolean isNumber(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return isNumber(bytes, 0, bytes.length);
    }

    /** {@return whether a cell of UTF-8 is a number: a sign, digits, by blanks in threes perhaps, a decimal point or comma and digits} */
    static boolean isNumber(byte[] bytes, int start, int end) {
        int at = start < end && (bytes[start] == '-' || bytes[start] == '+') ? start + 1 : start;
        int behind = digits(bytes, at, end);
        if (behind == at) {
            return false;
        }
        if (behind - at <= 3) {
            at = behind;
            for (int blank = blank(bytes, at, end); blank > 0; blank = blank(bytes, at, end)) {
                if (digits(bytes, at + blank, end) != at + blank + 3) {
                    return false;
                }
                at += blank + 3;
            }
            behind = at;
        }
        boolean hasMark = behind < end && (bytes[behind] == '.' || bytes[behind] == ',');
        return (hasMark ? digits(bytes, behind + 1, end) : behind) == end;
    }

    /** {@return where digits that begin here end} */
    private static int digits(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    /** {@return how many bytes the blank here has, of those that stand between thousands; 0 if there is none} */
    private static int blank(byte[] bytes, int at, int end) {
        if (at < end && bytes[at] == ' ') {
            return 1;
        }
        if (at + 1 < end && bytes[at] == (byte) 0xC2 && bytes[at + 1] == (byte) 0xA0) {
            return 2;
        }
        boolean narrow = at + 2 < end
                && bytes[at] == (byte) 0xE2
                && bytes[at + 1] == (byte) 0x80
                && bytes[at + 2] == (byte) 0xAF;
        return narrow ? 3 : 0;
    }

    /** {@return whether a text that is no number is one and signs around or within it that a number does not have} */
    static boolean isStrayNumber(String value) {
        return STRAY.matcher(value).matches();
    }

    /** {@return whether an address stands in it: alone, with a name before it, after {@code mailto:}, one of several} */
    static boolean hasMail(String value) {
        return MAIL.matcher(value).find();
    }
}
