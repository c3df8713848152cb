package fr.pleiade.quality.harvest;

/** Somebody who collects descriptions of datasets. */
public enum Harvester {
    DATA_GOUV("data.gouv.fr"),
    EUROPA("data.europa.eu"),
    CKAN("CKAN"),
    GOOGLE("Google Dataset Search");

    private final String title;

    Harvester(String title) {
        this.title = title;
    }

    /** {@return what it is called} */
    public String title() {
        return title;
    }
}
