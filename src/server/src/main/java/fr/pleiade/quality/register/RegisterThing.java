package fr.pleiade.quality.register;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A record of a register, as one that others may be.
 *
 * @param address the record's IRI, as the register writes it
 * @param names its names
 * @param acronyms those of its names that are initials
 * @param places what the places are called in which it is
 * @param sites the addresses of its web sites
 * @param kinds what it is, in the register's words
 * @param begun since when it is, or {@code ""}
 * @param ended until when it was; {@code ""} if it is still
 * @param codes by the name or IRI of each system, the codes that it gives, as it writes them
 */
public record RegisterThing(
        String address,
        List<String> names,
        List<String> acronyms,
        List<String> places,
        List<String> sites,
        List<String> kinds,
        String begun,
        String ended,
        Map<String, List<String>> codes) {
    public RegisterThing {
        names = List.copyOf(names);
        acronyms = List.copyOf(acronyms);
        places = List.copyOf(places);
        sites = List.copyOf(sites);
        kinds = List.copyOf(kinds);
        codes = new TreeMap<>(codes);
    }
}
