package fr.pleiade.quality.csv;

import fr.pleiade.identifiers.CodeReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the cells of one column look like, counted as they pass.
 *
 * <p>A cell is looked at byte by byte once; only what is out of the ordinary becomes a text. Not thread-safe.
 */
final class ColumnProfile {
    /** Longer cells are no codes, numbers or dates. */
    private static final int LONGEST = 40;

    static final int LENGTHS = 24;

    /** How many cells of a column are looked up in the numbering plans. */
    private static final int LOOKED_UP = 100;

    /** In digits. */
    private static final int FEWEST_OF_TELEPHONE = 8;

    private static final int PLACEHOLDER_DATE = 10;

    /** What is written where a date is not known, by people and by programs. */
    private static final List<byte[]> PLACEHOLDER_DATES = Stream.of(
                    "9999-12-31",
                    "31/12/9999",
                    "2999-12-31",
                    "31/12/2999",
                    "0001-01-01",
                    "01/01/0001",
                    "1900-01-01",
                    "01/01/1900",
                    "1970-01-01",
                    "01/01/1970",
                    "1899-12-30",
                    "30/12/1899",
                    "0000-00-00",
                    "00/00/0000")
            .map(date -> date.getBytes(StandardCharsets.US_ASCII))
            .toList();

    private static final byte DIGIT = 1;
    private static final byte LETTER = 2;
    private static final byte PUNCTUATION = 4;
    private static final byte AT = 8;
    private static final byte OTHER = 16;
    private static final byte[] CLASSES = classes();

    private final List<CodeReader> systems;
    private long validLengths;
    private int askedTelephones;

    long filled;
    /** Cells of digits alone, by their length, and those of them that begin with a zero. */
    final long[] digits = new long[LENGTHS];

    final long[] leadingZeros = new long[LENGTHS];
    /** Cells of digits and letters, by their length. */
    final long[] alphanumeric = new long[LENGTHS];

    long numbers;
    final Occurrences[] digitsOfLength = new Occurrences[LENGTHS];
    final Occurrences placeholders = new Occurrences();
    final Occurrences lostZeros = new Occurrences();
    final Occurrences strayNumbers = new Occurrences();
    final Occurrences shortWords = new Occurrences();
    final Occurrences[] dates = new Occurrences[DateForm.values().length];
    final PeopleNames people = new PeopleNames();
    final Occurrences mails = new Occurrences();
    final Occurrences telephones = new Occurrences();
    final Occurrences mojibake = new Occurrences();
    final Occurrences undecoded = new Occurrences();
    final Occurrences controls = new Occurrences();

    final Occurrences invisible = new Occurrences();
    final Occurrences escaped = new Occurrences();
    final Occurrences ofSpreadsheet = new Occurrences();
    final Occurrences missingWords = new Occurrences();
    /** Codes with a letter that looks like a digit, by their length. */
    final Occurrences[] likeDigits = new Occurrences[LENGTHS];

    long socialSecurity;
    long accounts;
    private byte[] constant = {};
    private boolean isConstant = true;

    ColumnProfile(List<CodeReader> systems) {
        this.systems = systems;
        Arrays.setAll(dates, form -> new Occurrences());
        Arrays.setAll(digitsOfLength, length -> new Occurrences());
        Arrays.setAll(likeDigits, length -> new Occurrences());
    }

    private static byte[] classes() {
        byte[] classes = new byte[256];
        Arrays.fill(classes, OTHER);
        for (int c = 0; c < 128; c++) {
            if (c >= '0' && c <= '9') {
                classes[c] = DIGIT;
            } else if (Character.isLetter(c)) {
                classes[c] = LETTER;
            } else if ("+-., /:%".indexOf(c) >= 0) {
                classes[c] = PUNCTUATION;
            } else if (c == '@') {
                classes[c] = AT;
            }
        }
        return classes;
    }

    /** {@return how many cells are dates of a form} */
    long dates(DateForm form) {
        return dates[form.ordinal()].count();
    }

    /** {@return how many cells are made of digits alone} */
    long allDigits() {
        long all = 0;
        for (long count : digits) {
            all += count;
        }
        return all;
    }

    /** {@return the value of all its cells, if that is one and stands in so many} */
    Optional<String> constant(long cells) {
        return isConstant && filled == cells ? Optional.of(text(constant, 0, constant.length)) : Optional.empty();
    }

    /**
     * @param kinds what {@link RowScan} has seen in the row
     */
    void add(byte[] bytes, int start, int end, long line, int kinds) {
        if (filled++ == 0) {
            constant = Arrays.copyOfRange(bytes, start, end);
        } else if (isConstant) {
            isConstant = Arrays.equals(bytes, start, end, constant, 0, constant.length);
        }
        int length = end - start;
        if ((kinds & RowScan.MARK) != 0) {
            marks(bytes, start, end, line);
        }
        if ((kinds & RowScan.AT) != 0 && mail(bytes, start, end, line) || length > LONGEST) {
            return;
        }
        if (bytes[start] == '#' || bytes[start] == '=') {
            ofSpreadsheet(bytes, start, end, line);
        }
        int seen = 0;
        for (int i = start; i < end; i++) {
            seen |= CLASSES[bytes[i] & 0xFF];
        }
        if ((seen & LETTER) != 0 && people.wantsMore()) {
            people.add(text(bytes, start, end), line);
        }
        if ((seen & DIGIT) == 0 && Forms.mayBeMissing(bytes, start, end)) {
            missing(bytes, start, end, line);
        }
        if (seen == DIGIT) {
            digits(bytes, start, end, line);
        } else if ((seen & ~(DIGIT | LETTER)) == 0) {
            word(bytes, start, end, line, seen);
        } else if ((seen & DIGIT) == 0) {
            if (length <= 4) {
                shortWords.add(line, bytes, start, end);
            }
        } else if ((seen & (LETTER | OTHER)) == 0) {
            punctuated(bytes, start, end, line);
        } else if (length <= LENGTHS) {
            mixed(bytes, start, end, line, seen);
        } else {
            account(bytes, start, end);
        }
    }

    /** A cell of letters, and digits perhaps. */
    private void word(byte[] bytes, int start, int end, long line, int seen) {
        int length = end - start;
        if ((seen & DIGIT) == 0) {
            if (length <= 3) {
                shortWords.add(line, bytes, start, end);
            }
        } else {
            if (length < LENGTHS) {
                alphanumeric[length]++;
                likeDigits(bytes, start, end, line);
            }
            account(bytes, start, end);
        }
    }

    /** A code in which every letter is O, I or l. */
    private void likeDigits(byte[] bytes, int start, int end, long line) {
        for (int i = start; i < end; i++) {
            byte b = bytes[i];
            if ((b < '0' || b > '9') && b != 'O' && b != 'o' && b != 'I' && b != 'l') {
                return;
            }
        }
        likeDigits[end - start].add(line, bytes, start, end);
    }

    private void account(byte[] bytes, int start, int end) {
        boolean begins = end - start >= 15
                && CLASSES[bytes[start] & 0xFF] == LETTER
                && CLASSES[bytes[start + 1] & 0xFF] == LETTER
                && CLASSES[bytes[start + 2] & 0xFF] == DIGIT
                && CLASSES[bytes[start + 3] & 0xFF] == DIGIT;
        if (begins && Forms.isAccount(text(bytes, start, end))) {
            accounts++;
        }
    }

    private void socialSecurity(String value) {
        if (Forms.isSocialSecurity(value.replace(" ", ""))) {
            socialSecurity++;
        }
    }

    private void missing(byte[] bytes, int start, int end, long line) {
        if (Forms.isMissing(text(bytes, start, end))) {
            missingWords.add(line, bytes, start, end);
        }
    }

    private void ofSpreadsheet(byte[] bytes, int start, int end, long line) {
        if (Forms.isOfSpreadsheet(text(bytes, start, end))) {
            ofSpreadsheet.add(line, bytes, start, end);
        }
    }

    /** A question mark within a word was a letter; an ampersand begins an entity. */
    private void marks(byte[] bytes, int start, int end, long line) {
        for (int i = start; i < end; i++) {
            if (bytes[i] == '?' || bytes[i] == '&') {
                String value = text(bytes, start, end);
                if (Forms.hasEntity(value)) {
                    escaped.add(line, value);
                } else if (Forms.hasLostLetter(value)) {
                    undecoded.add(line, value);
                }
                return;
            }
        }
    }

    /** {@return whether the sign of e-mail addresses is in the cell} */
    private boolean mail(byte[] bytes, int start, int end, long line) {
        for (int i = start; i < end; i++) {
            if (bytes[i] == '@') {
                String value = text(bytes, start, end);
                if (Forms.hasMail(value)) {
                    mails.add(line, value);
                }
                return true;
            }
        }
        return false;
    }

    private void digits(byte[] bytes, int start, int end, long line) {
        int length = end - start;
        numbers++;
        if (length >= LENGTHS) {
            return;
        }
        digits[length]++;
        if (bytes[start] == '0') {
            leadingZeros[length]++;
        }
        if (length > 4 && (bytes[start] == '0' || bytes[start] == '9') && isOne(bytes, start, end)) {
            placeholders.add(line, bytes, start, end);
        }
        if (length == 15) {
            socialSecurity(text(bytes, start, end));
        }
        if (length >= 10 && length <= 13 && bytes[start] == '0' && (length == 10) == (bytes[start + 1] != '0')) {
            telephone(bytes, start, end, line);
        }
        if (digits[length] <= 2) {
            digitsOfLength[length].add(line, bytes, start, end);
        }
        if (!systems.isEmpty() && (validLengths & 1L << length) == 0) {
            compare(text(bytes, start, end), line);
        }
    }

    /** Asks the column's systems whether the digits are a code, or would be with zeros before them. */
    private void compare(String value, long line) {
        for (CodeReader system : systems) {
            if (system.read(value).isValid()) {
                validLengths |= 1L << value.length();
                return;
            }
            String padded = value;
            for (int zeros = 0; zeros < 3; zeros++) {
                padded = "0" + padded;
                if (system.read(padded).isValid()) {
                    lostZeros.add(line, value);
                    return;
                }
            }
        }
    }

    /** {@return whether a cell is one digit again and again} */
    private static boolean isOne(byte[] bytes, int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (bytes[i] != bytes[start]) {
                return false;
            }
        }
        return true;
    }

    private void punctuated(byte[] bytes, int start, int end, long line) {
        if (isDecimal(bytes, start, end)) {
            numbers++;
        } else {
            mixed(bytes, start, end, line, DIGIT | PUNCTUATION);
        }
    }

    private static boolean isDecimal(byte[] bytes, int start, int end) {
        int marks = 0;
        for (int i = bytes[start] == '-' ? start + 1 : start; i < end; i++) {
            byte b = bytes[i];
            if (b == '.' || b == ',') {
                marks++;
            } else if (b < '0' || b > '9') {
                return false;
            }
        }
        return marks <= 1;
    }

    /** The first of a column are looked up; if most of them are telephone numbers, what is written like them is one too. */
    private boolean telephone(byte[] bytes, int start, int end, long line) {
        boolean isAsked = askedTelephones < LOOKED_UP;
        if (count(bytes, start, end, DIGIT) < FEWEST_OF_TELEPHONE
                || !isAsked && telephones.count() * 2 < askedTelephones) {
            return false;
        }
        String value = text(bytes, start, end);
        if (!Telephones.isLikely(value)) {
            return false;
        }
        boolean found = !isAsked || Telephones.isIn(value);
        askedTelephones += isAsked ? 1 : 0;
        if (found) {
            telephones.add(line, value);
        }
        return found;
    }

    /** A cell with digits and something else. */
    private void mixed(byte[] bytes, int start, int end, long line, int seen) {
        DateForm date = DateForm.of(bytes, start, end);
        if (end - start == PLACEHOLDER_DATE && isPlaceholderDate(bytes, start, end)) {
            placeholders.add(line, bytes, start, end);
        }
        if (date != DateForm.NONE) {
            dates[date.ordinal()].addUncounted(line, bytes, start, end);
        } else if ((seen & LETTER) != 0 && bytes[start] >= '0' && bytes[start] <= '9') {
            if (bytes[end - 3] == '+') {
                ofSpreadsheet(bytes, start, end, line);
            }
            telephone(bytes, start, end, line);
        } else if (end - start == 21 && bytes[start + 1] == ' ') {
            socialSecurity(text(bytes, start, end));
        } else if (telephone(bytes, start, end, line) || (seen & LETTER) != 0) {
            return;
        } else if (Forms.isNumber(bytes, start, end)) {
            numbers++;
        } else if (Forms.isStrayNumber(text(bytes, start, end))) {
            strayNumbers.add(line, bytes, start, end);
        }
    }

    private static int count(byte[] bytes, int start, int end, int kind) {
        int count = 0;
        for (int i = start; i < end; i++) {
            count += CLASSES[bytes[i] & 0xFF] == kind ? 1 : 0;
        }
        return count;
    }

    private static boolean isPlaceholderDate(byte[] bytes, int start, int end) {
        int year = bytes[start + 4] == '-' ? start : start + 6;
        byte first = bytes[year];
        boolean may = first == '9' || first == '0' || first == '2' && bytes[year + 1] == '9';
        if (!may && (first != '1' || bytes[year + 3] != '0' && bytes[year + 3] != '9')) {
            return false;
        }
        for (byte[] date : PLACEHOLDER_DATES) {
            if (Arrays.equals(bytes, start, end, date, 0, date.length)) {
                return true;
            }
        }
        return false;
    }

    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
