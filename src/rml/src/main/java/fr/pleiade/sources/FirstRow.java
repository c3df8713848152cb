package fr.pleiade.sources;

/** A block of which the first row has been looked at already, and is given again. */
final class FirstRow implements RowBlock {
    private final Row first;
    private final RowBlock rest;
    private boolean given;

    FirstRow(Row first, RowBlock rest) {
        this.first = first;
        this.rest = rest;
    }

    @Override
    public long number() {
        return rest.number();
    }

    @Override
    public long sourceBytes() {
        return rest.sourceBytes();
    }

    @Override
    public boolean next(Row row) {
        if (given) {
            return rest.next(row);
        }
        given = true;
        row.copy(first);
        return true;
    }

    @Override
    public void recycle() {
        rest.recycle();
    }
}
