package fr.pleiade.mapping.engine;

import fr.pleiade.findings.Finding;
import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.mapping.bytes.Terms;
import fr.pleiade.mapping.model.ReferencingObjectMap;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.mapping.term.Binding;
import fr.pleiade.mapping.term.JoinKey;
import fr.pleiade.mapping.term.RowScope;
import fr.pleiade.mapping.term.TermSet;
import fr.pleiade.sources.Row;
import java.util.List;
import java.util.Set;

/** The parent's side of a join: by which keys a row is found, and what its subjects are. For one thread. */
final class ParentRows {
    private final int number;
    private final JoinKey key;
    private final TermSet subjects;
    private final RowScope ofKeys;
    /** What is wrong with a subject is found again, and told, when the parent's own triples are made. */
    private final RowScope ofSubjects;

    private final Terms keys = new Terms();
    private final TermSet.Place place = new TermSet.Place();

    /**
     * @param number the reference's number
     * @param row what holds the parent's row whenever {@link #nextRow} is called
     */
    ParentRows(int number, ReferencingObjectMap reference, TermMap subject, Binding binding, Row row) {
        this.number = number;
        this.key = JoinKey.ofParent(reference, binding);
        this.subjects = TermSet.of(List.of(binding.writer(subject)));
        this.ofKeys = new RowScope(row, binding);
        this.ofSubjects = new RowScope(row, binding);
    }

    void beginBlock() {
        ofKeys.beginBlock();
        ofSubjects.beginBlock();
    }

    void nextRow() {
        ofKeys.nextRow();
        ofSubjects.nextRow();
    }

    /** {@return the row's keys; none where a value is missing} */
    Terms keys() {
        key.write(ofKeys, keys);
        return keys;
    }

    /** {@return the row's subjects} */
    Terms subjects() {
        return subjects.of(ofSubjects, place);
    }

    /** Writes what the row is to those that join it: {@link OpenLines}. */
    void write(Bytes out) {
        OpenLines.writeParent(number, keys(), subjects(), out);
    }

    /** {@return what is wrong with the keys of the block so far} */
    Set<Finding> findings() {
        return ofKeys.findings();
    }
}
