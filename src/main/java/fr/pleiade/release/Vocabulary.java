package fr.pleiade.release;

/** The namespaces that manifests, catalogues and findings are written with. */
final class Vocabulary {
    /** Ours, for what PROV, DCAT and VoID have no word for. */
    static final String RELEASE = "https://w3id.org/pleiade/release#";

    static final String FINDING = "https://w3id.org/pleiade/finding#";
    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    static final String DCT = "http://purl.org/dc/terms/";
    static final String DCAT = "http://www.w3.org/ns/dcat#";
    static final String PROV = "http://www.w3.org/ns/prov#";
    static final String SPDX = "http://spdx.org/rdf/terms#";
    static final String VOID = "http://rdfs.org/ns/void#";
    static final String VOID_EXT = "http://ldf.fi/void-ext#";
    static final String SHACL = "http://www.w3.org/ns/shacl#";
    static final String FOAF = "http://xmlns.com/foaf/0.1/";

    private Vocabulary() {}
}
