package fr.pleiade.inbox;

/**
 * One way in which something is used; how often is counted.
 *
 * @param dataset the slug of the dataset, {@code ""} for what is of none
 * @param kind what was had of it: {@code page}, {@code document}, {@code download}, {@code slice}
 * @param format the media type
 */
public record Use(String dataset, String kind, String format, Client client) {}
