package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.text.Collator;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A list sorted by a column and narrowed by words, all in its address. */
class ListTest {
    private static final Pattern NAME = Pattern.compile("<th scope=\"row\">.*?<a [^>]*>([^<]*)</a>", Pattern.DOTALL);

    /** The link to the query of the page, without its first slash. */
    private static final Pattern QUERY = Pattern.compile("href=\"/(sparql[?]query=[^\"]*)\"");

    /** Of which nothing is said but that something came after it. */
    private static final String UNSAID = "/MHneW";

    private static final Pattern IRI = Pattern.compile("\"@id\" ?: ?\"([^\"]*)\"");

    @Test
    void itIsByNameAndEveryColumnIsALinkThatSorts() {
        String page = page("list/region?lang=fr");
        assertThat(page)
                .containsOnlyOnce("aria-sort")
                .contains("<th scope=\"col\" aria-sort=\"ascending\"><a rel=\"nofollow\""
                        + " href=\"/list/region?lang=fr&amp;sort=-name\">Nom</a>");
        List<String> names = names(page);
        assertThat(names).hasSizeGreaterThan(10).isSortedAccordingTo(Collator.getInstance(Locale.FRENCH));
        List<String> turned = names(page("list/region?lang=fr&sort=-name"));
        Collections.reverse(names);
        assertThat(turned).isEqualTo(names);
    }

    @Test
    void wordsAreFoundWhateverTheirAccentsAndTheFilesFollow() {
        String page = page("list/region?lang=fr&q=ILE+france&sort=-name");
        assertThat(names(page)).containsExactly("Île-de-France");
        assertThat(page)
                .contains("value=\"ILE france\"")
                .contains("<input type=\"hidden\" name=\"sort\" value=\"-name\">")
                .contains("href=\"/list/region.csv?q=ILE%20france&amp;sort=-name\"");
        assertThat(sample().get("list/region.csv?lang=fr&q=ILE%20france").body().lines())
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("Île-de-France,");
        assertThat(sample().get("list/region.csv?lang=fr&sort=-name").body().lines())
                .element(1)
                .asString()
                .startsWith(names(page("list/region?lang=fr&sort=-name")).get(0));
    }

    @Test
    void nothingFoundIsSaidAndTheWordsAreText() {
        assertThat(page("list/region?lang=en&q=%3Cb%3Ezz"))
                .contains("Nothing in this list contains “&lt;b&gt;zz”.")
                .doesNotContain("<b>zz")
                .doesNotContain("<table");
    }

    @Test
    void theQueryOfThePageGivesItsRows() {
        for (String path : List.of(
                "list/region?lang=fr&q=ILE+france",
                "list/region?lang=fr",
                "list/etablissement?lang=fr&q=universite",
                "list/etablissement?lang=fr&sort=-3",
                "list/commune?lang=fr&sort=-1",
                "list/etablissement?lang=en&q=lyon",
                "list/etablissement?lang=en&in=region/53&q=brittany&sort=-name")) {
            String page = page(path);
            Matcher query = QUERY.matcher(page);
            assertThat(query.find()).as(path).isTrue();
            List<String> rows = sample().get(query.group(1) + "&format=csv")
                    .body()
                    .lines()
                    .skip(1)
                    .map(row -> row.substring(0, row.indexOf(',')))
                    .toList();
            List<String> shown = IRI.matcher(sample().get(path.replaceFirst("^(list/[a-z]+)", "$1.json"))
                            .body())
                    .results()
                    .map(iri -> iri.group(1))
                    .filter(iri -> !iri.endsWith(UNSAID))
                    .toList();
            assertThat(shown).as(path).isNotEmpty();
            assertThat(rows).as(path).containsExactlyInAnyOrderElementsOf(shown);
        }
    }

    @Test
    void whatItCannotBeSortedByIsToldWithWhatItCan() {
        HttpResponse<String> page = sample().get("list/region?lang=en&sort=zz", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("The list cannot be sorted by zz.", "by: name · ");
        assertThat(sample().get("list/region.csv?sort=-zz").statusCode()).isEqualTo(400);
    }

    private static String page(String path) {
        return sample().get(path, "Accept", "text/html").body();
    }

    private static List<String> names(String page) {
        return NAME.matcher(page).results().map(name -> name.group(1)).collect(Collectors.toList());
    }
}
