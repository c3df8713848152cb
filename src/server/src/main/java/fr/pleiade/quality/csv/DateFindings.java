package fr.pleiade.quality.csv;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.quality.Rule;
import java.util.function.Consumer;

/** Tells what is wrong with the dates of a column: two readings, mixed precision, school years that pass for months. */
final class DateFindings {
    private static final String READS_DATES = "date";
    private static final int FEWEST_YEARS = 3;

    private final SourceTable table;
    private final String column;
    private final ColumnProfile profile;
    private final Consumer<Finding> findings;

    DateFindings(SourceTable table, String column, ColumnProfile profile, Consumer<Finding> findings) {
        this.table = table;
        this.column = column;
        this.profile = profile;
        this.findings = findings;
    }

    void tell() {
        long days = profile.dates(DateForm.DAY) + byNumbers();
        long months = profile.dates(DateForm.MONTH) + profile.dates(DateForm.YEARS);
        long dated = days + months;
        if (dated == 0 || (dated + profile.digits[4]) * 10 < profile.filled * 8) {
            return;
        }
        readings();
        if (areSchoolYears()) {
            schoolYears();
            months = 0;
        }
        precision(days, months, profile.digits[4]);
    }

    private long byNumbers() {
        return profile.dates(DateForm.DAY_FIRST) + profile.dates(DateForm.MONTH_FIRST) + profile.dates(DateForm.EITHER);
    }

    private void readings() {
        long dayFirst = profile.dates(DateForm.DAY_FIRST);
        long monthFirst = profile.dates(DateForm.MONTH_FIRST);
        long either = profile.dates(DateForm.EITHER);
        if (monthFirst > 0) {
            accept(
                    Rule.TWO_READINGS,
                    DateForm.MONTH_FIRST,
                    "the month is first in %d dates, the day in %d, and %d can be read both ways",
                    "le mois est en tête dans %d dates, le jour dans %d, et %d se lisent des deux façons",
                    monthFirst,
                    dayFirst,
                    either);
        } else if (either > 0 && dayFirst == 0) {
            accept(
                    Rule.TWO_READINGS,
                    DateForm.EITHER,
                    "each of the %d dates can be read day first or month first",
                    "chacune des %d dates peut se lire jour en tête ou mois en tête",
                    either);
        }
    }

    private boolean areSchoolYears() {
        return profile.dates(DateForm.YEARS) > 0
                && profile.dates(DateForm.MONTH) == 0
                && (profile.dates(DateForm.YEARS) >= FEWEST_YEARS || isNoMonth());
    }

    private boolean isNoMonth() {
        boolean[] none = {false};
        profile.dates[DateForm.YEARS.ordinal()].forEach(
                (value, place) -> none[0] |= Integer.parseInt(value.substring(value.length() - 2)) > 12);
        return none[0];
    }

    private void schoolYears() {
        if (table.use(column).functions().contains(READS_DATES)) {
            accept(
                    Rule.SCHOOL_YEAR,
                    DateForm.YEARS,
                    "%d cells are school years, which fn:date reads as months",
                    "%d cellules sont des années scolaires, que fn:date lit comme des mois",
                    profile.dates(DateForm.YEARS));
        }
    }

    private void precision(long days, long months, long years) {
        int kinds = (days > 0 ? 1 : 0) + (months > 0 ? 1 : 0) + (years > 0 ? 1 : 0);
        if (kinds > 1) {
            DateForm rarest = days > 0 && (months == 0 || days <= months) ? dayForm() : DateForm.MONTH;
            accept(
                    Rule.MIXED_DATES,
                    profile.dates(rarest) > 0 ? rarest : DateForm.YEARS,
                    "%d dates are days, %d months, %d years",
                    "%d dates sont des jours, %d des mois, %d des années",
                    days,
                    months,
                    years);
        } else if (profile.dates(DateForm.DAY) > 0 && byNumbers() > 0) {
            accept(
                    Rule.MIXED_DATES,
                    profile.dates(DateForm.DAY) <= byNumbers() ? DateForm.DAY : numbersForm(),
                    "%d dates are written yyyy-mm-dd, %d otherwise",
                    "%d dates sont écrites aaaa-mm-jj, %d autrement",
                    profile.dates(DateForm.DAY),
                    byNumbers());
        }
    }

    private DateForm dayForm() {
        return profile.dates(DateForm.DAY) > 0 ? DateForm.DAY : numbersForm();
    }

    private DateForm numbersForm() {
        for (DateForm form : new DateForm[] {DateForm.DAY_FIRST, DateForm.MONTH_FIRST}) {
            if (profile.dates(form) > 0) {
                return form;
            }
        }
        return DateForm.EITHER;
    }

    private void accept(Rule rule, DateForm form, String en, String fr, Object... values) {
        Occurrences first = profile.dates[form.ordinal()];
        findings.accept(
                rule.at(new Place.InCell(table.name(), first.firstLine(), column, first.first()), en, fr, values));
    }
}
