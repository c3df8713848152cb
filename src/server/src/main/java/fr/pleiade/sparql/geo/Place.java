package fr.pleiade.sparql.geo;

import fr.pleiade.findings.Text;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.apache.jena.sparql.expr.NodeValue;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * What a {@code geo:wktLiteral} says: a geometry in degrees, longitude first.
 *
 * <p>Without a reference system it is CRS 84, as GeoSPARQL has it; EPSG's 4326 and 4258, which have the latitude first, are turned. Thread-safe.
 *
 * @param literal the text of the literal
 * @param prepared the geometry, ready to be compared with many others
 * @see <a href="https://docs.ogc.org/is/22-047r1/22-047r1.html#_rdfs_datatype_geowktliteral">GeoSPARQL 1.1, section 8.5.1</a>
 */
record Place(String literal, PreparedGeometry prepared) {
    static final String WKT = "http://www.opengis.net/ont/geosparql#wktLiteral";

    /** The longest text of a literal, in UTF-16 units: each comparison of two such geometries takes milliseconds. */
    static final int LONGEST = 100_000;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    /** No place: what came before the first one. */
    static final Place NONE = new Place("", PreparedGeometryFactory.prepare(GEOMETRIES.createPoint()));

    /** A point as nearly all are written: WKT's own reader takes ten times as long. */
    private static final Pattern POINT =
            Pattern.compile("POINT ?\\((-?[0-9]{1,5}(?:\\.[0-9]{1,20})?) (-?[0-9]{1,5}(?:\\.[0-9]{1,20})?)\\)");

    private static final Set<String> LONGITUDE_FIRST = Set.of(
            "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
            "https://www.opengis.net/def/crs/OGC/1.3/CRS84",
            "http://www.opengis.net/def/crs/OGC/0/CRS84");
    private static final Set<String> LATITUDE_FIRST = Set.of(
            "http://www.opengis.net/def/crs/EPSG/0/4326",
            "https://www.opengis.net/def/crs/EPSG/0/4326",
            "http://www.opengis.net/def/crs/EPSG/0/4258");

    /** Why a value is no place that can be compared. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Text problem;

        Unreadable(Text problem) {
            super(problem.en(), null, false, false); // met once for each row of a query
            this.problem = problem;
        }

        Text problem() {
            return problem;
        }
    }

    /**
     * {@return the place that a value is}
     *
     * @throws Unreadable if it is no {@code geo:wktLiteral}, is too long, is in another reference system, or says no place on Earth
     */
    static Place of(NodeValue value) throws Unreadable {
        if (!value.isLiteral() || !WKT.equals(value.getDatatypeURI())) {
            throw new Unreadable(new Text(
                    "a geometry is a literal of the datatype <%s>".formatted(WKT),
                    "une géométrie est un littéral du type <%s>".formatted(WKT)));
        }
        String literal = value.asNode().getLiteralLexicalForm();
        if (literal.length() > LONGEST) {
            throw new Unreadable(new Text(
                    "a geometry of more than %d characters is not compared".formatted(LONGEST),
                    "une géométrie de plus de %d caractères n'est pas comparée".formatted(LONGEST)));
        }
        return new Place(literal, PreparedGeometryFactory.prepare(geometry(literal)));
    }

    private static Geometry geometry(String literal) throws Unreadable {
        String text = literal.strip();
        String system = "";
        if (text.startsWith("<")) {
            int end = text.indexOf('>');
            system = text.substring(1, Math.max(end, 1));
            text = text.substring(end + 1);
        }
        if (!system.isEmpty() && !LONGITUDE_FIRST.contains(system) && !LATITUDE_FIRST.contains(system)) {
            throw new Unreadable(new Text(
                    "places are compared in CRS 84 and EPSG 4326, not in <%s>".formatted(system),
                    "les lieux se comparent en CRS 84 et EPSG 4326, non en <%s>".formatted(system)));
        }
        Geometry geometry = parsed(text, literal);
        if (LATITUDE_FIRST.contains(system)) {
            geometry = new AffineTransformation(0, 1, 0, 1, 0, 0).transform(geometry);
        }
        OnEarth check = new OnEarth();
        geometry.apply(check);
        if (!check.holds) {
            throw new Unreadable(new Text(
                    "'%s' is not on Earth: WKT has the longitude first, then the latitude".formatted(shown(literal)),
                    "« %s » n'est pas sur Terre : WKT donne la longitude, puis la latitude".formatted(shown(literal))));
        }
        return geometry;
    }

    private static Geometry parsed(String text, String literal) throws Unreadable {
        Matcher point = POINT.matcher(text);
        try {
            return point.matches()
                    ? GEOMETRIES.createPoint(
                            new Coordinate(Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2))))
                    : new WKTReader().read(text);
        } catch (ParseException | IllegalArgumentException e) {
            throw new Unreadable(new Text(
                    "'%s' is no WKT; a point is POINT(2.35 48.85), longitude first".formatted(shown(literal)),
                    "« %s » n'est pas du WKT ; un point s'écrit POINT(2.35 48.85), longitude d'abord"
                            .formatted(shown(literal))));
        }
    }

    private static String shown(String literal) {
        return literal.length() > 80 ? literal.substring(0, 80) + "…" : literal;
    }

    Geometry geometry() {
        return prepared.getGeometry();
    }

    /**
     * {@return how far two places are from one another on the ellipsoid of WGS 84, in metres; 0 where they meet}
     *
     * <p>Exact for points. Of lines and surfaces, the points are taken that are nearest on a map around them.
     *
     * @throws Unreadable if one of them is empty
     */
    double metresTo(Place other) throws Unreadable {
        if (geometry().isEmpty() || other.geometry().isEmpty()) {
            throw new Unreadable(new Text("an empty geometry is nowhere", "une géométrie vide n'est nulle part"));
        }
        if (geometry() instanceof Point here && other.geometry() instanceof Point there) {
            return metres(here.getX(), here.getY(), there.getX(), there.getY());
        }
        double latitude = (geometry().getEnvelopeInternal().centre().y
                        + other.geometry().getEnvelopeInternal().centre().y)
                / 2;
        double scale = Math.max(Math.cos(Math.toRadians(latitude)), 1e-6);
        AffineTransformation map = AffineTransformation.scaleInstance(scale, 1);
        Coordinate[] nearest = DistanceOp.nearestPoints(map.transform(geometry()), map.transform(other.geometry()));
        return metres(nearest[0].x / scale, nearest[0].y, nearest[1].x / scale, nearest[1].y);
    }

    private static double metres(double fromX, double fromY, double toX, double toY) {
        return Geodesic.WGS84.Inverse(fromY, fromX, toY, toX, GeodesicMask.DISTANCE).s12;
    }

    /** Looks whether all of a geometry is between the poles, and at most once around. */
    private static final class OnEarth implements CoordinateSequenceFilter {
        private boolean holds = true;

        @Override
        public void filter(CoordinateSequence points, int i) {
            holds &= Math.abs(points.getX(i)) <= 360 && Math.abs(points.getY(i)) <= 90;
        }

        @Override
        public boolean isDone() {
            return !holds;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }
}
