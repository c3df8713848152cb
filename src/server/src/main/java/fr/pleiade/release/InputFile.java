package fr.pleiade.release;

/**
 * A file that a release was made from.
 *
 * @param role what it was to the release
 * @param name its name, relative to the sources folder or to the mappings folder
 * @param bytes its size
 * @param sha256 its digest, 64 lower-case hexadecimal digits
 */
public record InputFile(Role role, String name, long bytes, String sha256) {
    public enum Role {
        SOURCE,
        MAPPING,
        ONTOLOGY
    }
}
