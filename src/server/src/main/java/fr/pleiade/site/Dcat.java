package fr.pleiade.site;

/** The IRIs of DCAT and Dublin Core that a site's description is read with. */
final class Dcat {
    static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    static final String CATALOG = "http://www.w3.org/ns/dcat#Catalog";
    static final String DATASET = "http://www.w3.org/ns/dcat#Dataset";
    static final String TITLE = "http://purl.org/dc/terms/title";
    static final String DESCRIPTION = "http://purl.org/dc/terms/description";
    static final String LICENSE = "http://purl.org/dc/terms/license";

    private Dcat() {}
}
