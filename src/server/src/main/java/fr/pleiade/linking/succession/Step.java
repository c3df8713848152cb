package fr.pleiade.linking.succession;

/**
 * That a thing became another, or went on beside another that came out of it.
 *
 * @param change the change's IRI
 * @param date its day, as {@code 2016-01-01}
 * @param from the thing's IRI
 * @param fromKind the place of its kind among those of the succession
 * @param to the other thing's IRI, which may be the same
 * @param toKind the place of its kind
 */
record Step(String change, String date, String from, int fromKind, String to, int toKind) {
    boolean isOwn() {
        return from.equals(to);
    }
}
