package fr.pleiade.linking.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A thing out of an index, with what is worked out of it to compare it.
 *
 * @param thing the thing
 * @param words the words of each of its names, in their order
 * @param keys the same, each as one text
 * @param starts each name as one text of folded words
 * @param placeWords the words of the names of its places
 * @param codes its codes as terms of {@link Fields#CODE}
 */
record ReadThing(
        NamedThing thing,
        List<List<String>> words,
        List<String> keys,
        List<String> starts,
        List<String> placeWords,
        Set<String> codes) {
    ReadThing {
        words = List.copyOf(words);
        keys = List.copyOf(keys);
        starts = List.copyOf(starts);
        placeWords = List.copyOf(placeWords);
        codes = Set.copyOf(codes);
    }

    static ReadThing of(NamedThing thing, NameWords words) {
        List<List<String>> each =
                thing.names().stream().map(name -> words.of(name.text())).toList();
        List<String> places = new ArrayList<>();
        for (NamedThing.Place place : thing.places()) {
            place.names().forEach(name -> places.addAll(words.of(name)));
        }
        return new ReadThing(
                thing,
                each,
                each.stream().map(name -> String.join(" ", name)).toList(),
                thing.names().stream().map(name -> Fields.start(name.text())).toList(),
                places.stream().distinct().toList(),
                Fields.codes(thing));
    }
}
