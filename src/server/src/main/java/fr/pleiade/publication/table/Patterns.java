package fr.pleiade.publication.table;

import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.FreshNode;
import fr.pleiade.mapping.model.FunctionCall;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.mapping.model.Template;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.mapping.model.Unnamed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Expressions of a mapping as URI templates. A function that reads one column is taken to give that column's cells as they are: where it
 * does not, the published graph will not agree.
 */
final class Patterns implements Expression.Cases<Optional<UriPattern>> {
    private final List<String> header;

    /** @param header the columns' names, as the mapping calls them */
    Patterns(List<String> header) {
        this.header = header;
    }

    /** {@return the template of a term map's addresses, if it makes addresses by one} */
    Optional<UriPattern> of(TermMap map) {
        if (!map.type().isIri()) {
            return Optional.empty();
        }
        return map.expression().match(this).map(pattern -> absolute(pattern, map.base()));
    }

    private static UriPattern absolute(UriPattern pattern, String base) {
        boolean isAbsolute = !pattern.parts().get(0).isText()
                || IriSyntax.hasScheme(pattern.parts().get(0).text());
        return isAbsolute ? pattern : UriPattern.of(base).then(pattern);
    }

    /** {@return the position of the one column that an expression reads, if it reads exactly one} */
    Optional<Integer> column(Expression expression) {
        Set<String> columns =
                expression.references().stream().map(Reference::column).collect(Collectors.toSet());
        return columns.size() == 1
                ? Optional.of(header.indexOf(columns.iterator().next())).filter(position -> position >= 0)
                : Optional.empty();
    }

    @Override
    public Optional<UriPattern> constant(Constant constant) {
        return Optional.of(UriPattern.of(constant.term().text()));
    }

    @Override
    public Optional<UriPattern> reference(Reference reference) {
        return column(reference).map(UriPattern.Part::reserved).map(part -> new UriPattern(List.of(part)));
    }

    @Override
    public Optional<UriPattern> template(Template template) {
        List<Optional<UriPattern.Part>> parts = template.segments().stream()
                .map(segment -> segment.isText()
                        ? Optional.of(UriPattern.Part.of(segment.text()))
                        : column(segment.reference().get(0))
                                .map(column -> template.encoding().encodes()
                                        ? UriPattern.Part.of(column)
                                        : UriPattern.Part.reserved(column)))
                .toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(
                        new UriPattern(parts.stream().map(Optional::orElseThrow).toList()))
                : Optional.empty();
    }

    @Override
    public Optional<UriPattern> call(FunctionCall call) {
        boolean isConcatenation = call.name().equals("concat")
                && call.inputs().size() == 3
                && call.inputs().get(0).size() == 1
                && call.inputs().get(1).size() == 1
                && call.inputs().get(2).isEmpty();
        if (isConcatenation) {
            Expression first = call.inputs().get(0).get(0);
            Expression second = call.inputs().get(1).get(0);
            return first.match(this).flatMap(before -> second.match(this).map(before::then));
        }
        return column(call).map(UriPattern.Part::reserved).map(part -> new UriPattern(List.of(part)));
    }

    @Override
    public Optional<UriPattern> freshNode(FreshNode node) {
        return Optional.empty();
    }

    @Override
    public Optional<UriPattern> unnamed(Unnamed graph) {
        return Optional.empty();
    }

    /** {@return what an expression divides cells by, if it does by one character; {@code ""} if it does not} */
    static String separator(Expression expression) {
        if (!(expression instanceof FunctionCall call)) {
            return "";
        }
        if (call.name().equals("split")) {
            List<Expression> given = call.inputs().size() > 1 ? call.inputs().get(1) : List.of();
            String separator = given.isEmpty()
                    ? ";"
                    : given.get(0) instanceof Constant constant
                            ? constant.term().text()
                            : "";
            return separator.length() == 1 ? separator : "";
        }
        return call.inputs().stream()
                .flatMap(List::stream)
                .map(Patterns::separator)
                .filter(separator -> !separator.isEmpty())
                .findFirst()
                .orElse("");
    }
}
