package fr.pleiade.mapping.table;

import java.util.List;

/**
 * A cube that nobody wrote: its observations say how many rows there are of each kind, or which share of them is so. They are counted when
 * things are linked, so that rows can be counted by what they lead to.
 *
 * @param cube what its observations are made of; its attributes are the unit and, of a share, what it is a share of
 * @param measure the number
 * @param counted the class of the things that are counted
 * @param share the property that says {@code true} of those that the share is of; none where all are counted
 */
public record CountRule(CubeRule cube, ColumnRule measure, UrlTemplate counted, List<UrlTemplate> share) {
    public CountRule {
        share = List.copyOf(share);
    }
}
