package fr.pleiade.sparql.geo;

import java.util.function.BiPredicate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;

/**
 * How two geometries can lie, in the words of simple features.
 *
 * @see <a href="https://docs.ogc.org/is/22-047r1/22-047r1.html#_simple_features_relation_family_relation_familysimple_features">GeoSPARQL 1.1, section 9.4</a>
 */
enum Relation {
    EQUALS("sfEquals", Relation::equal, Relation::equal),
    DISJOINT("sfDisjoint", PreparedGeometry::disjoint, PreparedGeometry::disjoint),
    INTERSECTS("sfIntersects", PreparedGeometry::intersects, PreparedGeometry::intersects),
    TOUCHES("sfTouches", PreparedGeometry::touches, PreparedGeometry::touches),
    WITHIN("sfWithin", PreparedGeometry::within, PreparedGeometry::contains),
    CONTAINS("sfContains", PreparedGeometry::contains, PreparedGeometry::within),
    OVERLAPS("sfOverlaps", PreparedGeometry::overlaps, PreparedGeometry::overlaps),
    CROSSES("sfCrosses", PreparedGeometry::crosses, PreparedGeometry::crosses);

    private final String function;
    private final BiPredicate<PreparedGeometry, Geometry> forth;
    private final BiPredicate<PreparedGeometry, Geometry> back;

    Relation(
            String function,
            BiPredicate<PreparedGeometry, Geometry> forth,
            BiPredicate<PreparedGeometry, Geometry> back) {
        this.function = function;
        this.forth = forth;
        this.back = back;
    }

    String function() {
        return function;
    }

    /** {@return whether the first lies so to the second}
     * @param isSecondKept whether the second is compared with many, so that it pays to prepare it
     */
    boolean holds(Place first, Place second, boolean isSecondKept) {
        return isSecondKept
                ? back.test(second.prepared(), first.geometry())
                : forth.test(first.prepared(), second.geometry());
    }

    private static boolean equal(PreparedGeometry one, Geometry other) {
        return one.getGeometry().equalsTopo(other);
    }
}
