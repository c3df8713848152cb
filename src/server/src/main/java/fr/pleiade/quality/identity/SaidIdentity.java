package fr.pleiade.quality.identity;

import fr.pleiade.rdf.Quad;
import java.util.ArrayList;
import java.util.List;

/** What a dataset says of a thing that a register can be asked about; it is filled while the graph is read. */
record SaidIdentity(List<Quad> links, List<String> names, List<String> places) {
    SaidIdentity() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
