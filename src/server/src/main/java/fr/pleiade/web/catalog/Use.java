package fr.pleiade.web.catalog;

import fr.pleiade.web.page.Shown;
import java.util.ArrayList;
import java.util.List;

/** One way to use the data, as a command that works when it is pasted; {@code home.use.<key>} in the messages explains it. */
record Use(String key, String command) {
    /** {@return the ways to use the data, with real addresses of this release} */
    static List<Use> with(String base, List<Shown> examples, Overview overview) {
        List<Use> uses = new ArrayList<>();
        examples.stream().findFirst().ifPresent(example -> {
            String path = example.href().substring(1);
            uses.add(new Use("dereference", "curl -L -H 'Accept: text/turtle' %s%s".formatted(base, path)));
            uses.add(new Use(
                    "python",
                    "from rdflib import Graph%nfor triple in Graph().parse('%s%s'):%n    print(*triple)"
                            .formatted(base, path)));
            uses.add(new Use("suffix", "curl %s%s.jsonld".formatted(base, path.replaceFirst("^id/", "doc/"))));
        });
        uses.add(new Use(
                "sparql",
                "curl -H 'Accept: text/csv' --data-urlencode \\%n  'query=SELECT ?class (COUNT(*) AS ?n) { ?s a ?class } GROUP BY ?class' \\%n  %ssparql"
                        .formatted(base)));
        overview.datasets().stream()
                .findFirst()
                .ifPresent(dataset ->
                        uses.add(new Use("dump", "curl -O %sdump/%s.nq.gz".formatted(base, dataset.slug()))));
        return uses;
    }
}
