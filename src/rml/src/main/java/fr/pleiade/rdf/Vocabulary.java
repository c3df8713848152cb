package fr.pleiade.rdf;

/** The namespaces of the vocabularies that this program knows by name; what else there is, it takes as data. */
public final class Vocabulary {
    /** Ours, for what PROV, DCAT and VoID have no word for. */
    public static final String RELEASE = "https://w3id.org/pleiade/release#";

    public static final String FINDING = "https://w3id.org/pleiade/finding#";

    /** Ours, for link rules, and for the codes by which things are found. */
    public static final String LINK = "https://w3id.org/pleiade/link#";

    /** What the pages of a site say, and in which words. */
    public static final String PAGE = "https://w3id.org/pleiade/page#";

    public static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    public static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    /** The datatype of times and intervals of ISO 8601 as libraries write them. @see <a href="https://www.loc.gov/standards/datetime/">EDTF</a> */
    public static final String EDTF = "http://id.loc.gov/datatypes/edtf/EDTF";

    public static final String DCT = "http://purl.org/dc/terms/";
    public static final String DCAT = "http://www.w3.org/ns/dcat#";
    public static final String PROV = "http://www.w3.org/ns/prov#";
    public static final String SPDX = "http://spdx.org/rdf/terms#";
    public static final String VOID = "http://rdfs.org/ns/void#";
    public static final String VOID_EXT = "http://ldf.fi/void-ext#";
    public static final String SHACL = "http://www.w3.org/ns/shacl#";
    public static final String FOAF = "http://xmlns.com/foaf/0.1/";

    public static final String OWL = "http://www.w3.org/2002/07/owl#";
    public static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    public static final String ADMS = "http://www.w3.org/ns/adms#";
    public static final String GEO = "http://www.opengis.net/ont/geosparql#";
    public static final String LOCN = "http://www.w3.org/ns/locn#";
    public static final String ORG = "http://www.w3.org/ns/org#";
    public static final String SCHEMA = "http://schema.org/";
    public static final String CSVW = "http://www.w3.org/ns/csvw#";
    public static final String R2RML = "http://www.w3.org/ns/r2rml#";
    public static final String VCARD = "http://www.w3.org/2006/vcard/ns#";

    /** WGS 84, for coordinates that a thing has itself. */
    public static final String POSITION = "http://www.w3.org/2003/01/geo/wgs84_pos#";

    /** Syntaxes. */
    public static final String FORMATS = "http://www.w3.org/ns/formats/";

    public static final String EARL = "http://www.w3.org/ns/earl#";
    public static final String SERVICE = "http://www.w3.org/ns/sparql-service-description#";

    /** Profiles, and the representations that conform to them. */
    public static final String PROF = "http://www.w3.org/ns/dx/prof/";

    public static final String ALTR = "http://www.w3.org/ns/dx/connegp/altr#";
    public static final String ACTIVITY = "https://www.w3.org/ns/activitystreams#";
    public static final String POWDER = "http://www.w3.org/2007/05/powder-s#";
    /** Systems of identifiers, as sites declare them. */
    public static final String IDS = "https://w3id.org/pleiade/identifier#";

    public static final String QB = "http://purl.org/linked-data/cube#";

    /** The platform's own terms for cubes. */
    public static final String CUBE = "https://w3id.org/pleiade/cube#";

    /** Cubes as visualize.admin.ch opens them. */
    public static final String CUBE_LINK = "https://cube.link/";

    public static final String QUDT = "http://qudt.org/schema/qudt/";

    /** SDMX in RDF: attributes of observations, and their codes. */
    public static final String SDMX_ATTRIBUTE = "http://purl.org/linked-data/sdmx/2009/attribute#";

    public static final String SDMX_CODE = "http://purl.org/linked-data/sdmx/2009/code#";

    /** {@code rdf:type}. */
    public static final Term.Iri TYPE = new Term.Iri(RDF + "type");

    private Vocabulary() {}

    /** {@return what an IRI has after its last {@code #} or {@code /}} */
    public static String localName(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }
}
