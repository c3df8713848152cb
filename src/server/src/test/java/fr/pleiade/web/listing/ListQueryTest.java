package fr.pleiade.web.listing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.shape.PageShape;
import fr.pleiade.web.shape.PropertyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

/** The query of a list, run on what the list shows. */
class ListQueryTest {
    private static final Model TOWNS = model("""
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX : <https://e.org/v#> BASE <https://e.org/id/>
            <town/1> rdfs:label "L\u2019Île"@fr , "The Isle"@en ; a :Town ; :people 9 ; :in <county/1> .
            <town/2> rdfs:label "Aix"@fr ; a :Town ; :people 10 ; :in <county/2> .
            <town/3> rdfs:label "(Pré)" ; a :Town ; :in <county/1> .
            <county/1> rdfs:label "Côtes"@fr , "Coasts"@en .
            <county/2> rdfs:label "Bas"@fr , "Low"@en ; :part <county/1> .
            """);
    private static final List<PageShape.Property> COLUMNS = List.of(
            column(new PropertyPath.Forwards("https://e.org/v#people")),
            column(new PropertyPath.Forwards("https://e.org/v#in")),
            column(new PropertyPath.Sequence(List.of(
                    new PropertyPath.Forwards("https://e.org/v#in"),
                    new PropertyPath.Alternative(
                            List.of(new PropertyPath.Forwards("https://e.org/v#part"), backwards()))))));

    private static PropertyPath backwards() {
        return new PropertyPath.Backwards("https://e.org/v#part");
    }

    private static PageShape.Property column(PropertyPath path) {
        Labels none = Labels.of(List.of());
        return new PageShape.Property(path, none, Optional.empty(), none, false, none, Optional.empty(), 0);
    }

    private static Model model(String turtle) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(model);
        return model;
    }

    private static List<String> names(String words, String column, boolean isDescending) {
        ListQuery query = new ListQuery(
                "https://e.org/id/town/",
                "http://www.w3.org/2000/01/rdf-schema#label",
                Optional.empty(),
                COLUMNS,
                new Arrangement(words, column, isDescending),
                Locale.FRENCH);
        return names(query);
    }

    private static List<String> names(ListQuery query) {
        try (var execution = QueryExecutionFactory.create(query.sparql(), TOWNS)) {
            List<String> names = new ArrayList<>();
            execution
                    .execSelect()
                    .forEachRemaining(row -> names.add(row.getLiteral("name").getLexicalForm()));
            return names;
        }
    }

    @Test
    void eachThingIsThereOnceByItsNameInTheLanguage() {
        assertThat(names("", "name", false)).containsExactly("(Pré)", "Aix", "L\u2019Île");
        assertThat(names("", "name", true)).containsExactly("L\u2019Île", "Aix", "(Pré)");
    }

    @Test
    void wordsAreFoundWhateverTheirAccentsCaseAndApostrophes() {
        assertThat(names("L'ILE", "name", false)).containsExactly("L\u2019Île");
        assertThat(names("l\u2019île", "name", false)).containsExactly("L\u2019Île");
        assertThat(names("(pre)", "name", false)).containsExactly("(Pré)");
        assertThat(names("A.x", "name", false)).isEmpty();
    }

    @Test
    void wordsAreFoundInWhatTheColumnsShow() {
        assertThat(names("cotes", "name", false)).containsExactly("(Pré)", "Aix", "L\u2019Île");
        assertThat(names("cotes 9", "name", false)).containsExactly("L\u2019Île");
        assertThat(names("\"bas", "name", false)).isEmpty();
    }

    @Test
    void whatHasNothingInTheColumnIsLastEitherWay() {
        assertThat(names("", "1", false)).containsExactly("L\u2019Île", "Aix", "(Pré)");
        assertThat(names("", "1", true)).containsExactly("Aix", "L\u2019Île", "(Pré)");
        assertThat(names("", "2", false)).containsExactly("Aix", "(Pré)", "L\u2019Île");
    }

    @Test
    void itIsOfWhatBelongsToAThing() {
        ListQuery query = new ListQuery(
                "https://e.org/id/town/",
                "http://www.w3.org/2000/01/rdf-schema#label",
                Optional.of(new Term.Iri("https://e.org/id/county/1")),
                List.of(),
                new Arrangement("", "name", false),
                Locale.ENGLISH);
        assertThat(names(query)).containsExactly("(Pré)", "The Isle");
    }
}
