package fr.pleiade.store;

import fr.pleiade.rdf.Vocabulary;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;

/**
 * What a store says of the pushes to it.
 *
 * @param release the id of the release that is there, if one is
 * @param graphs by the IRI of each graph that was pushed, the releases that it is of; several, after a push that was broken off
 * @param staged the names of what a push has left that did not come to its end
 */
record StoreState(Optional<String> release, SortedMap<String, Set<String>> graphs, SortedSet<String> staged) {
    static final StoreState UNKNOWN = new StoreState(Optional.empty(), new TreeMap<>(), new TreeSet<>());

    /** {@return what the query {@code what-is-there.rq} found, told in JSON} */
    static StoreState of(byte[] results) {
        Optional<String> release = Optional.empty();
        SortedMap<String, Set<String>> graphs = new TreeMap<>();
        SortedSet<String> staged = new TreeSet<>();
        ResultSet rows = ResultSetMgr.read(new ByteArrayInputStream(results), ResultSetLang.RS_JSON);
        while (rows.hasNext()) {
            QuerySolution row = rows.next();
            String object = row.get("object").toString();
            String property = row.get("property").toString();
            if (property.equals(Vocabulary.DCT + "hasPart")) {
                staged.add(object);
            } else if (property.equals(Vocabulary.DCT + "isPartOf")) {
                graphs.computeIfAbsent(row.get("subject").toString(), graph -> new TreeSet<>())
                        .add(PushPlan.id(object));
            } else {
                release = Optional.of(PushPlan.id(object));
            }
        }
        return new StoreState(release, graphs, staged);
    }

    /** {@return what a store says when it has a release and nothing is left to be done} */
    static StoreState complete(String release, Collection<String> graphs) {
        SortedMap<String, Set<String>> all = new TreeMap<>();
        graphs.forEach(graph -> all.put(graph, Set.of(release)));
        return new StoreState(Optional.of(release), all, new TreeSet<>());
    }

    /** {@return whether the graph is as the release has it that is there} */
    boolean has(String graph) {
        Set<String> releases = graphs.getOrDefault(graph, Set.of());
        return release.isPresent() && releases.contains(release.get()) && !releases.contains(PushPlan.UNFINISHED);
    }
}
