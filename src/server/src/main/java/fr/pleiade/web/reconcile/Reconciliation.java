package fr.pleiade.web.reconcile;

import fr.pleiade.linking.names.Candidate;
import fr.pleiade.linking.names.Name;
import fr.pleiade.linking.names.NamedThing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Answers batches of queries. */
final class Reconciliation {
    private final Service service;

    Reconciliation(Service service) {
        this.service = service;
    }

    /** {@return the answer of version 0.2: the candidates by the keys of the queries} */
    Map<String, Object> answer02(List<Asked> queries) {
        Map<String, Object> answer = new LinkedHashMap<>();
        for (Asked asked : queries) {
            answer.put(
                    asked.key(),
                    Map.of(
                            "result",
                            candidates(asked).stream().map(this::candidate).toList()));
        }
        return answer;
    }

    /** {@return the answer of the draft of 1.0: the candidates in the order of the queries} */
    Map<String, Object> answer10(List<Asked> queries) {
        List<Map<String, Object>> results = new ArrayList<>();
        for (Asked asked : queries) {
            results.add(Map.of(
                    "candidates",
                    candidates(asked).stream().map(this::candidate).toList()));
        }
        return Map.of("results", results);
    }

    private List<Candidate> candidates(Asked asked) {
        List<Candidate> found = service.names().match(asked.query());
        if (found.isEmpty() && asked.isTypePreferred()) {
            found = service.names().match(asked.query().typed(service.types()));
        }
        return found.stream()
                .filter(candidate -> candidate.thing().types().containsAll(asked.mustHave()))
                .toList();
    }

    private Map<String, Object> candidate(Candidate candidate) {
        NamedThing thing = candidate.thing();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", thing.iri());
        json.put("name", name(thing, service.locale()));
        String description = description(candidate);
        if (!description.isEmpty()) {
            json.put("description", description);
        }
        json.put("score", Math.round(candidate.score() * 10) / 10.0);
        json.put("match", candidate.isMatch());
        json.put(
                "type",
                thing.types().stream()
                        .map(type -> Map.of("id", type, "name", service.name(type)))
                        .toList());
        List<Map<String, Object>> features = new ArrayList<>();
        candidate
                .parts()
                .forEach((part, value) -> features.add(Map.of(
                        "id", part.name().toLowerCase(Locale.ROOT),
                        "name", part.words().in(service.locale()),
                        "value", Math.round(value * 1000) / 1000.0)));
        json.put("features", features);
        return json;
    }

    /** {@return where the thing is, by which other name it was found, and when it ended} */
    private String description(Candidate candidate) {
        List<String> said = new ArrayList<>();
        String name = name(candidate.thing(), service.locale());
        Name matched = candidate.matched();
        if (!matched.text().equals(name) && matched.role() != Name.Role.HIDDEN) {
            said.add(matched.text());
        }
        candidate.thing().places().stream()
                .map(place -> place.iri().isEmpty() ? String.join(" ", place.names()) : service.name(place.iri()))
                .distinct()
                .limit(2)
                .forEach(said::add);
        if (!candidate.thing().ended().isEmpty()) {
            said.add("† " + candidate.thing().ended());
        }
        return String.join(" · ", said);
    }

    /** {@return what a thing is called in a language, else in another} */
    static String name(NamedThing thing, Locale locale) {
        return thing.name(locale.getLanguage()).text();
    }
}
