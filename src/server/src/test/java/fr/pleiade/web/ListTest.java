package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Collator;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A list sorted by a column and narrowed by words, all in its address. */
class ListTest {
    private static final Pattern NAME = Pattern.compile("<th scope=\"row\">.*?<a [^>]*>([^<]*)</a>", Pattern.DOTALL);

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

    private static String page(String path) {
        return sample().get(path, "Accept", "text/html").body();
    }

    private static List<String> names(String page) {
        return NAME.matcher(page).results().map(name -> name.group(1)).collect(Collectors.toList());
    }
}
