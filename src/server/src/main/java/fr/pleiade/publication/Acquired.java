package fr.pleiade.publication;

import fr.pleiade.quality.Policy;
import fr.pleiade.release.Release;
import fr.pleiade.site.Dataset;
import fr.pleiade.site.Site;
import java.util.List;
import java.util.Optional;

/**
 * What a publication starts from.
 *
 * @param site the site, as it was read after its files were digested
 * @param absent its datasets that are left out, because their source is not there
 * @param fetched the sources
 * @param inputs all files, with digests
 * @param madeFrom what each graph is to be made from
 * @param policy how bad the findings of each rule are
 * @param reusable what may be taken over from the current release
 * @param before the current release, with which the new one is compared; nothing if there is none, or it is damaged
 */
record Acquired(
        Site site,
        List<Dataset> absent,
        Fetched fetched,
        Inputs inputs,
        MadeFrom madeFrom,
        Policy policy,
        Reusable reusable,
        Optional<Release> before) {
    Acquired {
        absent = List.copyOf(absent);
    }
}
