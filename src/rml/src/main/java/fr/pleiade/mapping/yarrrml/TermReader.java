package fr.pleiade.mapping.yarrrml;

import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.translation.TermRule;
import fr.pleiade.mapping.translation.TermRule.Annotation;
import fr.pleiade.mapping.translation.TermRule.Kind;
import fr.pleiade.mapping.translation.Value;
import fr.pleiade.mapping.yaml.YamlNode;
import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the terms of all places: a text, or a part with a value or a function and what is said of it. */
final class TermReader {
    private static final Set<Key> KEYS =
            Set.of(Key.VALUE, Key.FUNCTION, Key.PARAMETERS, Key.TYPE, Key.TARGETS, Key.CONDITIONS);

    private static final Map<String, Kind> KINDS = Map.of(
            "iri", Kind.IRI,
            "blank", Kind.BLANK_NODE,
            "literal", Kind.LITERAL);

    private static final String IRI = "~iri";
    private static final String LANGUAGE = "~lang";

    private final Translation translation;
    private final Problems problems;
    private final CallReader calls;
    private final TargetReader targets;

    TermReader(Translation translation, CallReader calls, TargetReader targets) {
        this.translation = translation;
        this.problems = translation.problems();
        this.calls = calls;
        this.targets = targets;
    }

    /** {@return the terms of a place that holds IRIs where nothing else is said} */
    List<TermRule> readAll(YamlNode terms, String what) {
        List<TermRule> rules = new ArrayList<>();
        for (YamlNode term : terms.each()) {
            if (term.isText()) {
                text(term.text(), Kind.IRI, List.of(), term.line()).ifPresent(rules::add);
            } else if (term.isMap()) {
                part(Section.read(term, what, KEYS, problems), Kind.IRI, List.of())
                        .ifPresent(rules::add);
            } else {
                problems.add(term.line(), "%s is %s, expected a text, or value or function", what, term.describe());
            }
        }
        return rules;
    }

    /** {@return a term that is no more than a text, whose end may say that it is an IRI} */
    Optional<TermRule> text(String written, Kind byDefault, List<Annotation> annotation, long line) {
        boolean isIri = written.endsWith(IRI);
        String text = isIri ? written.substring(0, written.length() - IRI.length()) : written;
        Kind kind = isIri ? Kind.IRI : byDefault;
        return translation
                .value(text, kind, line)
                .map(value -> new TermRule(List.of(value), kind, annotation, List.of(), List.of(), line));
    }

    /** {@return a term that is a part with keys; without a value and a function, a new blank node for each row} */
    Optional<TermRule> part(Section section, Kind byDefault, List<Annotation> annotation) {
        List<Term> written = section.find(Key.TARGETS).map(targets::read).orElse(List.of());
        List<Value> conditions =
                calls.values(section.find(Key.CONDITIONS).map(calls::conditions).orElse(List.of()));
        Kind kind = section.find(Key.TYPE).flatMap(this::kind).orElse(byDefault);
        if (section.has(Key.VALUE) && (section.has(Key.FUNCTION) || section.has(Key.PARAMETERS))) {
            problems.add(section.line(), "a term has a value or a function, not both");
        }
        if (section.has(Key.FUNCTION)) {
            return calls.call(section)
                    .flatMap(calls::value)
                    .map(value -> new TermRule(List.of(value), kind, annotation, conditions, written, section.line()));
        }
        Optional<YamlNode> value = section.find(Key.VALUE);
        if (value.isEmpty() && kind == Kind.BLANK_NODE) {
            return Optional.of(new TermRule(List.of(), kind, annotation, conditions, written, section.line()));
        }
        if (value.isEmpty()) {
            problems.add(section.line(), "value or function is missing");
            return Optional.empty();
        }
        return problems.text(value.get(), "value")
                .flatMap(text -> text(text, kind, annotation, value.get().line()))
                .map(rule -> new TermRule(rule.value(), rule.kind(), annotation, conditions, written, rule.line()));
    }

    /** {@return what a type says that a term is; a type that there is not is noted} */
    Optional<Kind> kind(YamlNode type) {
        String word = problems.text(type, "type").orElse("iri");
        if (!KINDS.containsKey(word)) {
            problems.add(
                    type.line(),
                    "'%s' is not a type of term; %s",
                    word,
                    Spelling.closest(word, KINDS.keySet())
                            .map(close -> "did you mean " + close + "?")
                            .orElse("expected iri, blank or literal"));
        }
        return Optional.ofNullable(KINDS.get(word));
    }

    /** {@return the language of a text that ends in {@code ~lang}, or the datatype of another} */
    List<Annotation> annotation(YamlNode node) {
        Optional<String> text = problems.text(node, "the datatype or language");
        return text.filter(t -> t.endsWith(LANGUAGE))
                .map(t -> language(t, node.line()))
                .orElseGet(() -> text.map(t -> datatype(t, node.line())).orElse(List.of()));
    }

    /** {@return the datatype and the language that a part gives; none if it gives neither} */
    List<Annotation> annotation(Section section) {
        List<Annotation> annotation = new ArrayList<>();
        section.find(Key.DATATYPE)
                .ifPresent(node -> problems.text(node, "datatype")
                        .ifPresent(text -> annotation.addAll(datatype(text, node.line()))));
        section.find(Key.LANGUAGE)
                .ifPresent(node -> problems.text(node, "language")
                        .ifPresent(text -> annotation.addAll(language(text, node.line()))));
        return annotation;
    }

    private List<Annotation> datatype(String text, long line) {
        return translation.value(text, Kind.IRI, line).map(Annotation::datatype).stream()
                .toList();
    }

    private List<Annotation> language(String text, long line) {
        String tag = text.endsWith(LANGUAGE) ? text.substring(0, text.length() - LANGUAGE.length()) : text;
        return translation.plainValue(tag, line).map(Annotation::language).stream()
                .toList();
    }
}
