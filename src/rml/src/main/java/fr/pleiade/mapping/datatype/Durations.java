package fr.pleiade.mapping.datatype;

/**
 * Durations: {@code -P1Y2M3DT4H5M6.7S}, of which at least one part is there, and one after a {@code T}.
 *
 * @see <a href="https://www.w3.org/TR/xmlschema11-2/#duration">XML Schema 1.1, part 2, section 3.3.6</a>
 */
final class Durations {
    private static final int NOT = -1;

    private Durations() {}

    static boolean isDuration(byte[] bytes, int from, int to) {
        return has("YMD", "HMS", bytes, from, to);
    }

    static boolean isYearMonth(byte[] bytes, int from, int to) {
        return has("YM", "", bytes, from, to);
    }

    static boolean isDayTime(byte[] bytes, int from, int to) {
        return has("D", "HMS", bytes, from, to);
    }

    private static boolean has(String dateUnits, String timeUnits, byte[] bytes, int from, int to) {
        int start = from < to && bytes[from] == '-' ? from + 1 : from;
        if (start >= to || bytes[start] != 'P') {
            return false;
        }
        int time = afterParts(dateUnits, bytes, start + 1, to);
        if (time == NOT || time == to) {
            return time == to && time > start + 1;
        }
        return bytes[time] == 'T' && time + 1 < to && afterParts(timeUnits, bytes, time + 1, to) == to;
    }

    /** {@return the index after numbers with units that follow in their order, each once at most} */
    private static int afterParts(String units, byte[] bytes, int from, int to) {
        int at = from;
        int next = 0;
        while (at < to && Numbers.isDigit(bytes[at])) {
            int after = Numbers.afterDigits(bytes, at, to);
            boolean fraction = after < to && bytes[after] == '.';
            int unit = fraction ? Numbers.afterDigits(bytes, after + 1, to) : after;
            int found = unit == to ? NOT : units.indexOf(bytes[unit], next);
            if (found == NOT || fraction && (bytes[unit] != 'S' || unit == after + 1)) {
                return NOT;
            }
            next = found + 1;
            at = unit + 1;
        }
        return at;
    }
}
