package fr.pleiade.quality.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern ISO = Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}(?:[T ].*)?");
    private static final Pattern MONTH_OR_YEARS = Pattern.compile("([12][0-9]{3})[-/]([0-9]{2})");
    private static final Pattern NUMBERS =
            Pattern.compile("([0-9]{1,2})([/.-])([0-9]{1,2})\\2(?:[12][0-9]{3}|[0-9]{2})(?: [0-9:]+)?");

    public static DateForm of(String value) {
        if (ISO.matcher(value).matches()) {
            return DAY;
        }
        Matcher month = MONTH_OR_YEARS.matcher(value);
        if (month.matches()) {
            int year = Integer.parseInt(month.group(1));
            int second = Integer.parseInt(month.group(2));
            return second == (year + 1) % 100 ? YEARS : second >= 1 && second <= 12 ? MONTH : NONE;
        }
        Matcher numbers = NUMBERS.matcher(value);
        if (!numbers.matches()) {
            return NONE;
        }
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(3));
        if (first > 31 || second > 31 || first == 0 || second == 0 || first > 12 && second > 12) {
            return NONE;
        }
        return first > 12 ? DAY_FIRST : second > 12 ? MONTH_FIRST : EITHER;
    }
}
