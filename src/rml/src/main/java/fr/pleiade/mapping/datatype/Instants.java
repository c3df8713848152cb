package fr.pleiade.mapping.datatype;

/**
 * Dates, times and parts of them, with or without a time zone.
 *
 * <p>A method named {@code after…} gives the index after what it reads, or {@link #NOT} if it is not there; {@link #NOT} goes in too.
 * The year 0000 and years of more than four digits exist, the 24th hour does at its first moment, leap seconds do not.
 *
 * @see <a href="https://www.w3.org/TR/xmlschema11-2/#sec-lexical-mappings">XML Schema 1.1, part 2, appendix E.3</a>
 */
final class Instants {
    private static final int NOT = -1;
    private static final int[] DAYS = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private static final int MOST_DECIMALS = 10;

    private Instants() {}

    static boolean isDate(byte[] bytes, int from, int to) {
        return endsWithZone(bytes, afterDate(bytes, from, to), to);
    }

    static boolean isTime(byte[] bytes, int from, int to) {
        return endsWithZone(bytes, afterTime(bytes, from, to), to);
    }

    static boolean isDateTime(byte[] bytes, int from, int to) {
        return endsWithZone(bytes, afterDateTime(bytes, from, to), to);
    }

    static boolean isDateTimeStamp(byte[] bytes, int from, int to) {
        int after = afterDateTime(bytes, from, to);
        return after != to && endsWithZone(bytes, after, to);
    }

    static boolean isYear(byte[] bytes, int from, int to) {
        return endsWithZone(bytes, afterYear(bytes, from, to), to);
    }

    static boolean isYearMonth(byte[] bytes, int from, int to) {
        return endsWithZone(bytes, afterMonth(bytes, after('-', bytes, afterYear(bytes, from, to), to), to), to);
    }

    static boolean isMonth(byte[] bytes, int from, int to) {
        return endsWithZone(bytes, afterMonth(bytes, after("--", bytes, from, to), to), to);
    }

    static boolean isDay(byte[] bytes, int from, int to) {
        int after = afterNumber(bytes, after("---", bytes, from, to), to, 1, 31);
        return endsWithZone(bytes, after, to);
    }

    static boolean isMonthDay(byte[] bytes, int from, int to) {
        int month = after("--", bytes, from, to);
        int afterMonth = afterMonth(bytes, month, to);
        int most = afterMonth == NOT ? 0 : DAYS[number(bytes, month)];
        return endsWithZone(bytes, afterNumber(bytes, after('-', bytes, afterMonth, to), to, 1, most), to);
    }

    private static int afterDateTime(byte[] bytes, int from, int to) {
        return afterTime(bytes, after('T', bytes, afterDate(bytes, from, to), to), to);
    }

    private static int afterDate(byte[] bytes, int from, int to) {
        int afterYear = afterYear(bytes, from, to);
        int month = after('-', bytes, afterYear, to);
        int afterMonth = afterMonth(bytes, month, to);
        if (afterMonth == NOT) {
            return NOT;
        }
        int number = number(bytes, month);
        int most = number == 2 && !isLeap(bytes, afterYear) ? 28 : DAYS[number];
        return afterNumber(bytes, after('-', bytes, afterMonth, to), to, 1, most);
    }

    /** Four digits, or more that do not begin with zero; before them perhaps a minus. */
    private static int afterYear(byte[] bytes, int from, int to) {
        int start = from < to && bytes[from] == '-' ? from + 1 : from;
        int end = Numbers.afterDigits(bytes, start, to);
        return end - start < 4 || end - start > 4 && bytes[start] == '0' ? NOT : end;
    }

    /** The four last digits of a year say whether it is one, before the year 0 too. */
    private static boolean isLeap(byte[] bytes, int afterYear) {
        int century = number(bytes, afterYear - 4);
        int year = number(bytes, afterYear - 2);
        return year == 0 ? century % 4 == 0 : year % 4 == 0;
    }

    private static int afterMonth(byte[] bytes, int from, int to) {
        return afterNumber(bytes, from, to, 1, 12);
    }

    private static int afterTime(byte[] bytes, int from, int to) {
        int afterHour = afterNumber(bytes, from, to, 0, 24);
        int afterMinute = afterNumber(bytes, after(':', bytes, afterHour, to), to, 0, 59);
        int afterSecond = afterNumber(bytes, after(':', bytes, afterMinute, to), to, 0, 59);
        if (afterSecond == NOT) {
            return NOT;
        }
        int end = afterFraction(bytes, afterSecond, to);
        return end != NOT && number(bytes, from) == 24 && !isZero(bytes, afterHour, end) ? NOT : end;
    }

    private static int afterFraction(byte[] bytes, int from, int to) {
        if (from == to || bytes[from] != '.') {
            return from;
        }
        int end = Numbers.afterDigits(bytes, from + 1, to);
        return end == from + 1 ? NOT : end;
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] > '0' && bytes[i] <= '9') {
                return false;
            }
        }
        return true;
    }

    /** {@return whether there is nothing more than a time zone, and what came before was right} */
    private static boolean endsWithZone(byte[] bytes, int from, int to) {
        if (from == NOT || from == to) {
            return from == to;
        }
        if (bytes[from] == 'Z') {
            return from + 1 == to;
        }
        if (bytes[from] != '+' && bytes[from] != '-') {
            return false;
        }
        int afterHour = afterNumber(bytes, from + 1, to, 0, 14);
        int most = afterHour == NOT || number(bytes, from + 1) == 14 ? 0 : 59;
        return afterNumber(bytes, after(':', bytes, afterHour, to), to, 0, most) == to;
    }

    /** Reads a number of two digits. */
    private static int afterNumber(byte[] bytes, int from, int to, int least, int most) {
        if (from == NOT || from + 2 > to || !Numbers.isDigit(bytes[from]) || !Numbers.isDigit(bytes[from + 1])) {
            return NOT;
        }
        int number = number(bytes, from);
        return number < least || number > most ? NOT : from + 2;
    }

    private static int number(byte[] bytes, int at) {
        return 10 * (bytes[at] - '0') + bytes[at + 1] - '0';
    }

    private static int after(char character, byte[] bytes, int at, int to) {
        return at == NOT || at >= to || bytes[at] != character ? NOT : at + 1;
    }

    private static int after(String dashes, byte[] bytes, int at, int to) {
        int after = at;
        for (int i = 0; i < dashes.length(); i++) {
            after = after(dashes.charAt(i), bytes, after, to);
        }
        return after;
    }

    /** {@return whether more decimals of a second stand behind the point, if there is one, than are held} */
    static boolean isTooFine(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '.') {
                return Numbers.afterDigits(bytes, i + 1, to) - (i + 1) > MOST_DECIMALS;
            }
        }
        return false;
    }
}
