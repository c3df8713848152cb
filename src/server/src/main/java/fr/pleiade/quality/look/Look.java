package fr.pleiade.quality.look;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.FOAF;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.quality.Rule;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the catalogue says of its publisher's logo and colours, as far as pages use it:
 *
 * <pre>{@code
 * <id/agent/ministry> foaf:logo <logo.svg> ;         # the file mappings/logo.svg, or .png, or .jpg
 *   look:mainColour "#0a5a6b" ;                      # of links and buttons
 *   look:accentColour "#8f3d0c" .                    # of what marks the place where one is
 * }</pre>
 *
 * <p>A colour that is not legible is used in the nearest shade that is; a logo that is not fit, or could do harm, is not used.
 *
 * @param logo the logo, if there is one that can be shown
 * @param palette the colours, if one is said; otherwise pages have the usual ones
 * @param findings what is wrong, in the order of the file
 */
public record Look(Optional<Logo> logo, Optional<Palette> palette, List<Finding> findings) {
    /** The namespace of the two colours. */
    public static final String NAMESPACE = "https://w3id.org/pleiade/look#";

    private static final String DOCUMENT = "catalog.ttl";
    private static final Pattern NAME = Pattern.compile("logo\\.(svg|png|jpg|jpeg)");

    /** That of a site that says nothing. */
    private static final Look USUAL = new Look(Optional.empty(), Optional.empty(), List.of());

    public Look {
        findings = List.copyOf(findings);
    }

    /**
     * {@return the look of a site}
     *
     * @param catalog the catalogue, whose publisher's look it is
     * @param description what {@code catalog.ttl} says
     * @param folder where {@code catalog.ttl} is, and the logo beside it
     */
    public static Look of(Term.Iri catalog, InMemoryGraph description, Path folder) {
        return description
                .object(catalog, DCT + "publisher")
                .map(publisher -> new Reader(catalog, description, publisher, folder).look())
                .orElse(USUAL);
    }

    /** Reads what is said, and writes down what is wrong. */
    private static final class Reader {
        private final Term.Iri catalog;
        private final InMemoryGraph description;
        private final Term publisher;
        private final Path folder;
        private final List<Finding> findings = new ArrayList<>();

        Reader(Term.Iri catalog, InMemoryGraph description, Term publisher, Path folder) {
            this.catalog = catalog;
            this.description = description;
            this.publisher = publisher;
            this.folder = folder;
        }

        Look look() {
            Optional<Logo> logo = said(FOAF + "logo").flatMap(this::logo);
            Optional<Colour> main = colour("mainColour", Palette.TEXT);
            Optional<Colour> accent = colour("accentColour", Palette.CONTROL);
            Palette usual = Palette.USUAL;
            Optional<Palette> palette = main.isEmpty() && accent.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Palette.of(main.orElse(usual.link()), accent.orElse(main.orElse(usual.accent()))));
            return new Look(logo, palette, findings);
        }

        private Optional<Quad> said(String property) {
            return description.about(publisher).stream()
                    .filter(quad -> quad.predicate().value().equals(property))
                    .findFirst();
        }

        private Place place(Quad statement) {
            return new Place.InLine(DOCUMENT, description.line(statement));
        }

        private Optional<Logo> logo(Quad statement) {
            String base = catalog.value().replaceFirst("catalog$", "");
            String iri = statement.object().text();
            String name = iri.startsWith(base) ? iri.substring(base.length()) : "";
            if (!NAME.matcher(name).matches()) {
                findings.add(Rule.UNFIT_LOGO.at(
                        place(statement),
                        "the logo %s is no file of this site: pages load nothing from elsewhere, and find it as <logo.svg>, <logo.png> or <logo.jpg>",
                        "le logo %s n'est pas un fichier de ce site : les pages ne chargent rien d'ailleurs, et le trouvent sous <logo.svg>, <logo.png> ou <logo.jpg>",
                        statement.object().toNTriples()));
                return Optional.empty();
            }
            Logo.Read read = LogoFile.read(folder.resolve(name));
            read.refusal()
                    .ifPresent(refusal -> findings.add((refusal.isDangerous() ? Rule.UNSAFE_LOGO : Rule.UNFIT_LOGO)
                            .at(
                                    place(statement),
                                    "the logo %1$s %2$s",
                                    "le logo %1$s %3$s",
                                    name,
                                    refusal.english(),
                                    refusal.french())));
            return read.logo();
        }

        private Optional<Colour> colour(String property, double contrast) {
            Optional<Quad> statement = said(NAMESPACE + property);
            if (statement.isEmpty()) {
                return Optional.empty();
            }
            String text = statement.get().object().text().strip();
            Optional<Colour> colour = Colour.parse(text);
            if (colour.isEmpty()) {
                findings.add(Rule.UNREADABLE_COLOUR.at(
                        place(statement.get()),
                        "'%s' is no colour as #0a5a6b is one; pages have the usual one",
                        "« %s » n'est pas une couleur comme l'est #0a5a6b ; les pages gardent l'habituelle",
                        text.length() > 60 ? text.substring(0, 60) + "…" : text));
            }
            colour.filter(said -> said.contrast(Palette.LIGHT_GROUND) < contrast)
                    .ifPresent(faint -> findings.add(faint(statement.get(), faint, contrast)));
            return colour;
        }

        private Finding faint(Quad statement, Colour colour, double contrast) {
            Colour ground = Palette.LIGHT_GROUND;
            Colour nearest = colour.legibleOn(ground, contrast);
            return Rule.LOW_CONTRAST.at(
                    place(statement),
                    "%1$s has a contrast of %2$s on %3$s, the ground of the header, where WCAG 2.2 AA asks for %4$s; pages have %5$s (%6$s) in its place, the nearest that has it",
                    "%1$s a un contraste de %7$s sur %3$s, le fond de l'en-tête, où les WCAG 2.2 AA demandent %8$s ; les pages ont %5$s (%9$s) à sa place, la plus proche qui l'ait",
                    colour,
                    ratio(colour.contrast(ground), Locale.ENGLISH),
                    ground,
                    ratio(contrast, Locale.ENGLISH),
                    nearest,
                    ratio(nearest.contrast(ground), Locale.ENGLISH),
                    ratio(colour.contrast(ground), Locale.FRENCH),
                    ratio(contrast, Locale.FRENCH),
                    ratio(nearest.contrast(ground), Locale.FRENCH));
        }

        /** Rounded down: 4.49 is not 4.5. */
        private static String ratio(double contrast, Locale locale) {
            return String.format(locale, "%.2f:1", Math.floor(contrast * 100) / 100);
        }
    }
}
