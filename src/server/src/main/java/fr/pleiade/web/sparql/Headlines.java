package fr.pleiade.web.sparql;

import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.store.StoreException;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.page.Written;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.ServedReleases;
import fr.pleiade.web.shape.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a site says of itself in figures: the sentences of those example queries that have one, filled by what the query answers.
 *
 * <pre>{@code
 * # en, home: {schools} schools[, of which {closed} have closed]
 * # see: list/school
 * SELECT (COUNT(*) AS ?schools) …
 * }</pre>
 *
 * <p>The queries are asked when the sentences of a release are first wanted, and never again. Thread-safe.
 */
@Component
public final class Headlines {
    private final CurrentRelease current;
    private final ServedReleases served;
    private final PerRelease<List<Answered>> answered = new PerRelease<>(this::ask);

    Headlines(CurrentRelease current, ServedReleases served) {
        this.current = current;
        this.served = served;
    }

    /**
     * A sentence.
     *
     * @param href what it is about, a path on this site
     * @param query the query that gives its figures, as a page
     */
    public record Headline(String text, String href, String query) {}

    private record Answered(PublishedExample example, Map<String, Term> row) {
        Answered {
            row = Map.copyOf(row);
        }
    }

    /**
     * {@return the sentences of the release that is being served, in the order of the queries' names; nothing while its index is being
     * read. A sentence that the answer does not fill is left out}
     */
    public Optional<List<Headline>> of(Release release, Locale locale) {
        try {
            return Optional.of(answered.of(release).stream()
                    .flatMap(answer -> headline(answer, release, locale).stream())
                    .toList());
        } catch (Refusal notYet) {
            return Optional.empty();
        }
    }

    private Optional<Headline> headline(Answered answer, Release release, Locale locale) {
        Lexicon lexicon = served.of(release).lexicon();
        PublishedExample example = answer.example();
        String query = QueryPage.address(example.query(), "");
        return Sentence.read(example.sentence().in(locale))
                .of(place -> Optional.ofNullable(answer.row().get(place)).map(value -> words(value, lexicon, locale)))
                .map(text -> new Headline(
                        text, example.see().isEmpty() ? query : Shown.href(example.see(), release.base()), query));
    }

    private static String words(Term value, Lexicon lexicon, Locale locale) {
        return value instanceof Term.Literal literal ? Written.of(literal, locale) : lexicon.name(value.text(), locale);
    }

    private List<Answered> ask(Release release) {
        List<PublishedExample> examples = PublishedExample.in(served.of(release).catalog()).stream()
                .filter(example -> !example.sentence().isEmpty())
                .toList();
        if (examples.isEmpty()) {
            return List.of();
        }
        try (CurrentRelease.View view = current.view()) {
            if (!view.release().id().equals(release.id())) {
                throw Refusal.of(503, "index-check"); // another one is served by now
            }
            List<Answered> answers = new ArrayList<>();
            for (PublishedExample example : examples) {
                row(view, example).ifPresent(row -> answers.add(new Answered(example, row)));
            }
            return List.copyOf(answers);
        }
    }

    /** A query that takes too long, or has no row, says nothing. */
    private static Optional<Map<String, Term>> row(CurrentRelease.View view, PublishedExample example) {
        try {
            return view.reading().store().select(example.query(), Map.of()).stream()
                    .findFirst();
        } catch (StoreException tooLong) {
            return Optional.empty();
        }
    }
}
