package fr.pleiade.quality.description;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.quality.Rule;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells what lacks in the description of a dataset, or is not what re-users and harvesters can read. Thread-safe.
 *
 * @see <a href="https://developers.google.com/search/docs/appearance/structured-data/dataset">Google Dataset Search</a>: a description has
 *     at least 50 characters
 */
public final class DescriptionCheck {
    private static final int SHORT_FOR_GOOGLE = 50;
    private static final int SHORT_FOR_DATA_GOUV = 100;
    private static final String CATALOG = "catalog.ttl";

    private final Licences licences;
    private final Term catalogIri;
    private final InMemoryGraph catalog;

    /**
     * @param licences the licences that are known
     * @param catalogIri the catalogue, whose licence is that of datasets that name none
     * @param catalog what {@code catalog.ttl} says
     */
    public DescriptionCheck(Licences licences, Term catalogIri, InMemoryGraph catalog) {
        this.licences = licences;
        this.catalogIri = catalogIri;
        this.catalog = catalog;
    }

    /**
     * {@return what is wrong with a dataset's description}
     *
     * @param description what its {@code dataset.ttl} says
     * @param document that file's name, as findings cite it
     */
    public List<Finding> of(Term.Iri dataset, InMemoryGraph description, String document) {
        List<Finding> findings = new ArrayList<>();
        Source own = new Source(description, dataset, document);
        licence(own, findings);
        publisher(own, findings);
        length(own, findings);
        series(own, findings);
        return findings;
    }

    /** A document, and what it describes. */
    private record Source(InMemoryGraph graph, Term about, String document) {
        List<Quad> all(String property) {
            return graph.about(about).stream()
                    .filter(quad -> quad.predicate().value().equals(DCT + property))
                    .toList();
        }

        Place place(Quad statement) {
            return new Place.InLine(document, graph.line(statement));
        }
    }

    private void licence(Source own, List<Finding> findings) {
        Source inherited = new Source(catalog, catalogIri, CATALOG);
        Source said = own.all("license").isEmpty() ? inherited : own;
        List<Quad> statements = said.all("license");
        if (statements.isEmpty()) {
            findings.add(Rule.NO_LICENCE.at(
                    new Place.InFile(own.document()),
                    "it names no licence (dct:license), and %s names none for all",
                    "aucune licence (dct:license) n'y est indiquée, et %s n'en indique aucune pour tous",
                    CATALOG));
        }
        for (Quad statement : statements) {
            if (statement.object() instanceof Term.Iri iri) {
                licence(iri.value(), said.place(statement), findings);
            } else {
                String text = statement.object().text();
                Optional<Licence> meant = licences.called(text);
                findings.add(Rule.LICENCE_NOT_AN_ADDRESS.at(
                        said.place(statement),
                        "the licence '%1$s' is a text, which no program understands%2$s",
                        "la licence « %1$s » est un texte, qu'aucun programme ne comprend%3$s",
                        text,
                        meant.map(l -> "; write <" + l.iri() + ">").orElse(""),
                        meant.map(l -> " ; écrivez <" + l.iri() + ">").orElse("")));
            }
        }
    }

    private void licence(String address, Place place, List<Finding> findings) {
        Optional<Licence> licence = licences.at(address);
        if (licence.isEmpty()) {
            Optional<String> like = Spelling.closest(
                    address,
                    licences.all().stream().flatMap(l -> l.addresses().stream()).toList());
            findings.add(Rule.UNKNOWN_LICENCE.at(
                    place,
                    "the licence <%1$s> is in no list of licences%2$s",
                    "la licence <%1$s> n'est dans aucune liste de licences%3$s",
                    address,
                    like.map(l -> "; did you mean <" + l + ">?").orElse(""),
                    like.map(l -> " ; vouliez-vous <" + l + "> ?").orElse("")));
        } else if (!licence.get().isOpen()) {
            findings.add(Rule.CLOSED_LICENCE.at(
                    place,
                    "the licence <%1$s>, %2$s, is not open",
                    "la licence <%1$s>, %3$s, n'est pas ouverte",
                    address,
                    licence.get().title().en(),
                    licence.get().title().fr()));
        } else if (!licence.get().addresses().contains(address)) {
            findings.add(Rule.LICENCE_SPELLING.at(
                    place,
                    "the licence <%s> is usually written <%s>, by which harvesters know it",
                    "la licence <%s> s'écrit d'ordinaire <%s>, adresse que les moissonneurs connaissent",
                    address,
                    licence.get().iri()));
        }
    }

    /** Harvesters read the publisher of each dataset, and do not take the catalogue's in its place. */
    private void publisher(Source own, List<Finding> findings) {
        List<Quad> statements = own.all("publisher");
        if (statements.isEmpty()) {
            findings.add(Rule.NO_PUBLISHER.at(
                    new Place.InFile(own.document()),
                    "it names no publisher (dct:publisher)",
                    "aucun éditeur (dct:publisher) n'y est indiqué"));
        }
        for (Quad statement : statements) {
            Term agent = statement.object();
            if (catalog.about(agent).isEmpty() && own.graph().about(agent).isEmpty()) {
                findings.add(Rule.UNDESCRIBED_PUBLISHER.at(
                        own.place(statement),
                        "nothing says who %s is; describe it in %s: its class foaf:Organization and its foaf:name",
                        "rien ne dit qui est %s ; décrivez-le dans %s : sa classe foaf:Organization et son foaf:name",
                        agent.toNTriples(),
                        CATALOG));
            }
        }
    }

    /** Harvesters skip a series that has no title, and an address of ours elsewhere than below {@code series/} leads nowhere. */
    private void series(Source own, List<Finding> findings) {
        String base = catalogIri.text().replaceFirst("catalog$", "");
        for (Quad statement : own.graph().about(own.about())) {
            Term series = statement.object();
            if (!statement.predicate().value().equals(DCAT + "inSeries")) {
                continue;
            }
            boolean isDescribed = series instanceof Term.Iri
                    && Stream.of(DCT + "title", DCT + "description")
                            .allMatch(property -> catalog.object(series, property)
                                    .or(() -> own.graph().object(series, property))
                                    .isPresent());
            boolean isOurs = series.text().startsWith(base);
            if (!isDescribed) {
                findings.add(Rule.UNDESCRIBED_SERIES.at(
                        own.place(statement),
                        "the series %s has no title or no description in %s, so harvesters skip it",
                        "la série %s n'a pas de titre ou pas de description dans %s : les moissonneurs la laissent de côté",
                        series.toNTriples(),
                        CATALOG));
            } else if (isOurs && !series.text().matches("\\Q" + base + "\\Eseries/[^/.#?]+")) {
                findings.add(Rule.UNDESCRIBED_SERIES.at(
                        own.place(statement),
                        "the series %s has no page: the addresses of series are <%sseries/…>, without a dot",
                        "la série %s n'a pas de page : les adresses des séries sont <%sseries/…>, sans point",
                        series.toNTriples(),
                        base));
            }
        }
    }

    private static void length(Source own, List<Finding> findings) {
        int longest = own.all("description").stream()
                .mapToInt(statement -> statement.object().text().length())
                .max()
                .orElse(0);
        Place place =
                own.all("description").stream().findFirst().map(own::place).orElse(new Place.InFile(own.document()));
        if (longest < SHORT_FOR_GOOGLE) {
            findings.add(Rule.SHORT_DESCRIPTION.at(
                    place,
                    "the description has %s characters; Google Dataset Search shows none below %s, and data.gouv.fr asks for %s",
                    "la description a %s caractères ; Google Dataset Search n'en montre pas de moins de %s, et data.gouv.fr en demande %s",
                    longest,
                    SHORT_FOR_GOOGLE,
                    SHORT_FOR_DATA_GOUV));
        } else if (longest < SHORT_FOR_DATA_GOUV) {
            findings.add(Rule.BRIEF_DESCRIPTION.at(
                    place,
                    "the description has %s characters; data.gouv.fr asks for %s",
                    "la description a %s caractères ; data.gouv.fr en demande %s",
                    longest,
                    SHORT_FOR_DATA_GOUV));
        }
    }
}
