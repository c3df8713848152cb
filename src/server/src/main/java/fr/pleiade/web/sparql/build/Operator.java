package fr.pleiade.web.sparql.build;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a condition compares what a thing has with what was typed. */
enum Operator {
    IS,
    HAS,
    BEGINS,
    LEAST,
    MOST,
    ANY,
    NONE;

    /** {@return its name in addresses and sentences} */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Operator> ofKey(String key) {
        return Arrays.stream(values())
                .filter(operator -> operator.key().equals(key))
                .findFirst();
    }

    /** {@return whether it needs something to compare with} */
    boolean isOfValue() {
        return this != ANY && this != NONE;
    }

    /** {@return whether it asks which of two comes first} */
    boolean isOfOrder() {
        return this == LEAST || this == MOST;
    }
}
