package fr.pleiade.web.http;

/**
 * An information model that a document can follow: which properties it has, whatever its syntax.
 *
 * @param token a short name for addresses: {@code dcat-ap}
 * @param iri what it is known by
 */
public record Profile(String token, String iri) {}
