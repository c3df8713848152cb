package fr.pleiade.mapping.yaml;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What somebody who writes YAML by hand has done where the parser only knows what it expected: read off the lines around the place.
 *
 * @param line where it is to be mended, from 1
 * @param sentence what is wrong and what to do, with the column, from 1
 */
record YamlAdvice(long line, String sentence) {
    private static final Pattern NO_BLANK = Pattern.compile("\\s*(?:- )?([\\p{L}\\p{N}_]+):([^\\s/:][^:]*)");
    private static final Pattern SEVERAL_COLONS = Pattern.compile(".*: .*: .*");
    private static final Pattern CANNOT_START = Pattern.compile("found character '(.)' that cannot start any token.*");

    static YamlAdvice of(MarkedYAMLException e, String text) {
        List<String> lines = text.lines().toList();
        String problem = String.valueOf(e.getProblem());
        Place place = Place.of(e.getProblemMark());
        Place around = e.getContextMark() == null ? place : Place.of(e.getContextMark());
        if (problem.contains("TAB")) {
            return place.says("a tab; indent with blanks");
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return nested(lines, place);
        }
        if (problem.startsWith("expected <block end>, but found")) {
            return blockEnd(problem, lines, place);
        }
        if (problem.startsWith("could not find expected ':'")) {
            return around.says(
                    hasComment(around.in(lines))
                            ? "a blank and # begin a comment; put a text with them between quotes"
                            : "no colon behind the key; write key: value");
        }
        if (problem.startsWith("expected ',' or")) {
            return flow(problem, lines, place, around);
        }
        return sign(problem, lines, place, around);
    }

    /** A place in a document, its line from 1 and its column from 0. */
    private record Place(long line, int column) {
        static Place of(@Nullable Mark mark) {
            return mark == null ? new Place(1, 0) : new Place(mark.getLine() + 1L, mark.getColumn());
        }

        /** {@return the text of the line} */
        String in(List<String> lines) {
            return line <= lines.size() ? lines.get((int) line - 1) : "";
        }

        YamlAdvice says(String sentence) {
            return new YamlAdvice(line, "this is not YAML, at column %d: %s".formatted(column + 1, sentence));
        }
    }

    /** A colon and a blank where a value stands already. */
    private static YamlAdvice nested(List<String> lines, Place place) {
        for (long at = place.line() - 1; at >= 1; at--) {
            String before = lines.get((int) at - 1);
            if (before.isBlank() || before.strip().startsWith("#")) {
                continue;
            }
            Matcher glued = NO_BLANK.matcher(before);
            if (glued.matches()) {
                return new Place(at, before.indexOf(':'))
                        .says("no blank behind the colon; write '%s: %s'".formatted(glued.group(1), glued.group(2)));
            }
            boolean isDeeper = indent(place.in(lines)) > indent(before);
            if (isDeeper && !before.strip().endsWith(":")) {
                return new Place(place.line(), indent(place.in(lines)))
                        .says(
                                "the line is indented more than line %d, which has its value already; begin both below each other"
                                        .formatted(at));
            }
            break;
        }
        return place.says("a colon and a blank within a text; put the text between quotes");
    }

    private static YamlAdvice blockEnd(String problem, List<String> lines, Place place) {
        String line = place.in(lines);
        boolean isQuoted = line.indexOf('\'') >= 0 && line.indexOf('\'') < place.column()
                || line.indexOf('"') >= 0 && line.indexOf('"') < place.column();
        if (problem.contains("<scalar>") && isQuoted) {
            return place.says("the text goes on behind its quotes; put the whole between double quotes");
        }
        return place.says("the line begins where no line above it does; indent it like the lines that it belongs to");
    }

    private static YamlAdvice flow(String problem, List<String> lines, Place place, Place around) {
        if (problem.endsWith("but got {")) {
            return place.says("a brace within a text; put a text with braces between quotes");
        }
        boolean goesOn = place.line() > around.line();
        if (goesOn && hasComment(around.in(lines))) {
            return around.says(
                    "a blank and # begin a comment, so that what begins here is not closed; put a text with them between quotes");
        }
        boolean isList = around.in(lines).startsWith("[", around.column());
        if (goesOn || problem.contains("<stream end>") || problem.endsWith("but got " + (isList ? "}" : "]"))) {
            return around.says(
                    isList ? "the bracket is not closed; end it with ]" : "the brace is not closed; end it with }");
        }
        return place.says("a colon and a blank, or a sign of lists, within a text; put the text between quotes");
    }

    private static YamlAdvice sign(String problem, List<String> lines, Place place, Place around) {
        Matcher sign = CANNOT_START.matcher(problem);
        if (sign.matches() && SEVERAL_COLONS.matcher(place.in(lines)).matches()) {
            return place.says("a colon and a blank within a text; put the text between quotes");
        }
        if (sign.matches()) {
            return place.says("a text that begins with %s; put it between quotes".formatted(sign.group(1)));
        }
        if (problem.startsWith("unexpected character found") || problem.startsWith("expected alphabetic or numeric")) {
            return around.says("a text that begins with %s; put it between quotes"
                    .formatted(around.in(lines).startsWith("*", around.column()) ? "*" : "&"));
        }
        if (problem.startsWith("found unexpected end of stream")) {
            return around.says("the quote that begins here is not closed");
        }
        if (problem.startsWith("found unknown escape")) {
            return place.says("a backslash between double quotes; put the text between single quotes");
        }
        return place.says(problem);
    }

    private static boolean hasComment(String line) {
        return line.contains(" #");
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
