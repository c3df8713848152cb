package fr.pleiade.web.why;

import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.origin.OriginRule;
import fr.pleiade.release.origin.Origins;
import java.util.List;
import java.util.Optional;

/** Why a release says something. */
sealed interface Reason {
    /** What is done with a reason, one method a kind. */
    interface Cases<T> {
        T row(Row row);

        T link(Link link);

        T consequence(Consequence consequence);

        T counted(Counted counted);

        T restated(Restated restated);

        T document(Document document);

        T publication(Publication publication);
    }

    /** {@return what the case of this kind gives} */
    <T> T match(Cases<T> cases);

    /**
     * A row of a source says it.
     *
     * @param place the row, with the rule that reads it
     */
    record Row(Origins.Place place) implements Reason {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.row(this);
        }
    }

    /**
     * A link rule found what has the same key.
     *
     * @param rule the rule
     * @param keys the statements of the thing's keys, with the rows that say them
     * @param targets the slugs of the datasets, or the names of the files, where it was found
     */
    record Link(OriginRule rule, List<Said> keys, List<String> targets) implements Reason {
        public Link {
            keys = List.copyOf(keys);
            targets = List.copyOf(targets);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.link(this);
        }
    }

    /**
     * It follows from what is said.
     *
     * @param rules the rules that say that it is stated
     * @param from what it follows from, with the rows that say that
     */
    record Consequence(List<Term> rules, List<Said> from) implements Reason {
        public Consequence {
            rules = List.copyOf(rules);
            from = List.copyOf(from);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.consequence(this);
        }
    }

    /**
     * The publication counted things of the graph.
     *
     * @param type what was counted
     * @param share the property that those have of which it is the share; nothing where it is no share
     * @param dimensions the properties by which they were counted
     * @param from what is said of the first {@value CubeReasons#MOST} of them, with the rows that say it; none where they cannot be found
     */
    record Counted(Term type, Optional<Term> share, List<String> dimensions, List<Said> from) implements Reason {
        public Counted {
            dimensions = List.copyOf(dimensions);
            from = List.copyOf(from);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.counted(this);
        }
    }

    /**
     * The publication said a cube in the words of cube.link too.
     *
     * @param from the statement that it says again, with the rows that say that; none of what describes the cube as a whole
     */
    record Restated(List<Said> from) implements Reason {
        public Restated {
            from = List.copyOf(from);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.restated(this);
        }
    }

    /**
     * A file of the publisher's says it.
     *
     * @param name its name, below the site's folder
     */
    record Document(String name) implements Reason {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.document(this);
        }
    }

    /** The publication worked it out itself: a count, a date, a form of a dataset. */
    record Publication() implements Reason {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.publication(this);
        }
    }

    /**
     * A statement that another leads back to.
     *
     * @param rows the rows that say it; none if it follows in its turn
     */
    record Said(Quad statement, List<Row> rows) {
        public Said {
            rows = List.copyOf(rows);
        }
    }
}
