package fr.pleiade.mapping.sheet;

import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.table.UrlTemplate;
import fr.pleiade.mapping.translation.Abbreviations;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads addresses: with prefixes, relative to the site, with columns in them; and words for the terms of this dataset. */
final class Addresses {
    private final Problems problems;
    private final Abbreviations prefixes = new Abbreviations();
    private final String base;
    private final String terms;

    /**
     * @param base what relative addresses of terms are put behind
     * @param name the dataset's slug
     */
    Addresses(Problems problems, String base, String name) {
        this.problems = problems;
        this.base = base;
        this.terms = base + "vocab/" + name + "#";
    }

    Abbreviations prefixes() {
        return prefixes;
    }

    void declare(YamlNode.Entry entry) {
        Optional<String> namespace = problems.text(entry.value(), "the namespace of " + entry.key());
        if (namespace.isPresent()) {
            String absolute = IriSyntax.hasScheme(namespace.get()) ? namespace.get() : base + namespace.get();
            if (!IriSyntax.isIri(absolute)) {
                problems.add(
                        entry.line(),
                        "the namespace '%s' of the prefix %s is not an IRI",
                        namespace.get(),
                        entry.key());
            } else {
                prefixes.declare(entry.key(), absolute);
            }
        }
    }

    /** {@return an address with columns in it; what is wrong with it is noted} */
    Optional<UrlTemplate> template(String text, long line) {
        try {
            return text(prefixes.expandIri(text), line);
        } catch (IllegalArgumentException e) {
            problems.add(line, "%s", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** {@return a text with columns in it, in which nothing is a prefix; what is wrong with it is noted} */
    Optional<UrlTemplate> text(String text, long line) {
        try {
            return Optional.of(UrlTemplate.parse(text, line));
        } catch (IllegalArgumentException e) {
            problems.add(line, "%s", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** {@return the address of a property or class; a word alone is a term of this dataset} */
    Optional<UrlTemplate> term(String text, long line) {
        return isWord(text)
                ? Optional.of(own(text, line))
                : template(text, line).map(this::absolute);
    }

    /** {@return the address of a term of this dataset} */
    UrlTemplate own(String word, long line) {
        return constant(terms + word, line);
    }

    UrlTemplate constant(String iri, long line) {
        return new UrlTemplate(List.of(new UrlTemplate.Piece(iri, false, false)), iri, line);
    }

    boolean isOwn(UrlTemplate term) {
        return term.text().startsWith(terms);
    }

    static boolean isWord(String text) {
        return text.chars().noneMatch(c -> ":/#{".indexOf(c) >= 0);
    }

    private UrlTemplate absolute(UrlTemplate template) {
        if (!template.isConstant() || IriSyntax.hasScheme(template.text())) {
            return template;
        }
        return constant(base + template.text(), template.line());
    }
}
