package fr.pleiade.draft.preview;

import fr.pleiade.linking.LinkReport;
import fr.pleiade.quality.Verdict;
import fr.pleiade.quality.stars.Audit;
import java.util.List;
import java.util.Optional;

/**
 * What the whole check says of a dataset, links and stars included: what {@code pleiade check} prints.
 *
 * @param verdict what was found
 * @param audit its stars; nothing if a source cannot be mapped
 * @param links what each link rule did
 */
public record Verification(Verdict verdict, Optional<Audit> audit, List<LinkReport> links) {
    public Verification {
        links = List.copyOf(links);
    }
}
