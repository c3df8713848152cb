package fr.pleiade.web.figures;

import fr.pleiade.cube.table.Column;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.served.Alphabetical;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.Served;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A dimension of a cube as addresses and pages name it. Thread-safe. */
public final class Dimension {
    private static final Pattern YEAR = Pattern.compile("((?:1[5-9]|20)\\d\\d)(?:[-/_T].*)?");

    /** What SDMX calls the code of all others together. */
    private static final String TOTAL = "_T";

    /** Of a dimension with more values, each of them perhaps a row of a source, it is not asked what became of them. */
    private static final int MOST_RELATED = 5_000;

    private final int place;
    private final String name;
    private final Column column;
    private final Served served;
    private final List<Term> values;
    private final int[] today;
    private final BitSet wholes = new BitSet();
    private final Map<String, Integer> codes;
    private final boolean isTime;

    Dimension(int place, String name, Column column, Served served, Relations relations) {
        this.place = place;
        this.name = name;
        this.column = column;
        this.served = served;
        this.values = new ArrayList<>(column.values());
        this.today = new int[column.values().size()];
        relate(relations);
        this.codes = codes();
        this.isTime = !column.values().isEmpty()
                && column.values().stream().allMatch(value -> year(value).isPresent());
    }

    /** Notes what took over what, and which concepts count others of the same dimension. */
    private void relate(Relations relations) {
        Map<String, Integer> known = new HashMap<>();
        for (int code = 0; code < today.length; code++) {
            today[code] = code;
            known.put(values.get(code).text(), code);
        }
        String things = served.release().base() + "id/";
        for (int code = 0; code < today.length && today.length <= MOST_RELATED; code++) {
            String iri = values.get(code).text();
            if (values.get(code) instanceof Term.Iri && iri.startsWith(things)) {
                today[code] = known.computeIfAbsent(relations.today(iri), this::addedValue);
                relations.broader(iri).stream()
                        .flatMap(whole -> Optional.ofNullable(known.get(whole)).stream())
                        .forEach(wholes::set);
            }
        }
    }

    private int addedValue(String iri) {
        values.add(new Term.Iri(iri));
        return values.size() - 1;
    }

    /** In addresses a value is called as behind {@code /id/}, else by its IRI or as it is written; the last part will do if no other ends so. */
    private Map<String, Integer> codes() {
        Map<String, Integer> byName = new HashMap<>();
        Map<String, Integer> ends = new HashMap<>();
        for (int code = 0; code < values.size(); code++) {
            byName.putIfAbsent(address(code), code);
            byName.putIfAbsent(values.get(code).text(), code);
            ends.merge(Lexicon.lastPart(values.get(code).text()), code, (one, other) -> Column.ABSENT);
        }
        ends.forEach((end, code) -> {
            if (code != Column.ABSENT) {
                byName.putIfAbsent(end, code);
            }
        });
        return byName;
    }

    /** {@return its place among the cube's dimensions, from 0} */
    public int place() {
        return place;
    }

    /** {@return the parameter that it is in addresses} */
    public String name() {
        return name;
    }

    public String property() {
        return column.property();
    }

    /** {@return the values that observations have, and behind them those that took one of them over and have none} */
    public List<Term> values() {
        return Collections.unmodifiableList(values);
    }

    /** {@return how many values observations have} */
    public int size() {
        return column.values().size();
    }

    /** {@return the code of what took a code over, of itself if nothing did} */
    int today(int code) {
        return code == Column.ABSENT ? code : today[code];
    }

    /** {@return whether one of its values became another} */
    public boolean hasSuccessions() {
        return IntStream.range(0, today.length).anyMatch(code -> today[code] != code);
    }

    /** {@return whether its values are years, or begin with one} */
    public boolean isTime() {
        return isTime;
    }

    /** {@return what it is called} */
    public String label(Locale locale) {
        return served.lexicon().name(column.property(), locale);
    }

    /** {@return the code that an address calls so} */
    public Optional<Integer> code(String called) {
        return Optional.ofNullable(codes.get(called));
    }

    /** {@return the code of a value} */
    Optional<Integer> code(Term value) {
        return Optional.ofNullable(codes.get(value.text()))
                .filter(code -> values.get(code).equals(value));
    }

    /** {@return what addresses call a code} */
    public String address(int code) {
        return Cube.address(values.get(code), served);
    }

    /** {@return a code in words} */
    public String words(int code, Locale locale) {
        return code == Column.ABSENT ? "—" : Cube.words(values.get(code), served.lexicon(), locale);
    }

    /** {@return whether a code counts others that observations have too: a concept with narrower ones, or all of them by SDMX's name} */
    boolean isWhole(int code) {
        return wholes.get(code) || isTotal(code);
    }

    /** {@return whether a code stands for all others together, by SDMX's name of it} */
    boolean isTotal(int code) {
        return Lexicon.lastPart(values.get(code).text()).equals(TOTAL);
    }

    /** {@return the year that a code is, or begins with} */
    OptionalInt year(int code) {
        return code == Column.ABSENT ? OptionalInt.empty() : year(values.get(code));
    }

    private static OptionalInt year(Term value) {
        Matcher year = YEAR.matcher(value instanceof Term.Literal ? value.text() : Lexicon.lastPart(value.text()));
        return year.matches() ? OptionalInt.of(Integer.parseInt(year.group(1))) : OptionalInt.empty();
    }

    /** {@return the codes in the order in which they are shown: by time, else by name} */
    public List<Integer> ordered(IntStream some, Locale locale) {
        List<Integer> codes = some.sorted().boxed().toList();
        return isTime
                ? codes.stream()
                        .sorted(Comparator.comparing(code -> values.get(code).text()))
                        .toList()
                : Alphabetical.sorted(codes, code -> words(code, locale), locale);
    }
}
