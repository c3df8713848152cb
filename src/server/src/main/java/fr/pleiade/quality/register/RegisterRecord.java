package fr.pleiade.quality.register;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a register says of a thing.
 *
 * @param address the record's IRI, in canonical form
 * @param names all its names
 * @param label what it is called; {@code ""} if no path is declared to that, or the record says nothing
 * @param status what the register says of its being, in its own word; {@code ""} if it says nothing
 * @param places the places in which it is
 * @param isInactive whether the register says that it exists no more
 * @param parents the IRIs of what it is a part of
 * @param successors the IRIs of what came after it
 * @param codes for the IRI of each system, the codes that it gives, in the form of {@link RegisterFile.Forms}
 */
public record RegisterRecord(
        String address,
        List<String> names,
        String label,
        String status,
        List<String> places,
        boolean isInactive,
        List<String> parents,
        List<String> successors,
        Map<String, Set<String>> codes) {
    public RegisterRecord {
        names = List.copyOf(names);
        places = List.copyOf(places);
        parents = List.copyOf(parents);
        successors = List.copyOf(successors);
        codes = Map.copyOf(codes);
    }
}
