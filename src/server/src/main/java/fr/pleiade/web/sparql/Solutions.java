package fr.pleiade.web.sparql;

import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first solutions of a query, or its yes or no.
 *
 * @param variables the columns
 * @param rows for each solution a term, or nothing, for each variable
 * @param truth the answer to ASK
 * @param isCut whether there are more solutions than rows
 * @see <a href="https://www.w3.org/TR/sparql11-results-json/">SPARQL 1.1 Query Results JSON Format</a>
 */
record Solutions(List<String> variables, List<List<Optional<Term>>> rows, Optional<Boolean> truth, boolean isCut) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    Solutions {
        variables = List.copyOf(variables);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * {@return the solutions that the beginning of a result tells}
     *
     * @param json the bytes of a result, which may break off
     * @param most how many rows at most
     */
    static Solutions read(byte[] json, int most) {
        List<String> variables = new ArrayList<>();
        List<List<Optional<Term>>> rows = new ArrayList<>();
        Optional<Boolean> truth = Optional.empty();
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.PROPERTY_NAME) {
                    continue;
                }
                String name = parser.currentName();
                if (name.equals("vars")) {
                    parser.nextToken();
                    JsonNode vars = parser.readValueAsTree();
                    vars.forEach(variable -> variables.add(variable.asString()));
                } else if (name.equals("boolean")) {
                    truth = Optional.of(parser.nextToken() == JsonToken.VALUE_TRUE);
                } else if (name.equals("bindings")) {
                    parser.nextToken();
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        if (rows.size() == most) {
                            return new Solutions(variables, rows, truth, true);
                        }
                        rows.add(row(parser.readValueAsTree(), variables));
                    }
                }
            }
        } catch (JacksonException brokenOff) {
            return new Solutions(variables, rows, truth, true);
        }
        return new Solutions(variables, rows, truth, false);
    }

    private static List<Optional<Term>> row(JsonNode binding, List<String> variables) {
        return variables.stream()
                .map(variable -> Optional.ofNullable(binding.get(variable)).map(Solutions::term))
                .toList();
    }

    private static Term term(JsonNode node) {
        String value = node.path("value").asString();
        String type = node.path("type").asString();
        if (type.equals("uri") && value.indexOf(':') > 0) {
            return new Term.Iri(value);
        }
        if (type.equals("bnode")) {
            return new Term.BlankNode(value);
        }
        if (node.has("xml:lang")) {
            return Term.Literal.inLanguage(value, node.get("xml:lang").asString());
        }
        return node.has("datatype")
                ? new Term.Literal(value, node.get("datatype").asString(), "")
                : Term.Literal.of(value);
    }
}
