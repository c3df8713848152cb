package fr.pleiade.sparql.execution;

import fr.pleiade.sparql.function.Budget;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/** Rows on their way to where they are all kept until the last one has come. */
final class KeptRows extends QueryIteratorWrapper {
    private final Budget budget;

    KeptRows(QueryIterator rows, Budget budget) {
        super(rows);
        this.budget = budget;
    }

    @Override
    protected Binding moveToNextBinding() {
        budget.keepRow();
        return super.moveToNextBinding();
    }
}
