package fr.pleiade.quality.csv;

import java.nio.charset.StandardCharsets;

/** How a date is written, as far as a cell alone tells. */
public enum DateForm {
    NONE,
    /** {@code 2011-12-31}, with a time perhaps. */
    DAY,
    /** {@code 2011-07}: a month, or the school year that begins in 2006 where it is {@code 2006-07}. */
    MONTH,
    /** {@code 2006-07}, {@code 2012-13}: the second number is the year after. */
    YEARS,
    /** {@code 31/12/2011}: can only be the day first. */
    DAY_FIRST,
    /** {@code 12/31/2011}: can only be the month first. */
    MONTH_FIRST,
    /** {@code 03/04/2011}: one or the other. */
    EITHER;

    public static DateForm of(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    /** {@return the form of a cell of UTF-8} */
    static DateForm of(byte[] bytes, int start, int end) {
        int length = end - start;
        if (length < 6 || !isDigit(bytes[start])) {
            return NONE;
        }
        if (isYear(bytes, start, end)) {
            return length == 7 ? monthOrYears(bytes, start) : isDay(bytes, start, end) ? DAY : NONE;
        }
        return byNumbers(bytes, start, end);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isYear(byte[] bytes, int at, int end) {
        return end - at >= 4 && (bytes[at] == '1' || bytes[at] == '2') && number(bytes, at, at + 4) >= 0;
    }

    /** {@return the number that digits alone make; -1 if there is anything else} */
    private static int number(byte[] bytes, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(bytes[i])) {
                return -1;
            }
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    private static boolean isDay(byte[] bytes, int start, int end) {
        return end - start >= 10
                && bytes[start + 4] == '-'
                && bytes[start + 7] == '-'
                && number(bytes, start + 5, start + 7) >= 0
                && number(bytes, start + 8, start + 10) >= 0
                && (end - start == 10 || bytes[start + 10] == 'T' || bytes[start + 10] == ' ');
    }

    private static DateForm monthOrYears(byte[] bytes, int start) {
        int second = number(bytes, start + 5, start + 7);
        if (second < 0 || bytes[start + 4] != '-' && bytes[start + 4] != '/') {
            return NONE;
        }
        int year = number(bytes, start, start + 4);
        return second == (year + 1) % 100 ? YEARS : second >= 1 && second <= 12 ? MONTH : NONE;
    }

    /** Two numbers of one or two digits and a year of two or four, a slash, full stop or dash between them; a time may follow. */
    private static DateForm byNumbers(byte[] bytes, int start, int end) {
        int mark = isDigit(bytes[start + 1]) ? start + 2 : start + 1;
        byte between = bytes[mark];
        int at = mark + 1;
        int next = at + 1 < end && isDigit(bytes[at + 1]) ? at + 2 : at + 1;
        if (between != '/' && between != '.' && between != '-' || next + 2 >= end || bytes[next] != between) {
            return NONE;
        }
        int first = number(bytes, start, mark);
        int second = number(bytes, at, next);
        if (second < 0 || !isYearAndTime(bytes, next + 1, end)) {
            return NONE;
        }
        if (first > 31 || second > 31 || first == 0 || second == 0 || first > 12 && second > 12) {
            return NONE;
        }
        return first > 12 ? DAY_FIRST : second > 12 ? MONTH_FIRST : EITHER;
    }

    private static boolean isYearAndTime(byte[] bytes, int from, int end) {
        int at = isYear(bytes, from, end) ? from + 4 : number(bytes, from, from + 2) >= 0 ? from + 2 : end + 1;
        if (at >= end) {
            return at == end;
        }
        boolean isTime = bytes[at] == ' ' && at + 1 < end;
        for (int i = at + 1; i < end; i++) {
            isTime &= isDigit(bytes[i]) || bytes[i] == ':';
        }
        return isTime;
    }
}
