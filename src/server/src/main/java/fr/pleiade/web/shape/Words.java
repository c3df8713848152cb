package fr.pleiade.web.shape;

import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.page.Written;
import fr.pleiade.web.served.Lexicon;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts what is said of things into the words of one language, by the sentences of shapes. */
public final class Words {
    /** In a sentence about a value, the value itself. */
    private static final String ITSELF = ".";

    private final Sayings said;
    private final Lexicon lexicon;
    private final Locale locale;

    public Words(Sayings said, Lexicon lexicon, Locale locale) {
        this.said = said;
        this.lexicon = lexicon;
        this.locale = locale;
    }

    /** {@return a sentence of a shape about a thing or one of its values; nothing if the shape has none, or it cannot be filled} */
    public Optional<String> say(PageShape shape, Labels sentence, Term about) {
        return say(shape, sentence, about, about);
    }

    private Optional<String> say(PageShape shape, Labels sentence, Term itself, Term about) {
        return PageShape.sentence(sentence, locale)
                .flatMap(read -> read.of(place -> place.equals(ITSELF)
                        ? inWords(List.of(itself))
                        : shape.path(place).flatMap(path -> inWords(path.from(about, said)))));
    }

    /**
     * {@return a sentence of a shape about an event of a thing: what it says of things it says of the event where that is one, else of the
     * thing itself}
     */
    public Optional<String> sayEvent(PageShape shape, Labels sentence, Term event, Term.Iri thing) {
        return say(shape, sentence, event, event instanceof Term.Literal ? thing : event);
    }

    /** {@return values in words; of texts in several languages the reader's; nothing if none of them has words} */
    public Optional<String> inWords(Collection<Term> values) {
        List<Term> texts = values.stream()
                .filter(v -> v instanceof Term.Literal)
                .distinct()
                .toList();
        boolean inLanguages =
                texts.stream().anyMatch(t -> !((Term.Literal) t).language().isEmpty());
        String words = inLanguages
                ? Labels.of(texts).in(locale)
                : values.stream()
                        .map(this::inWords)
                        .flatMap(Optional::stream)
                        .distinct()
                        .collect(Collectors.joining(", "));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private Optional<String> inWords(Term value) {
        if (value instanceof Term.Literal literal) {
            return Optional.of(Written.of(literal, locale));
        }
        return Optional.of(lexicon.names(value.text()))
                .filter(names -> !names.isEmpty())
                .map(names -> Lexicon.shortened(names.in(locale)));
    }
}
