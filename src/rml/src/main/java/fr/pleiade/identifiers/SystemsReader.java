package fr.pleiade.identifiers;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.IDS;
import static fr.pleiade.rdf.Vocabulary.OWL;
import static fr.pleiade.rdf.Vocabulary.SCHEMA;
import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.findings.Text;
import fr.pleiade.identifiers.IdentifierSystem.Sharing;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Reads identifier systems out of a graph. One use. */
final class SystemsReader {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern FUNCTION = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final String BECOMES = " => ";

    /** The properties of the namespace; any other one in it is a slip of the pen. */
    private static final Set<String> KNOWN = Set.of(
            "function",
            "refusal",
            "ignored",
            "letters",
            "address",
            "prefix",
            "spelling",
            "check",
            "template",
            "page",
            "match",
            "shared",
            "algorithm",
            "where",
            "alphabet",
            "checkAlphabet",
            "modulus",
            "radix",
            "weights");

    private final String document;
    private final InMemoryGraph graph;

    SystemsReader(String document, InMemoryGraph graph) {
        this.document = document;
        this.graph = graph;
    }

    /** @throws SystemsException if a declaration is at fault */
    IdentifierSystems read() {
        refuseUnknownProperties();
        List<IdentifierSystem> systems = graph.subjects(TYPE.value(), new Term.Iri(IDS + "System"))
                .map(this::system)
                .sorted(Comparator.comparing(IdentifierSystem::slug))
                .toList();
        Map<String, String> owners = new HashMap<>();
        for (IdentifierSystem system : systems) {
            claim(owners, "the notation '" + system.slug() + "'", system);
            if (!system.function().isEmpty()) {
                claim(owners, "the function '" + system.function() + "'", system);
            }
        }
        return new IdentifierSystems(systems);
    }

    private void refuseUnknownProperties() {
        for (Quad quad : graph.triples()) {
            String property = quad.predicate().value();
            if (property.startsWith(IDS) && !KNOWN.contains(property.substring(IDS.length()))) {
                throw new SystemsException(
                        document,
                        graph.line(quad),
                        "<%s> is no property of identifier systems; they are %s"
                                .formatted(property, KNOWN.stream().sorted().collect(Collectors.joining(", "))));
            }
        }
    }

    private void claim(Map<String, String> owners, String what, IdentifierSystem system) {
        String other = owners.putIfAbsent(what, system.iri());
        if (other != null) {
            throw fault(
                    new Term.Iri(system.iri()), SKOS + "notation", "%s is that of <%s> already".formatted(what, other));
        }
    }

    private IdentifierSystem system(Term system) {
        String slug = required(system, SKOS + "notation");
        if (!SLUG.matcher(slug).matches()) {
            throw fault(system, SKOS + "notation", "'" + slug + "' is no notation: small letters, digits and hyphens");
        }
        String function = text(system, IDS + "function").orElse("");
        if (!function.isEmpty() && !FUNCTION.matcher(function).matches()) {
            throw fault(system, IDS + "function", "'" + function + "' is no function's name: letters and digits");
        }
        String pattern = regex(system, SCHEMA + "valuePattern", required(system, SCHEMA + "valuePattern"));
        return new IdentifierSystem(
                system.text(),
                slug,
                name(system, slug),
                text(system, DCT + "creator").orElse(""),
                pattern,
                spellings(system),
                graph.objects(system, IDS + "check").stream().map(this::check).toList(),
                refusal(system, slug, pattern),
                text(system, IDS + "template")
                        .map(t -> address(system, "template", t))
                        .orElse(""),
                text(system, IDS + "page").map(t -> address(system, "page", t)).orElse(""),
                text(system, IDS + "match").orElse(OWL + "sameAs"),
                text(system, IDS + "shared").filter("true"::equals).isPresent()
                        ? Sharing.SEVERAL_THINGS
                        : Sharing.ONE_THING,
                function);
    }

    private Text name(Term system, String slug) {
        return both(system, SKOS + "prefLabel").orElse(new Text(slug, slug));
    }

    private Text refusal(Term system, String slug, String pattern) {
        Text name = name(system, slug);
        return both(system, IDS + "refusal")
                .orElse(new Text(
                        "is not a valid identifier of %s: expected %s".formatted(name.en(), pattern),
                        "n'est pas un identifiant valide de %s ; attendu : %s".formatted(name.fr(), pattern)));
    }

    private Spellings spellings(Term system) {
        Letters letters = text(system, IDS + "letters")
                .map(name -> switch (name) {
                    case "upper" -> Letters.UPPER;
                    case "lower" -> Letters.LOWER;
                    default -> throw fault(system, IDS + "letters", "'" + name + "': expected upper or lower");
                })
                .orElse(Letters.AS_WRITTEN);
        return new Spellings(
                sorted(system, "address").stream()
                        .map(a -> address(system, "address", a))
                        .toList(),
                sorted(system, "prefix").stream()
                        .map(name -> prefix(system, name))
                        .toList(),
                text(system, IDS + "ignored").orElse(""),
                letters,
                sorted(system, "spelling").stream()
                        .map(rule -> rule(system, rule))
                        .toList());
    }

    private Spellings.Rule rule(Term system, String rule) {
        int at = rule.indexOf(BECOMES);
        if (at < 1) {
            throw fault(
                    system, IDS + "spelling", "'" + rule + "': expected a pattern and what it becomes, 'form => code'");
        }
        return new Spellings.Rule(
                regex(system, IDS + "spelling", rule.substring(0, at)), rule.substring(at + BECOMES.length()));
    }

    private String prefix(Term system, String name) {
        if (name.isBlank()) {
            throw fault(system, IDS + "prefix", "'" + name + "': expected a name that stands before codes");
        }
        return name;
    }

    private String address(Term system, String property, String address) {
        if (address.indexOf("{code}") < 1 || address.indexOf("{code}") != address.lastIndexOf("{code}")) {
            throw fault(system, IDS + property, "'" + address + "': expected an address with one {code}");
        }
        return address;
    }

    private Check check(Term check) {
        String where = text(check, IDS + "where").orElse(".*");
        try {
            return new Check(regex(check, IDS + "where", where), algorithm(check));
        } catch (IllegalArgumentException e) {
            throw fault(check, IDS + "algorithm", String.valueOf(e.getMessage()));
        }
    }

    private CheckAlgorithm algorithm(Term check) {
        String name = required(check, IDS + "algorithm");
        Alphabet alphabet = text(check, IDS + "alphabet").map(Alphabet::new).orElse(Alphabet.DIGITS);
        return switch (name) {
            case "Luhn" -> new Luhn(alphabet);
            case "digit sum" -> new DigitSum(alphabet, number(check, "modulus"));
            case "weighted remainder" ->
                new WeightedRemainder(
                        weights(check),
                        number(check, "modulus"),
                        alphabet,
                        text(check, IDS + "checkAlphabet").map(Alphabet::new).orElse(Alphabet.DIGITS));
            default -> standard(check, name);
        };
    }

    private CheckAlgorithm standard(Term check, String name) {
        String system = name.replaceFirst("^ISO 7064 ", "");
        Optional<PureSystem> pure = PureSystem.named(system);
        if (pure.isPresent()) {
            return text(check, IDS + "alphabet")
                    .map(body -> pure.get().over(new Alphabet(body), number(check, "radix")))
                    .orElse(pure.get());
        }
        return HybridSystem.named(system)
                .orElseThrow(() -> fault(
                        check,
                        IDS + "algorithm",
                        "'%s' is no algorithm that is known; they are Luhn, digit sum, weighted remainder, and ISO 7064 MOD"
                                        .formatted(name)
                                + " 11-2, 37-2, 97-10, 661-26, 1271-36, 11-10, 27-26 and 37-36"));
    }

    private List<Integer> weights(Term check) {
        List<Integer> weights = new ArrayList<>();
        for (String weight : required(check, IDS + "weights").split(" ")) {
            weights.add(integer(check, "weights", weight));
        }
        return weights;
    }

    private int number(Term check, String property) {
        return integer(check, property, required(check, IDS + property));
    }

    private int integer(Term check, String property, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw fault(check, IDS + property, "'" + text + "' is no whole number");
        }
    }

    private String regex(Term about, String property, String pattern) {
        try {
            return Pattern.compile(pattern).pattern();
        } catch (PatternSyntaxException e) {
            throw fault(about, property, "'%s' is no regular expression: %s".formatted(pattern, e.getDescription()));
        }
    }

    /** {@return a sentence in both languages, the one standing for the other where that is missing} */
    private Optional<Text> both(Term about, String property) {
        List<Term> texts = graph.objects(about, property);
        Optional<String> en = in("en", texts);
        Optional<String> fr = in("fr", texts);
        return en.or(() -> fr)
                .or(() -> texts.stream().map(Term::text).findFirst())
                .map(text -> new Text(text, fr.orElse(text)));
    }

    private static Optional<String> in(String language, List<Term> texts) {
        return texts.stream()
                .filter(text -> text instanceof Term.Literal literal
                        && literal.language().equals(language))
                .map(Term::text)
                .findFirst();
    }

    private List<String> sorted(Term about, String property) {
        return graph.objects(about, IDS + property).stream()
                .map(Term::text)
                .sorted()
                .toList();
    }

    private Optional<String> text(Term about, String property) {
        List<Term> objects = graph.objects(about, property);
        if (objects.size() > 1) {
            throw fault(about, property, "<%s> has %d values, expected one".formatted(property, objects.size()));
        }
        return objects.stream().map(Term::text).findFirst();
    }

    private String required(Term about, String property) {
        return text(about, property)
                .orElseThrow(() -> fault(about, property, "<%s> is missing in <%s>".formatted(property, about.text())));
    }

    private SystemsException fault(Term about, String property, String problem) {
        long line = graph.about(about).stream()
                .filter(quad -> quad.predicate().value().equals(property))
                .findFirst()
                .map(graph::line)
                .orElseGet(() -> graph.line(about));
        return new SystemsException(document, line, problem);
    }
}
