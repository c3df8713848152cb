package fr.pleiade.release;

import fr.pleiade.findings.Text;

/** The stages of a publication, in the order in which they run. */
public enum Stage {
    ACQUIRE("Acquire the sources", "Acquérir les sources"),
    MAP("Map rows to triples", "Convertir les lignes en triplets"),
    LINK("Link to reference data", "Relier aux données de référence"),
    CHECK("Check what was made", "Vérifier le résultat"),
    INDEX("Index for SPARQL", "Indexer pour SPARQL"),
    SWITCH("Switch to the new release", "Basculer vers la nouvelle version");

    private final Text label;

    Stage(String en, String fr) {
        label = new Text(en, fr);
    }

    /** {@return what the stage does, as a person would say it} */
    public Text label() {
        return label;
    }
}
