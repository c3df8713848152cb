package fr.pleiade.linking.names;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A thing with all that it is found by.
 *
 * @param iri the thing
 * @param graph the slug of the graph that names it
 * @param names its names, each once
 * @param types its classes, and the classes that these are kinds of
 * @param codes its identifiers in their canonical form
 * @param places where it is: other things, and names of places
 * @param kinds what it is besides its classes
 * @param point a point or an area in WKT, or {@code ""}
 * @param begun when it came to be, or {@code ""}
 * @param ended when it ceased to be, or {@code ""}
 * @param hosts the names of its web sites, without {@code www.}
 */
public record NamedThing(
        String iri,
        String graph,
        List<Name> names,
        List<String> types,
        List<Code> codes,
        List<Place> places,
        List<Kind> kinds,
        String point,
        String begun,
        String ended,
        List<String> hosts) {
    public NamedThing {
        names = List.copyOf(names);
        types = List.copyOf(types);
        codes = List.copyOf(codes);
        places = List.copyOf(places);
        kinds = List.copyOf(kinds);
        hosts = List.copyOf(hosts);
    }

    /** {@return what it is called in a language, else without one, else in another} */
    public Name name(String language) {
        List<Name> preferred = names.stream()
                .filter(name -> name.role() == Name.Role.PREFERRED)
                .toList();
        List<Name> shown = preferred.isEmpty() ? names : preferred;
        return shown.stream()
                .filter(name -> name.language().equals(language))
                .findFirst()
                .or(() ->
                        shown.stream().filter(name -> name.language().isEmpty()).findFirst())
                .orElse(shown.get(0));
    }

    /** {@return what its places are called} */
    public List<String> placeNames() {
        return places.stream().flatMap(place -> place.names().stream()).toList();
    }

    /** {@return the name of a web site, as {@link #hosts} has it; nothing of what is no address of one} */
    public static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(URI.create(address.strip()).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * An identifier.
     *
     * @param system the notation of its system, or {@code ""} if that is not known
     * @param code its canonical form
     */
    public record Code(String system, String code) {}

    /**
     * Where a thing is.
     *
     * @param property the property that says so
     * @param iri the place, or {@code ""} if only its name is known
     * @param names what it is called
     */
    public record Place(String property, String iri, List<String> names) {
        public Place {
            names = List.copyOf(names);
        }
    }

    /**
     * What a thing is.
     *
     * @param property the property that says so
     * @param iri the concept
     */
    public record Kind(String property, String iri) {}
}
