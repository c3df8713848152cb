package fr.pleiade.quality;

import fr.pleiade.findings.Place;

/** What a site says to the gate cannot be understood; the message names file and line. */
public final class PolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Place.InLine place;

    /** @param place where the declaration is that is at fault */
    public PolicyException(Place.InLine place, String problem) {
        super("%s: %s".formatted(place.describe(), problem));
        this.place = place;
    }

    /** {@return the file and the line of the declaration} */
    public Place.InLine place() {
        return place;
    }
}
