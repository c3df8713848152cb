package fr.pleiade.mapping.sheet;

import static fr.pleiade.rdf.Vocabulary.ADMS;

import fr.pleiade.identifiers.IdentifierSystem;
import fr.pleiade.mapping.table.ColumnRule;
import fr.pleiade.mapping.table.TableRule.ClassRule;
import fr.pleiade.mapping.table.ThingRule;
import fr.pleiade.mapping.table.UrlTemplate;
import fr.pleiade.mapping.table.UrlTemplate.Piece;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.translation.TermRule;
import fr.pleiade.mapping.yaml.YamlNode;
import fr.pleiade.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a line of a column says besides: what its value is and has, where that is a thing; and the code as a thing of its own. */
final class Companions {
    static final String IDENTIFIER = "identifier";
    static final String SAME = "same";

    private final Problems problems;
    private final Addresses addresses;
    private final ColumnReader columns;
    private final TypeReader types;

    Companions(Problems problems, Addresses addresses, ColumnReader columns, TypeReader types) {
        this.problems = problems;
        this.addresses = addresses;
        this.columns = columns;
        this.types = types;
    }

    /** @param row what a row is about; none if that has no address */
    Told of(ColumnRule rule, Part part, List<UrlTemplate> row) {
        Told told = Told.NOTHING;
        List<String> is = part.texts(Words.IS);
        List<UrlTemplate> about = rule.aboutUrl().isEmpty() ? row : rule.aboutUrl();
        if (is.contains(IDENTIFIER) && about.isEmpty()) {
            problems.add(rule.line(), "an identifier is of a row that has an address: give the sheet a key");
        } else if (is.contains(IDENTIFIER) && !rule.cell().separator().isEmpty()) {
            problems.add(rule.line(), "'%s' is a list: an identifier is one code", rule.label());
        } else if (is.contains(IDENTIFIER)) {
            told = told.and(system(rule, part)
                    .map(system -> identifier(rule, about.get(0), system))
                    .orElse(Told.NOTHING));
        }
        if (is.contains(SAME)) {
            told = told.and(
                    system(rule, part).map(system -> same(rule, part, system)).orElse(Told.NOTHING));
        }
        return part.has(Words.CLASS) || part.has(Words.WITH) ? told.and(value(rule, part)) : told;
    }

    private Optional<IdentifierSystem> system(ColumnRule rule, Part part) {
        Optional<IdentifierSystem> system = types.system(rule.cell().type());
        if (system.isEmpty()) {
            problems.add(
                    part.line(Words.IS),
                    "is: %s needs the identifier system whose code it is, as type",
                    String.join(", ", part.texts(Words.IS)));
        }
        return system;
    }

    /** An identifier of ADMS: {@code <…#isbn-123> skos:notation "123"^^<…/isbn> ; dct:conformsTo <…/isbn>}, by whom it is given too. */
    private Told identifier(ColumnRule rule, UrlTemplate thing, IdentifierSystem system) {
        UrlTemplate address = thing.part(system.slug() + "-").followedBy(new Piece(rule.label(), true, false));
        long line = rule.line();
        ClassRule type = new ClassRule(addresses.constant(ADMS + "Identifier", line), rule.names(), false);
        List<ColumnRule> lines = new ArrayList<>(List.of(
                rule.as(addresses.constant(ADMS + "identifier", line), List.of(address)),
                rule.as(addresses.constant(Vocabulary.SKOS + "notation", line), List.of())
                        .about(address),
                fact("conformsTo", system.iri(), line).about(address)));
        if (!system.creator().isEmpty()) {
            lines.add(fact("creator", system.creator(), line).about(address));
        }
        if (!system.page().isEmpty()) {
            lines.add(
                    rule.as(addresses.constant(Vocabulary.FOAF + "page", line), List.of(withCode(system.page(), rule)))
                            .about(address));
        }
        return new Told(lines, List.of(new ThingRule(address, List.of(rule), List.of(type), rule.conditions(), line)));
    }

    /** {@return a line that says the same of each identifier, in the words of DCMI} */
    private ColumnRule fact(String property, String iri, long line) {
        return ColumnRule.constant(
                IDENTIFIER, addresses.constant(Vocabulary.DCT + property, line), addresses.constant(iri, line), line);
    }

    private Told same(ColumnRule rule, Part part, IdentifierSystem system) {
        if (system.template().isEmpty()) {
            problems.add(
                    part.line(Words.IS),
                    "the identifier system %s has no addresses, so that nothing is said to be the same",
                    system.slug());
            return Told.NOTHING;
        }
        UrlTemplate match = addresses.constant(system.match(), rule.line());
        return new Told(List.of(rule.as(match, List.of(withCode(system.template(), rule)))), List.of());
    }

    /** {@return an address of a system, with the column's code in it} */
    private UrlTemplate withCode(String template, ColumnRule rule) {
        String[] around = template.split("\\{code}", 2);
        return addresses
                .constant(around[0], rule.line())
                .followedBy(new Piece(rule.label(), true, false))
                .followedBy(new Piece(around[1], false, false));
    }

    private Told value(ColumnRule rule, Part part) {
        boolean isThing = !rule.valueUrl().isEmpty() || rule.cell().type().kind() == TermRule.Kind.IRI;
        if (!isThing) {
            problems.add(
                    rule.line(),
                    "'%s' has a class or more said of it, but is no thing: give it the type url, or a valueUrl",
                    rule.label());
            return Told.NOTHING;
        }
        UrlTemplate address = rule.valueUrl().isEmpty()
                ? new UrlTemplate(List.of(new Piece(rule.label(), true, true)), "{+" + rule.label() + "}", rule.line())
                : rule.valueUrl().get(0);
        ThingRule thing = new ThingRule(
                address, List.of(rule), columns.classes(part.nodes(Words.CLASS)), rule.conditions(), rule.line());
        return new Told(with(part, List.of(address)), List.of(thing));
    }

    /**
     * {@return what a part says of every thing of its, under {@code with}}
     *
     * @param about the address of the things; none where that is the row's
     */
    List<ColumnRule> with(Part part, List<UrlTemplate> about) {
        List<ColumnRule> lines = new ArrayList<>();
        Optional<YamlNode> said = part.find(Words.WITH);
        if (said.isPresent() && !said.get().isMap()) {
            problems.add(
                    said.get().line(),
                    "with is %s, expected properties, each with its value",
                    said.get().describe());
        }
        for (YamlNode.Entry entry : said.map(YamlNode::entries).orElse(List.of())) {
            for (YamlNode value : entry.value().each()) {
                columns.constant(entry, value, part)
                        .ifPresent(line -> lines.add(about.isEmpty() ? line : line.about(about.get(0))));
            }
        }
        return lines;
    }
}
