package fr.pleiade.mapping.yarrrml;

import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.translation.Abbreviations;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.translation.TermRule;
import fr.pleiade.mapping.translation.Value;
import fr.pleiade.rdf.Term;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What all parts of one document share while it is being read: its prefixes and external references, and what is wrong so far. */
final class Translation {
    /** A text whose first colon has a backslash before it, so that what precedes it is no prefix. */
    private static final Pattern ESCAPED_COLON = Pattern.compile("[^:$]*\\\\:.*", Pattern.DOTALL);

    private final Problems problems;
    private final Abbreviations names = new Abbreviations();
    private final Map<String, String> external = new HashMap<>();

    Translation(Problems problems) {
        this.problems = problems;
    }

    Problems problems() {
        return problems;
    }

    Abbreviations names() {
        return names;
    }

    /** Gives an external reference its text. */
    void declareExternal(String name, String text) {
        external.put(name, text);
    }

    /** {@return an IRI in full; one whose prefix nobody declares, or that is none, is noted} */
    Optional<String> iri(String written, String what, long line) {
        try {
            String iri = names.expandIri(written);
            if (IriSyntax.hasScheme(iri)) {
                return Optional.of(iri);
            }
            problems.add(line, "%s '%s' is not an IRI, nor does it begin with a prefix", what, written);
        } catch (IllegalArgumentException e) {
            problems.add(line, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    /** {@return the text with its references; what is wrong with it is noted} */
    Optional<ValueText> parsed(String source, long line) {
        try {
            return Optional.of(ValueText.parse(source, external));
        } catch (IllegalArgumentException e) {
            problems.add(line, "'%s': %s", source, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** {@return a text without references, such as a path; what is wrong with it is noted} */
    Optional<String> constant(String source, String what, long line) {
        return parsed(source, line).flatMap(text -> {
            if (!text.isConstant()) {
                problems.add(line, "%s '%s' is made of rows: not read; write it out", what, source);
                return Optional.empty();
            }
            return Optional.of(text.only());
        });
    }

    /** {@return where the terms of a text come from} */
    Optional<Value> value(String source, TermRule.Kind kind, long line) {
        return parsed(source, line)
                .flatMap(text -> expanded(text, source, kind, line))
                .map(text -> value(text, kind, line));
    }

    /** {@return the same as a text in which no prefix is meant, such as a language} */
    Optional<Value> plainValue(String source, long line) {
        return parsed(source, line).map(text -> value(text, TermRule.Kind.LITERAL, line));
    }

    private Optional<ValueText> expanded(ValueText text, String source, TermRule.Kind kind, long line) {
        String beginning = text.beginning();
        if (beginning.isEmpty()
                || kind == TermRule.Kind.BLANK_NODE
                || ESCAPED_COLON.matcher(source).matches()) {
            return Optional.of(text);
        }
        try {
            return Optional.of(text.beginningWith(
                    kind == TermRule.Kind.IRI ? names.expandIri(beginning) : names.expandText(beginning)));
        } catch (IllegalArgumentException e) {
            problems.add(line, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** An IRI that is relative and constant is a template without references, so that it is put behind the base as all others. */
    private static Value value(ValueText text, TermRule.Kind kind, long line) {
        if (text.isReference()) {
            return new Value.Reference(text.only(), line);
        }
        if (!text.isConstant() || kind == TermRule.Kind.IRI && !IriSyntax.hasScheme(text.only())) {
            return new Value.Template(text.template(), line);
        }
        return new Value.Constant(
                kind == TermRule.Kind.IRI ? new Term.Iri(text.only()) : Term.Literal.of(text.only()), line);
    }
}
