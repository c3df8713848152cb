package fr.pleiade.web.shape;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.release.inverse.Inverse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a release says, as far as one page asks: of its thing, which was read already, and of others, which are read once.
 *
 * <p>One thread only.
 */
public final class Sayings implements PropertyPath.Said {
    /** How many things that lead to one are looked at, and sorted by name. */
    public static final int MOST = 3_000;

    private final Release release;
    private final Inverse inverse;
    private final InMemoryGraph own;
    private final Map<Term, InMemoryGraph> known = new HashMap<>();

    /** @param description what is said of the page's thing, parts included */
    public Sayings(Release release, Inverse inverse, Term.Iri thing, InMemoryGraph description) {
        this.release = release;
        this.inverse = inverse;
        this.own = description;
        known.put(thing, description);
    }

    @Override
    public List<Term> objects(Term subject, String property) {
        List<Term> values = own.objects(subject, property);
        return values.isEmpty() ? about(subject).objects(subject, property) : values;
    }

    @Override
    public List<Term> subjects(Term object, String property) {
        return object instanceof Term.Iri iri
                ? inverse.first(iri, property, MOST).stream()
                        .<Term>map(Term.Iri::new)
                        .toList()
                : List.of();
    }

    /** {@return what is said of something, parts included} */
    public InMemoryGraph about(Term subject) {
        return subject instanceof Term.Iri iri && iri.value().startsWith(release.base())
                ? known.computeIfAbsent(subject, s -> release.describe(iri.value()))
                : new InMemoryGraph();
    }
}
