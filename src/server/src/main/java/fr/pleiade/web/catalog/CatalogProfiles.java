package fr.pleiade.web.catalog;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.web.discovery.VoidDescription;
import fr.pleiade.web.http.Profile;
import fr.pleiade.web.http.Profiles;

/** The words in which the catalogue and its datasets can be described; all say the same, from the same graph. */
final class CatalogProfiles {
    private static final Profile DCAT_AP = new Profile("dcat-ap", "http://data.europa.eu/r5r/");
    private static final Profile SCHEMA = new Profile("schema", "https://schema.org/");
    private static final Profile VOID = new Profile("void", "http://rdfs.org/ns/void");

    static final Profiles OF_CATALOG = Profiles.of(DCAT_AP, SCHEMA, VOID);
    static final Profiles OF_DATASET = Profiles.of(DCAT_AP, SCHEMA);

    private CatalogProfiles() {}

    /** {@return what a DCAT description says, in the words of a profile} */
    static InMemoryGraph in(Profile profile, InMemoryGraph dcat, String base) {
        return profile.equals(SCHEMA)
                ? SchemaOrgGraph.of(dcat)
                : profile.equals(VOID) ? VoidDescription.of(dcat, base) : dcat;
    }
}
