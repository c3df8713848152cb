package fr.pleiade.mapping.table;

import fr.pleiade.mapping.translation.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as a sheet describes it.
 *
 * @param url the path of its file
 * @param dialect how the file is written: properties of CSVW's dialects and their texts, and {@link #MEMBERS}
 * @param aboutUrl what a row is about; none for a new blank node
 * @param classes what the things of its rows are
 * @param kinds of which kinds its rows are, by the word in a column; none where all are of one
 * @param conditions for which rows anything is said; all of them must hold
 * @param columns what its columns are; a column may have several lines
 * @param things what things there are beside those of rows, each with the address that columns are about
 * @param wide what columns that are observations are
 * @param counts cubes that count its rows
 * @param others whether columns that the sheet does not name are passed over on purpose
 * @param asOf the day, month or year of the codes of its links that know what has changed since; {@code ""} if it is not said
 * @param line where it is described
 */
public record TableRule(
        String url,
        Map<String, Said> dialect,
        List<UrlTemplate> aboutUrl,
        List<ClassRule> classes,
        List<Kind> kinds,
        List<Condition> conditions,
        List<ColumnRule> columns,
        List<ThingRule> things,
        List<WideRule> wide,
        List<CountRule> counts,
        Others others,
        String asOf,
        long line) {

    /** The key of the dialect for the columns of records in JSON: no property of CSVW's. */
    public static final String MEMBERS = "members";

    /** What becomes of columns that the sheet does not name. */
    public enum Others {
        UNNAMED,
        SKIPPED
    }

    /** A text and its line. */
    public record Said(String text, long line) {}

    /**
     * A class of things.
     *
     * @param iri its address
     * @param names what it is called, by language, where it is one of this dataset
     * @param isOwn whether it is one of this dataset
     */
    public record ClassRule(UrlTemplate iri, Map<String, String> names, boolean isOwn) {}

    /**
     * Rows of a kind.
     *
     * @param column what tells the kind, by its header or name
     * @param words what it holds for rows of the kind, or of which it holds none
     * @param isOther whether rows of the kind are those that hold none of the words
     * @param aboutUrl what such a row is about; none where it is what every row is about
     * @param classes what such things are besides what all things of rows are
     */
    public record Kind(
            String column,
            List<String> words,
            boolean isOther,
            List<UrlTemplate> aboutUrl,
            List<ClassRule> classes,
            long line) {
        public Kind {
            words = List.copyOf(words);
            aboutUrl = List.copyOf(aboutUrl);
            classes = List.copyOf(classes);
        }
    }

    public TableRule {
        dialect = new LinkedHashMap<>(dialect);
        aboutUrl = List.copyOf(aboutUrl);
        classes = List.copyOf(classes);
        kinds = List.copyOf(kinds);
        conditions = List.copyOf(conditions);
        columns = List.copyOf(columns);
        things = List.copyOf(things);
        wide = List.copyOf(wide);
        counts = List.copyOf(counts);
    }

    /** {@return the same table, in which each column of the file that is an observation has its lines; a pattern like none is noted} */
    public TableRule of(List<String> header, Problems problems) {
        List<ColumnRule> all = new ArrayList<>(columns);
        List<ThingRule> observed = new ArrayList<>(things);
        List<String> unnamed = header.stream()
                .filter(title ->
                        columns.stream().noneMatch(rule -> rule.titles().contains(title)))
                .toList();
        refuseDoubtful(header, unnamed, problems);
        for (WideRule pattern : wide) {
            List<WideRule.Observation> found = unnamed.stream()
                    .flatMap(title -> pattern.of(title).stream())
                    .toList();
            if (found.isEmpty() && !pattern.isOptional()) {
                problems.add(pattern.line(), "the file has no column like '%s'", pattern.pattern());
            }
            for (WideRule.Observation observation : found) {
                all.addAll(observation.lines());
                observed.add(observation.thing());
            }
        }
        return new TableRule(
                url,
                dialect,
                aboutUrl,
                classes,
                kinds,
                conditions,
                all,
                observed,
                List.of(),
                counts,
                others,
                asOf,
                line);
    }

    /** Notes columns that would be observations of two kinds, and those of a table of cubes that would silently be none. */
    private void refuseDoubtful(List<String> header, List<String> unnamed, Problems problems) {
        boolean hasCubes = wide.stream().anyMatch(pattern -> !pattern.cube().isEmpty());
        for (String title : unnamed) {
            List<WideRule> like =
                    wide.stream().filter(pattern -> pattern.isLike(title)).toList();
            List<WideRule> nearly =
                    wide.stream().filter(pattern -> pattern.isNearly(title)).toList();
            int place = header.indexOf(title) + 1;
            if (like.size() > 1) {
                problems.add(
                        like.get(1).line(),
                        "the column '%s', the file's %d., is like '%s' and like '%s'; give it a line of its own, before them",
                        title,
                        place,
                        like.get(0).pattern(),
                        like.get(1).pattern());
            } else if (like.isEmpty() && !nearly.isEmpty()) {
                problems.add(
                        nearly.get(0).line(),
                        "the column '%s', the file's %d., is like '%s', but each names no cube for it; name one, or give it a line of its own: '%s': skip",
                        title,
                        place,
                        nearly.get(0).pattern(),
                        title);
            } else if (like.isEmpty() && hasCubes && others == Others.UNNAMED) {
                problems.add(
                        line,
                        "the column '%s', the file's %d., is like no line of the sheet; give it one, if only '%s': skip, or pass over all others with '\"*\": skip'",
                        title,
                        place,
                        title);
            }
        }
    }

    /** {@return the classes of all things} */
    List<ClassRule> allClasses() {
        List<ClassRule> all = new ArrayList<>(classes);
        kinds.forEach(kind -> all.addAll(kind.classes()));
        things.forEach(thing -> all.addAll(thing.classes()));
        wide.forEach(pattern -> all.addAll(pattern.types()));
        return all;
    }

    /** {@return the first class of the things of rows of each kind} */
    public List<ClassRule> subjects() {
        List<ClassRule> subjects = new ArrayList<>();
        kinds.forEach(kind -> kind.classes().stream().findFirst().ifPresent(subjects::add));
        return subjects.isEmpty() ? classes.stream().limit(1).toList() : subjects;
    }

    /** {@return the contents that are no value in any column that is read} */
    public List<String> nulls() {
        List<List<String>> all = columns.stream()
                .filter(column -> !column.isVirtual() && column.role() != ColumnRule.Role.SKIPPED)
                .map(column -> column.cell().nulls())
                .toList();
        return all.isEmpty()
                ? List.of("")
                : all.get(0).stream()
                        .filter(word -> all.stream().allMatch(nulls -> nulls.contains(word)))
                        .toList();
    }
}
