package fr.pleiade.mapping.table;

import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.mapping.translation.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which columns of a file those of a sheet are. */
public final class Columns {
    private final List<ColumnRule> rules;
    private final List<String> header;
    private final boolean isKnown;
    private final Problems problems;

    /** @param header the names in the file's header; none where the file is not there */
    public Columns(List<ColumnRule> rules, Optional<List<String>> header, Problems problems) {
        this.rules = rules;
        this.header = header.orElse(List.of());
        this.isKnown = header.isPresent();
        this.problems = problems;
        rules.forEach(this::refuseSeveral);
    }

    private void refuseSeveral(ColumnRule rule) {
        List<String> found = found(rule);
        if (found.size() > 1 && rule.role() != ColumnRule.Role.SKIPPED) {
            problems.add(
                    rule.line(),
                    "the file has the columns '%s', which are names of one column here; give them lines of their own",
                    String.join("' and '", found));
        }
    }

    private List<String> found(ColumnRule rule) {
        return rule.titles().stream().filter(header::contains).distinct().toList();
    }

    /** {@return what the file calls a column; nothing where it may be missing and is} */
    public Optional<String> named(ColumnRule rule) {
        List<String> found = found(rule);
        if (!found.isEmpty()) {
            return Optional.of(found.get(0));
        }
        boolean isMissing = isKnown && rule.presence() == ColumnRule.Presence.OPTIONAL;
        return isMissing ? Optional.empty() : rule.titles().stream().findFirst();
    }

    /** {@return the column that a template means; one that there is not is noted} */
    public Optional<ColumnRule> called(String word, long line) {
        Optional<ColumnRule> rule =
                rules.stream().filter(r -> !r.isVirtual() && r.isCalled(word)).findFirst();
        if (rule.isEmpty()) {
            problems.add(line, "%s", unknown(word, rules));
        }
        return rule;
    }

    /** {@return what is said of a name that no column has} */
    public static String unknown(String word, List<ColumnRule> rules) {
        List<String> known = new ArrayList<>();
        for (ColumnRule rule : rules) {
            known.addAll(rule.titles());
            known.add(rule.name());
        }
        return "there is no column '%s' in the sheet%s"
                .formatted(
                        word,
                        Spelling.closest(word, known)
                                .map(close -> " (did you mean '" + close + "'?)")
                                .orElse("; give it a line, if only '" + word + ": skip'"));
    }
}
