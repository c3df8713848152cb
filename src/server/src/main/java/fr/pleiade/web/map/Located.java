package fr.pleiade.web.map;

import fr.pleiade.release.Outline.Corner;
import fr.pleiade.web.page.PointMap;
import java.util.List;
import java.util.Optional;

/**
 * Something that is at a place.
 *
 * @param corner where, in degrees
 */
public record Located(Corner corner) {
    /** {@return where a WKT point is; nothing for other geometries, and for degrees that there are not} */
    public static Optional<Located> of(String wkt) {
        return PointMap.of(wkt, List.of()).map(Located::of);
    }

    /** {@return where a point is} */
    public static Located of(PointMap point) {
        return new Located(new Corner(point.longitude(), point.latitude()));
    }
}
