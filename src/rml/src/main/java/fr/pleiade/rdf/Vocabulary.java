package fr.pleiade.rdf;

/** The namespaces that manifests, catalogues and findings are written with. */
public final class Vocabulary {
    /** Ours, for what PROV, DCAT and VoID have no word for. */
    public static final String RELEASE = "https://w3id.org/pleiade/release#";

    public static final String FINDING = "https://w3id.org/pleiade/finding#";
    public static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    public static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    public static final String DCT = "http://purl.org/dc/terms/";
    public static final String DCAT = "http://www.w3.org/ns/dcat#";
    public static final String PROV = "http://www.w3.org/ns/prov#";
    public static final String SPDX = "http://spdx.org/rdf/terms#";
    public static final String VOID = "http://rdfs.org/ns/void#";
    public static final String VOID_EXT = "http://ldf.fi/void-ext#";
    public static final String SHACL = "http://www.w3.org/ns/shacl#";
    public static final String FOAF = "http://xmlns.com/foaf/0.1/";

    private Vocabulary() {}
}
