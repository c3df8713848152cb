package fr.pleiade.sparql.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;

/**
 * Rows on their way into CSV, in which a blank node is {@code _:b0}; Jena's writer leaves the first two signs out. Memory: the blank nodes.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-results-csv-tsv/#csv-terms">SPARQL 1.1 Query Results CSV, section 3.2</a>
 */
public final class CsvRows implements RowSet {
    private final RowSet rows;
    private final Map<Node, Node> labels = new HashMap<>();

    public CsvRows(RowSet rows) {
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Binding next() {
        Binding row = rows.next();
        BindingBuilder written = Binding.builder();
        row.forEach((variable, value) -> written.add(variable, value.isBlank() ? label(value) : value));
        return written.build();
    }

    private Node label(Node blank) {
        return labels.computeIfAbsent(blank, b -> NodeFactory.createLiteralString("_:b" + labels.size()));
    }

    @Override
    public List<Var> getResultVars() {
        return rows.getResultVars();
    }

    @Override
    public long getRowNumber() {
        return rows.getRowNumber();
    }

    @Override
    public void close() {
        rows.close();
    }
}
