package fr.pleiade.mapping.reader;

import static fr.pleiade.rdf.Vocabulary.FORMATS;
import static fr.pleiade.rdf.Vocabulary.VOID;

import fr.pleiade.mapping.model.Rml;
import fr.pleiade.mapping.model.Target;
import fr.pleiade.rdf.Term;
import fr.pleiade.sources.Dialect;
import fr.pleiade.syntax.Syntax;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads logical targets that are files.
 *
 * @see <a href="https://kg-construct.github.io/rml-io/spec/docs/#target-vocabulary">RML-IO, logical targets</a>
 */
final class TargetReader {
    private static final Map<String, Syntax> SYNTAXES = Map.of(
            "nquads", Syntax.N_QUADS,
            "ntriples", Syntax.N_TRIPLES,
            "turtle", Syntax.TURTLE,
            "n3", Syntax.TURTLE,
            "trig", Syntax.TRIG,
            "jsonld", Syntax.JSON_LD,
            "rdfxml", Syntax.RDF_XML);

    private final MappingDocument document;
    private final DialectReader dialects;

    TargetReader(MappingDocument document) {
        this.document = document;
        this.dialects = new DialectReader(document);
    }

    /** {@return the targets of a term map, and of its language or datatype map} */
    List<Target> readAll(Term map) {
        return Stream.concat(
                        Stream.of(map),
                        Stream.of(Rml.LANGUAGE_MAP, Rml.DATATYPE_MAP)
                                .flatMap(property -> document.all(map, property).stream()))
                .flatMap(about -> document.all(about, Rml.LOGICAL_TARGET).stream()
                        .filter(target -> isDescribedHere(about, target)))
                .flatMap(target -> read(target).stream())
                .distinct()
                .toList();
    }

    /** RMLMapper's extension has {@code ThisMapping} for targets whose description is itself made of rows. */
    private boolean isDescribedHere(Term about, Term target) {
        boolean dynamic = target.text().matches(".*[#/]ThisMapping");
        if (dynamic) {
            document.errorAt(
                    about,
                    Rml.LOGICAL_TARGET,
                    "%s: targets that rows describe are not read; describe each target in the mapping, with rml:path",
                    document.describe(target));
        }
        return !dynamic;
    }

    private Optional<Target> read(Term logicalTarget) {
        return document.exactlyOne(logicalTarget, Rml.TARGET).flatMap(access -> {
            Optional<String> path = path(logicalTarget, access);
            boolean inMappingDirectory = document.atMostOne(access, Rml.ROOT)
                    .filter(root -> root.text().equals(Rml.MAPPING_DIRECTORY))
                    .isPresent();
            Dialect packing = dialects.packing(access)
                    .or(() -> dialects.packing(logicalTarget))
                    .orElse(Dialect.RFC_4180);
            return path.flatMap(p -> syntax(logicalTarget)
                    .map(syntax ->
                            new Target(p, inMappingDirectory, syntax, packing.compression(), packing.encoding())));
        });
    }

    private Optional<String> path(Term logicalTarget, Term access) {
        Optional<String> property = Stream.of(Rml.PATH, VOID + "dataDump")
                .filter(name -> !document.all(access, name).isEmpty())
                .findFirst();
        if (property.isEmpty()) {
            document.errorAt(
                    logicalTarget,
                    Rml.TARGET,
                    "the target %s is not a file; expected rml:path or void:dataDump",
                    document.describe(access));
            return Optional.empty();
        }
        return document.atMostOne(access, property.get()).map(Term::text).flatMap(address -> {
            if (FileAddress.isElsewhere(address)) {
                document.errorAt(
                        access,
                        property.get(),
                        "<%s> is not written: a target is a file, and nothing is sent; give the path of a file in quotes",
                        address);
                return Optional.empty();
            }
            return Optional.of(FileAddress.path(address));
        });
    }

    private Optional<Syntax> syntax(Term logicalTarget) {
        Optional<Term> declared = document.atMostOne(logicalTarget, Rml.SERIALIZATION);
        if (declared.isEmpty()) {
            return Optional.of(Syntax.N_QUADS);
        }
        String name = declared.get().text().replace(FORMATS, "").replaceAll("[^A-Za-z0-9]", "");
        Optional<Syntax> syntax = Optional.ofNullable(SYNTAXES.get(name.toLowerCase(Locale.ROOT)));
        if (syntax.isEmpty()) {
            document.errorAt(
                    logicalTarget,
                    Rml.SERIALIZATION,
                    "%s cannot be written; expected formats:N-Quads, N-Triples, Turtle, TriG, JSON-LD or RDF_XML",
                    document.describe(declared.get()));
        }
        return syntax;
    }
}
