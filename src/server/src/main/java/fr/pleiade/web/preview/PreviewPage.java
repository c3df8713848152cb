package fr.pleiade.web.preview;

import fr.pleiade.draft.preview.Draft;
import fr.pleiade.draft.preview.Instance;
import fr.pleiade.draft.preview.Preview;
import fr.pleiade.draft.preview.SourceRow;
import fr.pleiade.draft.preview.SourceRows;
import fr.pleiade.draft.preview.Verification;
import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.linking.LinkReport;
import fr.pleiade.quality.FindingGroup;
import fr.pleiade.quality.Rule;
import fr.pleiade.quality.Verdict;
import fr.pleiade.quality.stars.Audit;
import fr.pleiade.quality.stars.Star;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.http.Query;
import fr.pleiade.web.page.PageContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.thymeleaf.ITemplateEngine;

/** The page of a preview: one row with what it gives, what was found, the stars. Thread-safe. */
final class PreviewPage {
    private final Preview preview;
    private final ITemplateEngine templates = Templates.engine();

    PreviewPage(Preview preview) {
        this.preview = preview;
    }

    /** A link to another view of the page. */
    record Choice(String text, String href, boolean isCurrent) {}

    /** A step of the scale, with the names that the dataset's page has for them. */
    record StepLine(boolean isEarned, String sentence, List<String> evidence, List<String> needs) {
        StepLine {
            evidence = List.copyOf(evidence);
            needs = List.copyOf(needs);
        }

        static StepLine of(Star star, Locale locale) {
            return new StepLine(
                    star.isEarned(),
                    star.step().sentence().in(locale),
                    star.evidence().stream().map(text -> text.in(locale)).toList(),
                    star.needs().stream().map(text -> text.in(locale)).toList());
        }
    }

    /** The stars that the dataset would have. */
    record StarsView(int total, String drawn, List<StepLine> steps) {
        StarsView {
            steps = List.copyOf(steps);
        }

        static StarsView of(Audit audit, Locale locale) {
            return new StarsView(
                    audit.total(),
                    Audit.drawn(audit.total()),
                    audit.stars().stream()
                            .map(star -> StepLine.of(star, locale))
                            .toList());
        }
    }

    /** What one link rule did. */
    record LinkLine(String label, long links, long keys) {}

    /** {@return the page as HTML} */
    String of(Query query, Language language) {
        Preview.Look look = preview.look();
        Locale locale = language.locale();
        Map<String, Object> values = frame(query, language, look);
        Verdict verdict = look.verification().map(Verification::verdict).orElse(look.verdict());
        values.put(
                "found",
                verdict.groups().stream()
                        .map(group -> FoundLine.of(group, locale))
                        .toList());
        values.put("errors", verdict.count(Severity.ERROR));
        values.put("warnings", verdict.count(Severity.WARNING));
        values.put("notes", verdict.count(Severity.INFO));
        values.put("excerpts", excerpts(verdict, locale));
        values.put("isReadable", look.isReadable());
        values.put("isChecked", look.verification().isPresent() || !look.isReadable());
        values.put(
                "stars",
                look.verification()
                        .flatMap(Verification::audit)
                        .map(audit -> StarsView.of(audit, locale))
                        .orElse(null));
        values.put(
                "links",
                look.verification().map(Verification::links).orElse(List.of()).stream()
                        .map(report -> link(report, locale))
                        .toList());
        look.draft().ifPresent(draft -> addRow(draft, verdict, query, locale, values));
        return templates.process("preview", PageContext.of(locale, values));
    }

    private Map<String, Object> frame(Query query, Language language, Preview.Look look) {
        Map<String, Object> frame = new HashMap<>();
        frame.put("lang", language.tag());
        frame.put(
                "languages",
                Arrays.stream(Language.values())
                        .map(other -> new Choice(other.tag(), href(query, "lang", other.tag()), other == language))
                        .toList());
        frame.put("slug", preview.folders().slug());
        frame.put("state", look.state());
        frame.put(
                "title",
                look.draft()
                        .map(draft -> draft.dataset().title().in(language.locale()))
                        .orElse(preview.folders().slug()));
        frame.put(
                "sheet",
                look.draft()
                        .map(draft -> draft.dataset().mappingName())
                        .orElse(preview.folders().slug()));
        frame.put("row", null);
        frame.put("sources", List.of());
        frame.put("instances", List.of());
        return frame;
    }

    /** {@return the places of the publisher's own files that are at fault, each with all that is wrong there} */
    private List<Excerpt> excerpts(Verdict verdict, Locale locale) {
        SortedMap<Path, SortedMap<Long, List<String>>> problems = new TreeMap<>();
        for (FindingGroup group : verdict.groups()) {
            for (FindingGroup.Example example : group.examples()) {
                Finding finding = example.finding();
                if (finding.place() instanceof Place.InLine line) {
                    own(line.file())
                            .ifPresent(file -> problems.computeIfAbsent(file, path -> new TreeMap<>())
                                    .computeIfAbsent(line.line(), at -> new ArrayList<>())
                                    .add(finding.problem().in(locale)));
                }
            }
        }
        return problems.entrySet().stream()
                .flatMap(file -> file.getValue().entrySet().stream()
                        .map(line -> Excerpt.of(file.getKey(), line.getKey(), line.getValue())))
                .toList();
    }

    /** {@return the file of the dataset's folder that a finding names, by its path or below the folder of all datasets} */
    private Optional<Path> own(String name) {
        Path mappings = preview.folders().mappings().toAbsolutePath();
        Path folder = mappings.resolve(preview.folders().slug()).normalize();
        return Stream.of(Path.of(name).toAbsolutePath(), mappings.resolve(name))
                .map(Path::normalize)
                .filter(file -> file.startsWith(folder))
                .findFirst();
    }

    private static LinkLine link(LinkReport report, Locale locale) {
        return new LinkLine(report.label().in(locale), report.links(), report.keys());
    }

    private void addRow(Draft draft, Verdict verdict, Query query, Locale locale, Map<String, Object> values) {
        if (draft.rows().isEmpty()) {
            return;
        }
        SourceRows source = query.parameter("source")
                .flatMap(name -> draft.rows().stream()
                        .filter(rows -> rows.name().equals(name))
                        .findFirst())
                .orElse(draft.rows().get(0));
        SourceRow row = asked(source, query).or(() -> source.row(1)).orElse(null);
        values.put("source", source.name());
        values.put("total", source.total());
        values.put(
                "sources",
                draft.rows().stream()
                        .map(rows -> new Choice(
                                rows.name(),
                                "?lang=" + locale.getLanguage() + "&source=" + encoded(rows.name()),
                                rows.equals(source)))
                        .toList());
        if (row != null) {
            String base = preview.folders().base();
            values.put("row", RowView.of(draft, source, draft.map(source, row), base, locale));
            values.put("instances", instances(source, verdict, row, query, locale));
            values.put("previous", row.number() > 1 ? href(query, "row", row.number() - 1) : "");
            values.put("next", row.number() < source.total() ? href(query, "row", row.number() + 1) : "");
        }
    }

    private static Optional<SourceRow> asked(SourceRows source, Query query) {
        return number(query, "line")
                .flatMap(source::atLine)
                .or(() -> number(query, "row").flatMap(source::row));
    }

    private static Optional<Long> number(Query query, String name) {
        return query.parameter(name).filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf);
    }

    /** {@return the rows that are worth a look: what occurs, then what is wrong} */
    private static List<Choice> instances(
            SourceRows source, Verdict verdict, SourceRow row, Query query, Locale locale) {
        Stream<Choice> chosen = source.instances().stream()
                .map((Instance instance) -> new Choice(
                        instance.why().in(locale),
                        href(query, "row", instance.number()),
                        instance.number() == row.number()));
        Stream<Choice> bad = verdict.groups().stream()
                .filter(group -> group.examples().get(0).finding().place() instanceof Place.InCell cell
                        && cell.file().equals(source.name()))
                .map(group -> {
                    Place.InCell cell =
                            (Place.InCell) group.examples().get(0).finding().place();
                    String title = Rule.titleOf(group.rule()).in(locale);
                    return new Choice(
                            cell.column() + " : " + title, href(query, "line", cell.line()), cell.line() == row.line());
                });
        return Stream.concat(chosen, bad).toList();
    }

    /** {@return the address of the same view with one thing changed; a row and a line are two ways to say the same} */
    private static String href(Query query, String name, Object value) {
        Query changed = query.with(name, value);
        if (name.equals("row") || name.equals("line")) {
            changed = changed.without(name.equals("row") ? "line" : "row");
        }
        return "?" + changed.text();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
