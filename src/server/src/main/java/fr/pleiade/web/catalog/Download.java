package fr.pleiade.web.catalog;

import fr.pleiade.web.Edition;
import fr.pleiade.web.http.Variant;
import java.util.List;

/**
 * A file to download, as a page names it.
 *
 * @param size how large it is, in words, or {@code ""} where that is not known before it is made
 */
record Download(String label, String href, String size) {
    /** {@return those of a dataset, or of {@code all}, in these forms} */
    static List<Download> of(Edition edition, String slug, List<Variant> forms) {
        return forms.stream()
                .map(form ->
                        new Download(form.label(), "/" + edition.prefix() + "dump/" + slug + "." + form.suffix(), ""))
                .toList();
    }

    /** {@return the same with its size} */
    Download of(String measured) {
        return new Download(label, href, measured);
    }
}
