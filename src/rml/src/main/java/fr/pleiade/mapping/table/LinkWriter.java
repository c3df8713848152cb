package fr.pleiade.mapping.table;

import static fr.pleiade.rdf.Vocabulary.LINK;
import static fr.pleiade.rdf.Vocabulary.RDFS;

import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.mapping.table.ColumnRule.LinkTo;
import fr.pleiade.mapping.table.TableRule.ClassRule;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.translation.RuleGraph;
import fr.pleiade.rdf.DateLiteral;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the links of a sheet as link rules. One use. */
public final class LinkWriter {
    private final Problems problems;
    private final RuleGraph rules;
    private final String dataset;
    private final Map<String, Keyed> datasets;
    private int number;

    /**
     * @param dataset the IRI of the dataset whose links they are
     * @param datasets the things of each of the site's datasets, by its slug
     */
    public LinkWriter(Problems problems, RuleGraph rules, String dataset, Map<String, Keyed> datasets) {
        this.problems = problems;
        this.rules = rules;
        this.dataset = dataset;
        this.datasets = datasets;
    }

    /** Writes the links of a table: those of one column that are written with one property are one rule, which leads to several datasets. */
    public void write(TableRule table) {
        Set<String> properties = new HashSet<>();
        day(new Term.Iri(dataset), table.asOf(), table.line());
        for (ColumnRule column : table.columns()) {
            Map<String, List<LinkTo>> byProperty = new LinkedHashMap<>();
            column.links()
                    .forEach(link -> byProperty
                            .computeIfAbsent(predicate(link), predicate -> new ArrayList<>())
                            .add(link));
            byProperty.forEach((predicate, links) -> {
                if (!properties.add(predicate)) {
                    problems.add(
                            links.get(0).line(),
                            "two columns have links that are written with <%s>; give each a property, with as",
                            predicate);
                }
                write(table, column, predicate, links);
            });
        }
    }

    private static String predicate(LinkTo link) {
        return link.property().get(0).text();
    }

    private void write(TableRule table, ColumnRule column, String predicate, List<LinkTo> links) {
        LinkTo first = links.get(0);
        Map<LinkTo, Keyed> targets = new LinkedHashMap<>();
        links.forEach(link -> target(link).ifPresent(target -> targets.put(link, target)));
        if (table.subjects().isEmpty()) {
            problems.add(first.line(), "a link needs to know what is linked: give the sheet a class");
        }
        List<UrlTemplate> keys =
                column.properties().stream().filter(UrlTemplate::isConstant).toList();
        if (keys.isEmpty()
                || column.role() != ColumnRule.Role.MAPPED
                || !isAboutTheRow(column, table)
                || !column.valueUrl().isEmpty()) {
            problems.add(
                    first.line(),
                    "a link needs the code as a value of the row's own thing: give the column a property");
        }
        if (keys.stream().anyMatch(key -> key.text().equals(predicate))) {
            problems.add(
                    first.line(),
                    "the link is written with <%s>, as its code is; give it another property, with as",
                    predicate);
        }
        if (links.stream().anyMatch(link -> link.by() != first.by())) {
            problems.add(first.line(), "links that are written with one property are all by key, or all by name");
        }
        if (links.stream().anyMatch(link -> !link.dated().equals(first.dated()))) {
            problems.add(
                    first.line(),
                    "links that are written with one property have codes of one day: say asOf, through and formerly of each");
        }
        if (targets.isEmpty() || keys.isEmpty()) {
            return;
        }
        table.subjects().forEach(subject -> rule(subject, column, links, keys.get(0), targets));
    }

    private void rule(
            ClassRule subject, ColumnRule column, List<LinkTo> links, UrlTemplate key, Map<LinkTo, Keyed> targets) {
        LinkTo first = links.get(0);
        long line = first.line();
        Term rule = new Term.Iri(dataset + "#link-" + ++number);
        boolean isByName = first.by() == LinkTo.By.NAME;
        rules.add(rule, Vocabulary.TYPE.value(), new Term.Iri(LINK + (isByName ? "NameRule" : "Rule")), line);
        labels(rule, column, first);
        rules.add(rule, LINK + "subjectClass", new Term.Iri(subject.iri().text()), line);
        rules.add(rule, LINK + (isByName ? "name" : "key"), new Term.Iri(key.text()), line);
        rules.add(rule, LINK + "predicate", new Term.Iri(predicate(first)), line);
        rules.add(rule, LINK + "required", String.valueOf(links.stream().anyMatch(LinkTo::isRequired)), line);
        dated(rule, first);
        targets.forEach((link, target) -> target(rule, link, target));
    }

    /** Says of which day the codes or names are, and by what they are followed to today. */
    private void dated(Term rule, LinkTo link) {
        LinkTo.Dated dated = link.dated();
        day(rule, dated.asOf(), link.line());
        if (!dated.through().isEmpty()) {
            String succession = dated.through().indexOf('#') > 0 ? dated.through() : dated.through() + "#succession";
            rules.add(rule, LINK + "through", new Term.Iri(siblings() + succession), link.line());
        }
        dated.formerly()
                .forEach(property -> rules.add(rule, LINK + "formerly", new Term.Iri(property.text()), link.line()));
    }

    private void day(Term about, String day, long line) {
        DateLiteral.of(day).ifPresent(date -> rules.add(about, LINK + "asOf", date, line));
    }

    private static boolean isAboutTheRow(ColumnRule column, TableRule table) {
        return column.aboutUrl().stream()
                .allMatch(about ->
                        table.aboutUrl().stream().anyMatch(row -> row.text().equals(about.text())));
    }

    private void target(Term rule, LinkTo link, Keyed target) {
        Term led = rules.part(rule, LINK + "target", link.line());
        if (link.dataset().indexOf('#') > 0) {
            rules.add(led, LINK + "register", new Term.Iri(siblings() + link.dataset()), link.line());
            return;
        }
        rules.add(led, LINK + "dataset", link.dataset(), link.line());
        target.classes().forEach(type -> rules.add(led, LINK + "class", new Term.Iri(type), link.line()));
        if (link.by() == LinkTo.By.KEY) {
            rules.add(led, LINK + "key", new Term.Iri(target.key()), link.line());
        }
    }

    /** {@return what the IRIs of all datasets begin with} */
    private String siblings() {
        return dataset.substring(0, dataset.lastIndexOf('/') + 1);
    }

    private void labels(Term rule, ColumnRule column, LinkTo link) {
        link.names()
                .forEach((tag, name) ->
                        rules.add(rule, RDFS + "label", Term.Literal.inLanguage(name, tag), link.line()));
        if (link.names().isEmpty()) {
            rules.add(rule, RDFS + "label", column.label(), link.line());
        }
    }

    /** {@return what the link leads to: what the sheet says, else what the dataset itself says} */
    private Optional<Keyed> target(LinkTo link) {
        int hash = link.dataset().indexOf('#');
        boolean isRegister = link.by() == LinkTo.By.NAME && hash > 0;
        Keyed known = datasets.get(isRegister ? link.dataset().substring(0, hash) : link.dataset());
        if (known != null && isRegister) {
            return Optional.of(known);
        }
        if (known == null) {
            problems.add(
                    link.line(),
                    "there is no dataset '%s' in the site%s",
                    link.dataset(),
                    Spelling.closest(link.dataset(), datasets.keySet())
                            .map(close -> "; did you mean " + close + "?")
                            .orElse("; it has "
                                    + String.join(
                                            ", ",
                                            datasets.keySet().stream().sorted().toList())));
            return Optional.empty();
        }
        List<String> classes =
                new ArrayList<>(link.classes().stream().map(UrlTemplate::text).toList());
        String key = link.key().stream().map(UrlTemplate::text).findFirst().orElse(known.key());
        if (classes.isEmpty()) {
            classes.addAll(known.classes());
        }
        if (classes.isEmpty() || key.isEmpty() && link.by() == LinkTo.By.KEY) {
            problems.add(
                    link.line(),
                    "the mapping of the dataset '%s' does not tell what its things are and where they have their code; say it here, with class and key",
                    link.dataset());
            return Optional.empty();
        }
        return Optional.of(new Keyed(classes, key));
    }
}
