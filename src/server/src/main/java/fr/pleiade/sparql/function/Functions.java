package fr.pleiade.sparql.function;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.Function;
import org.apache.jena.sparql.function.FunctionBase1;
import org.apache.jena.sparql.function.FunctionBase2;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sys.JenaSystem;
import org.jspecify.annotations.Nullable;

/**
 * The functions that a query may call by an IRI, beyond those that SPARQL 1.1 has keywords for: {@code functions.tsv}, one a line, with
 * what it is: {@code steady} if the same arguments give the same value each time, {@code changing} if not, {@code aggregate}.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#FunctionMapping">SPARQL 1.1 Query Language, section 17.5</a>
 */
public final class Functions {
    static {
        JenaSystem.init();
    }

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String POW = "http://www.w3.org/2005/xpath-functions/math#pow";

    /** Where IRIs begin that name again what SPARQL 1.1 has a keyword for. */
    private static final List<String> SPELLINGS =
            List.of("http://www.w3.org/ns/sparql#", "http://www.w3.org/2005/xpath-functions#");

    private static final SortedMap<String, Kind> LISTED = read();

    /** Those and no others: unlike ARQ's own registry, it loads no classes by the names that queries give. */
    private static final FunctionRegistry REGISTRY = new Listed();

    private Functions() {}

    private enum Kind {
        STEADY,
        CHANGING,
        AGGREGATE
    }

    /** {@return what an execution looks the functions up in} */
    public static FunctionRegistry registry() {
        return REGISTRY;
    }

    /** {@return the IRIs, in alphabetical order} */
    public static Set<String> all() {
        return LISTED.keySet();
    }

    /** {@return whether a query may call it} */
    public static boolean isListed(String iri) {
        return LISTED.containsKey(iri);
    }

    /** {@return whether it is listed as an aggregate, which ARQ's parser knows by its IRI} */
    public static boolean isAggregate(String iri) {
        return LISTED.get(iri) == Kind.AGGREGATE;
    }

    /** {@return whether it is listed and gives the same each time} */
    public static boolean isSteady(String iri) {
        return LISTED.get(iri) == Kind.STEADY;
    }

    /** {@return the keyword that SPARQL 1.1 has for what an IRI names, if it has one} */
    public static Optional<String> keyword(String iri) {
        return SPELLINGS.stream()
                .filter(iri::startsWith)
                .map(start -> Keywords.of(iri.substring(start.length())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static SortedMap<String, Kind> read() {
        SortedMap<String, Kind> kinds = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(Functions.class.getResourceAsStream("functions.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.split("\t"))
                    .forEach(cells -> kinds.put(cells[0], Kind.valueOf(cells[1].toUpperCase(Locale.ROOT))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableSortedMap(kinds);
    }

    private static final class Listed extends FunctionRegistry {
        Listed() {
            LISTED.forEach((iri, kind) -> {
                if (kind != Kind.AGGREGATE) {
                    put(
                            iri,
                            bounded(
                                    iri,
                                    Objects.requireNonNull(
                                            FunctionRegistry.get().get(iri), iri)));
                }
            });
        }

        @Override
        public @Nullable FunctionFactory get(String iri) {
            return isRegistered(iri) ? super.get(iri) : null;
        }
    }

    private static FunctionFactory bounded(String iri, FunctionFactory usual) {
        if (iri.equals(POW)) {
            return name -> new Power((FunctionBase2) usual.create(name));
        }
        return iri.startsWith(XSD) && Digits.isNumber(iri) ? name -> new Cast(name, usual.create(name)) : usual;
    }

    /** A cast to a number, of a text that is not too long. */
    private static final class Cast extends FunctionBase1 {
        private final String type;
        private final Function usual;

        Cast(String type, Function usual) {
            this.type = type;
            this.usual = usual;
        }

        @Override
        public NodeValue exec(NodeValue value) {
            Digits.requireShort(value.isLiteral() ? value.asString() : "", type);
            return ((FunctionBase1) usual).exec(value);
        }
    }

    /** A power, of integers whose power has not too many digits. */
    private static final class Power extends FunctionBase2 {
        private final FunctionBase2 usual;

        Power(FunctionBase2 usual) {
            this.usual = usual;
        }

        @Override
        public NodeValue exec(NodeValue base, NodeValue exponent) {
            if (base.isInteger() && exponent.isInteger()) {
                BigInteger digits = BigInteger.valueOf(Digits.of(base)).multiply(exponent.getInteger());
                Budget.requireDigits(
                        digits.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue());
            }
            return usual.exec(base, exponent);
        }
    }
}
