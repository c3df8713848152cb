package fr.pleiade.quality.stars;

import fr.pleiade.findings.Text;
import fr.pleiade.quality.description.Licence;
import fr.pleiade.quality.description.Licences;
import fr.pleiade.rdf.Term;
import fr.pleiade.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives a dataset its stars: one method a star, each with the evidence that it was seen by and with what it lacks.
 *
 * <p>What it says depends on the dataset alone, not on when it is asked. Thread-safe.
 */
public final class FiveStars {
    private static final double PERCENT = 100;
    private static final int SHOWN = 8;

    private final Licences licences;

    public FiveStars(Licences licences) {
        this.licences = licences;
    }

    public Audit of(Published dataset) {
        return new Audit(
                dataset.slug(),
                dataset.figures(),
                List.of(
                        openLicence(dataset),
                        structured(dataset),
                        openFormat(dataset),
                        addresses(dataset),
                        links(dataset)));
    }

    /** Star 1: a licence that is open by the Open Definition, and an address on the web. */
    private Star openLicence(Published dataset) {
        List<Text> evidence = new ArrayList<>();
        List<Text> needs = new ArrayList<>();
        int open = 0;
        for (Term term : dataset.licences()) {
            Optional<Licence> licence = term instanceof Term.Iri ? licences.at(term.text()) : Optional.empty();
            if (licence.isEmpty()) {
                needs.add(new Text(
                                "name the licence by an address that a list of licences has: %s is in none",
                                "désignez la licence par une adresse que connaît une liste de licences : %s n'y est pas")
                        .with(term.toNTriples()));
            } else {
                boolean isOpen = licence.get().isOpen();
                open += isOpen ? 1 : 0;
                evidence.add(licence(term, licence.get()));
                if (!isOpen) {
                    needs.add(
                            new Text(
                                    "publish under an open licence: whoever wants may use, change and share the data",
                                    "publiez sous une licence ouverte : chacun peut utiliser, modifier et partager les données"));
                }
            }
        }
        if (dataset.licences().isEmpty()) {
            needs.add(new Text(
                    "name a licence: dct:license in dataset.ttl or catalog.ttl",
                    "indiquez une licence : dct:license dans dataset.ttl ou catalog.ttl"));
        }
        evidence.add(onTheWeb(dataset));
        return new Star(Step.LICENCE, open > 0 && needs.isEmpty(), evidence, needs);
    }

    private static Text licence(Term term, Licence licence) {
        Text is = licence.isOpen()
                ? new Text("is open by the Open Definition 2.1", "est ouverte au sens de l'Open Definition 2.1")
                : new Text(
                        "is not open by the Open Definition 2.1", "n'est pas ouverte au sens de l'Open Definition 2.1");
        return new Text(
                "the licence %s <%s> %s".formatted(licence.title().en(), term.text(), is.en()),
                "la licence %s <%s> %s".formatted(licence.title().fr(), term.text(), is.fr()));
    }

    private static Text onTheWeb(Published dataset) {
        String address = dataset.base() + "dataset/" + dataset.slug();
        return Site.isOfThisMachine(dataset.base())
                ? new Text(
                                "it is had at <%s>, on this machine: on the Web once the site has its public --base",
                                "il est servi à <%s>, sur cette machine : sur le Web dès que le site a sa --base publique")
                        .with(address)
                : new Text("it is had at <%s>", "il est servi à <%s>").with(address);
    }

    /** Star 2: rows and triples, that programs read. */
    private static Star structured(Published dataset) {
        Text read = dataset.isMadeElsewhere()
                ? new Text(
                                "its sources became %s triples on another machine",
                                "ses sources sont devenues %s triplets sur une autre machine")
                        .with(number(dataset.triples()))
                : new Text(
                                "%s rows of its sources became %s triples",
                                "%s lignes de ses sources sont devenues %s triplets")
                        .with(number(dataset.rows()), number(dataset.triples()));
        boolean isEarned = dataset.triples() > 0;
        return new Star(Step.STRUCTURE, isEarned, List.of(read), isEarned ? List.of() : List.of(noTriples()));
    }

    private static Text noTriples() {
        return new Text(
                "give it at least one row that the mapping makes a triple of",
                "donnez-lui au moins une ligne dont le mapping fait un triplet");
    }

    /** Star 3: the graph in the syntaxes of the W3C, and the table itself, cleaned, as CSV with its description. */
    private static Star openFormat(Published dataset) {
        List<Text> evidence = new ArrayList<>();
        List<Text> needs = new ArrayList<>();
        if (dataset.triples() == 0) {
            needs.add(noTriples());
        } else {
            String forms = String.join(", ", dataset.formats());
            evidence.add(new Text(
                            "the graph is had in %s open formats: %s", "le graphe est servi en %s formats ouverts : %s")
                    .with(dataset.formats().size(), forms));
            if (dataset.isMadeElsewhere()) {
                evidence.add(new Text(
                        "it has no CSV: its rows are on another machine",
                        "il n'y a pas de CSV : ses lignes sont sur une autre machine"));
            } else if (dataset.columns().isEmpty()) {
                evidence.add(new Text(
                        "it has no CSV: it is not made from columns of exactly one table",
                        "il n'y a pas de CSV : il n'est pas tiré de colonnes d'un seul tableau"));
            } else {
                evidence.add(new Text(
                                "the table itself is had cleaned as CSV (RFC 4180, UTF-8): %s columns, %s rows, <%s>",
                                "le tableau lui-même est servi nettoyé en CSV (RFC 4180, UTF-8) : %s colonnes, %s lignes, <%s>")
                        .with(dataset.columns().size(), number(dataset.rows()), dataset.table()));
                evidence.add(new Text(
                                "CSV on the Web describes its columns: <%s-metadata.json>",
                                "CSV on the Web en décrit les colonnes : <%s-metadata.json>")
                        .with(dataset.table()));
            }
        }
        return new Star(Step.FORMAT, needs.isEmpty(), evidence, needs);
    }

    /**
     * Star 4: addresses that answer.
     *
     * <p>An address below {@code id/} answers with 303 to a document if a graph of the release describes it, and with 404 if none does: so
     * what the dataset describes there answers, if it can be asked for at all.
     */
    private static Star addresses(Published dataset) {
        Figures figures = dataset.figures();
        List<Text> evidence = new ArrayList<>();
        List<Text> needs = new ArrayList<>();
        if (figures.minted() == 0 && figures.borrowed() > 0) {
            evidence.add(new Text(
                            "it describes %s things at the addresses that their own register gives them; it mints none, and whether these answer is the register's affair",
                            "il décrit %s choses aux adresses que leur propre registre leur donne ; il n'en forme aucune, et qu'elles répondent est l'affaire du registre")
                    .with(number(figures.borrowed())));
        } else if (figures.minted() == 0) {
            needs.add(new Text(
                            "give its things addresses below <%sid/>, by a template of the mapping",
                            "donnez à ses choses des adresses sous <%sid/>, par un modèle du mapping")
                    .with(dataset.base()));
        } else {
            evidence.add(new Text(
                            "it mints %s addresses below <%sid/>: %s things, and %s parts of them behind a #",
                            "il forme %s adresses sous <%sid/> : %s choses, et %s de leurs parties derrière un #")
                    .with(
                            number(figures.minted()),
                            dataset.base(),
                            number(figures.minted() - figures.parts()),
                            number(figures.parts())));
            evidence.add(new Text(
                            "%s of %s dereference: this release describes them, so the server answers 303 and a document, and they can be asked for as RFC 3986 has it; all were checked when it was made",
                            "%s sur %s se déréférencent : cette publication les décrit, le serveur répond donc 303 puis un document, et la RFC 3986 permet de les demander ; toutes ont été vérifiées à sa fabrication")
                    .with(number(figures.addressable()), number(figures.minted())));
            if (figures.addressable() < figures.minted()) {
                needs.add(new Text(
                                "mend %s addresses that nobody can ask for",
                                "corrigez %s adresses que personne ne peut demander")
                        .with(number(figures.minted() - figures.addressable())));
            }
        }
        if (figures.unnamed() > 0) {
            evidence.add(new Text(
                            "%s things have no address: blank nodes, which nobody can point at",
                            "%s choses n'ont pas d'adresse : des nœuds anonymes, auxquels nul ne peut renvoyer")
                    .with(number(figures.unnamed())));
        }
        boolean isEarned = figures.minted() + figures.borrowed() > 0 && figures.addressable() == figures.minted();
        return new Star(Step.ADDRESSES, isEarned, evidence, needs);
    }

    /** Star 5: distinct addresses of others, of which some are known to be right. */
    private static Star links(Published dataset) {
        Figures figures = dataset.figures();
        List<Text> evidence = new ArrayList<>();
        List<Text> needs = new ArrayList<>();
        if (figures.targets() == 0) {
            needs.add(
                    new Text(
                            "lead to the data of others: by a rule in links.ttl, by link: in a column sheet, or by an identifier system that declares ids:template",
                            "menez aux données d'autrui : par une règle de links.ttl, par link: dans une feuille de colonnes, ou par un système d'identifiants qui déclare ids:template"));
        } else {
            evidence.add(new Text(
                            "it leads to %s distinct addresses at %s publishers; %s (%s%%) were verified when this release was made",
                            "il mène à %s adresses distinctes chez %s éditeurs ; %s (%s\u202f%%) ont été vérifiées à la fabrication de cette publication")
                    .with(
                            number(figures.targets()),
                            figures.publishers().size(),
                            number(figures.verified()),
                            percent(figures.verified(), figures.targets())));
            figures.publishers().stream().limit(SHOWN).map(FiveStars::publisher).forEach(evidence::add);
            if (figures.publishers().size() > SHOWN) {
                evidence.add(rest(
                        figures.publishers().subList(SHOWN, figures.publishers().size())));
            }
            if (figures.verified() < figures.targets()) {
                needs.add(new Text(
                                "verify those that are not (%s): declare the register with its ids:template and pattern, or link by rule to a file that its publisher has published",
                                "vérifiez celles qui ne le sont pas (%s) : déclarez le registre avec son ids:template et son motif, ou reliez par règle à un fichier que son éditeur a publié")
                        .with(number(figures.targets() - figures.verified())));
            }
        }
        if (figures.pages() > 0) {
            evidence.add(new Text(
                            "%s web pages that it names, such as home pages, are no data and not counted",
                            "%s pages web qu'il nomme, comme les sites officiels, ne sont pas des données et ne comptent pas")
                    .with(number(figures.pages())));
        }
        return new Star(Step.LINKS, figures.verified() > 0, evidence, needs);
    }

    private static Text publisher(Figures.Publisher publisher) {
        Text how = how(publisher.method());
        String atLeast = publisher.targets() == StarCount.MOST ? "≥ " : "";
        return new Text(
                "%s: %s%s, of which %s verified: %s"
                        .formatted(
                                publisher.name().en(),
                                atLeast,
                                number(publisher.targets()),
                                number(publisher.verified()),
                                how.en()),
                "%s : %s%s, dont %s vérifiées : %s"
                        .formatted(
                                publisher.name().fr(),
                                atLeast,
                                number(publisher.targets()),
                                number(publisher.verified()),
                                how.fr()));
    }

    /** {@return how the targets at a publisher were verified, as the end of a sentence} */
    public static Text how(Figures.Method method) {
        return switch (method) {
            case FOUND -> new Text("found in a file that it has published", "trouvées dans un fichier qu'il a publié");
            case CHECKED ->
                new Text(
                        "form and check character are those of the register",
                        "forme et clé de contrôle sont celles du registre");
            case FORM ->
                new Text(
                        "the form is that of the register, which has no check character",
                        "la forme est celle du registre, qui n'a pas de clé de contrôle");
            case NONE -> new Text("nothing is declared of this site", "rien n'est déclaré sur ce site");
        };
    }

    private static Text rest(List<Figures.Publisher> others) {
        long targets = others.stream().mapToLong(Figures.Publisher::targets).sum();
        long verified = others.stream().mapToLong(Figures.Publisher::verified).sum();
        return new Text("%s others: %s, of which %s verified", "%s autres : %s, dont %s vérifiées")
                .with(others.size(), number(targets), number(verified));
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.0f", Math.floor(part * PERCENT / whole));
    }

    /** {@return the number with a no-break space between thousands: the same in every locale} */
    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u00a0');
    }
}
