package fr.pleiade.linking.succession;

import java.util.List;
import java.util.Set;

/**
 * One kind of things that changes lead from and to.
 *
 * @param before the property of a change that leads to the thing as it was
 * @param after the property that leads to the thing as it became
 * @param former the class of those that exist no more; {@code ""} if nothing is to be said of them
 * @param isMain whether successors are looked for among things of this kind first
 * @param isPartial whether a change only moves a part from one thing to another, so that both go on
 * @param registers where those are that exist now
 */
record Kind(String before, String after, String former, boolean isMain, boolean isPartial, List<Present> registers) {
    Kind {
        registers = List.copyOf(registers);
    }

    /**
     * The things that exist now.
     *
     * @param dataset the slug of the dataset that describes them
     * @param classes the classes of which one has one
     */
    record Present(String dataset, Set<String> classes) {
        Present {
            classes = Set.copyOf(classes);
        }
    }

    /** {@return whether things of a class are of this kind, in a register or no more} */
    boolean has(String type) {
        return former.equals(type)
                || registers.stream().anyMatch(register -> register.classes().contains(type));
    }
}
