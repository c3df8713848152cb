package fr.pleiade.sparql.geo;

import java.util.Map;
import java.util.OptionalDouble;

/** The units in which distances are told, by the IRIs that OGC, EPSG and QUDT have for them. */
final class Units {
    private static final String OGC = "http://www.opengis.net/def/uom/OGC/1.0/";
    private static final String EPSG = "http://www.opengis.net/def/uom/EPSG/0/";
    private static final String QUDT = "http://qudt.org/vocab/unit/";

    /** Of the Earth as a ball of the same volume, in metres: an angle is told as one at its middle. */
    private static final double RADIUS = 6_371_000.79;

    private static final double DEGREE = Math.toRadians(1) * RADIUS;

    private static final Map<String, Double> METRES = Map.ofEntries(
            Map.entry(OGC + "metre", 1.0),
            Map.entry(OGC + "kilometre", 1000.0),
            Map.entry(OGC + "degree", DEGREE),
            Map.entry(OGC + "radian", RADIUS),
            Map.entry(EPSG + "9001", 1.0),
            Map.entry(EPSG + "9036", 1000.0),
            Map.entry(EPSG + "9101", RADIUS),
            Map.entry(EPSG + "9102", DEGREE),
            Map.entry(QUDT + "M", 1.0),
            Map.entry(QUDT + "KiloM", 1000.0),
            Map.entry(QUDT + "MI", 1609.344),
            Map.entry(QUDT + "DEG", DEGREE),
            Map.entry(QUDT + "RAD", RADIUS));

    /** What to write. */
    static final String USUAL = "<" + OGC + "metre>";

    private Units() {}

    /** {@return how many metres a unit is; nothing if it is not known} */
    static OptionalDouble metres(String iri) {
        Double metres = METRES.get(iri);
        return metres == null ? OptionalDouble.empty() : OptionalDouble.of(metres);
    }
}
