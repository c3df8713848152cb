package fr.pleiade.bench;

import fr.pleiade.linking.names.Name;
import fr.pleiade.linking.names.NamedThing;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.RowBlock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables that {@link NamesBenchmark} matches: a register's records, and institutions of which many are in it. */
final class NamedTables {
    private static final String TOWN = "http://localhost:8080/town";

    private NamedTables() {}

    /**
     * Things that rows are matched against.
     *
     * @param related by a thing's IRI, those of the things that come before or after it
     * @param codes by a thing's IRI, its codes in other registers, which are not compared
     */
    record Register(List<NamedThing> things, Map<String, Set<String>> related, Map<String, Set<String>> codes) {
        Map<String, NamedThing> byIri() {
            return things.stream().collect(Collectors.toMap(NamedThing::iri, thing -> thing, (one, other) -> other));
        }

        boolean isRelated(String thing, String other) {
            return related.getOrDefault(thing, Set.of()).contains(other);
        }
    }

    /**
     * An institution.
     *
     * @param key its own key
     * @param truth the record that it is, as the file says, or {@code ""}
     * @param half the key by which it belongs to one half
     * @param codes its codes in other registers, which are not compared
     */
    record Row(
            String key,
            String truth,
            String half,
            List<String> names,
            List<String> towns,
            List<String> hosts,
            String point,
            Set<String> codes) {
        boolean isFitted() {
            return Math.floorMod(half.hashCode(), 2) == 0;
        }

        /** {@return the same row, whose pair is the one with its key in another year} */
        Row keyed() {
            return new Row(key, key, half, names, towns, hosts, point, codes);
        }

        NamedThing asThing() {
            List<Name> all = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                all.add(new Name(names.get(i), "fr", i == 0 ? Name.Role.PREFERRED : Name.Role.ALTERNATIVE));
            }
            return new NamedThing(
                    key,
                    "rows",
                    all,
                    List.of(),
                    List.of(),
                    List.of(new NamedThing.Place(TOWN, "", towns)),
                    List.of(),
                    point,
                    "",
                    "",
                    hosts);
        }
    }

    /** {@return the rows of a table of institutions, of either year's headers} */
    static List<Row> rows(Path csv) {
        List<Row> rows = new ArrayList<>();
        try (CsvFile file = CsvFile.open(csv.getFileName().toString(), csv, Dialect.RFC_4180.withDelimiter(";"))) {
            List<String> header = file.header();
            fr.pleiade.sources.Row row = new fr.pleiade.sources.Row(List.of());
            for (Optional<RowBlock> block = file.nextBlock(); block.isPresent(); block = file.nextBlock()) {
                while (block.get().next(row)) {
                    Map<String, String> cells = new LinkedHashMap<>();
                    for (int i = 0; i < row.size(); i++) {
                        cells.put(header.get(i), row.text(i).strip());
                    }
                    rows.add(row(cells));
                }
            }
        }
        return rows;
    }

    private static Row row(Map<String, String> cells) {
        Set<String> names = new LinkedHashSet<>();
        for (String column : List.of(
                "uo_lib",
                "libellé",
                "nom_court",
                "nom court",
                "sigle",
                "uo_lib_officiel",
                "libellé officiel",
                "uo_lib_en",
                "libellé anglais")) {
            names.add(cells.getOrDefault(column, ""));
        }
        names.remove("");
        String town = first(cells, "com_nom", "Commune").replaceFirst("\\s+\\d+er?$", "");
        String[] point = first(cells, "coordonnees", "géolocalisation").split(",");
        String key = first(cells, "etablissement_id_paysage", "identifiant interne");
        String code = first(cells, "identifiant_ror", "Identifiant ROR");
        return new Row(
                key,
                code.isEmpty() ? "" : "https://ror.org/" + code,
                key,
                List.copyOf(names),
                town.isEmpty() ? List.of() : List.of(town),
                host(first(cells, "url", "site internet")),
                point.length < 2 ? "" : "POINT(%s %s)".formatted(point[1].strip(), point[0].strip()),
                codes(List.of(
                        first(cells, "identifiant_wikidata", "Identifiant wikidata"),
                        first(cells, "identifiant_isni", "Identifiant ISNI"),
                        first(cells, "identifiant_grid"))));
    }

    /** {@return codes without blanks; those that are empty are none} */
    private static Set<String> codes(List<String> texts) {
        return texts.stream()
                .map(text -> text.replaceAll("\\s", ""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
    }

    /** {@return the codes of a record in Wikidata, ISNI and GRID, of both schemas} */
    private static Set<String> codes(JsonNode record) {
        List<String> all = new ArrayList<>();
        JsonNode given = record.path("external_ids");
        if (given.isArray()) {
            given.forEach(system -> system.path("all").forEach(code -> all.add(code.asString(""))));
        } else {
            for (String system : List.of("Wikidata", "ISNI", "GRID")) {
                JsonNode codes = given.path(system).path("all");
                if (codes.isArray()) {
                    codes.forEach(code -> all.add(code.asString("")));
                } else {
                    all.add(codes.asString(""));
                }
            }
        }
        return codes(all);
    }

    private static String first(Map<String, String> cells, String... columns) {
        for (String column : columns) {
            String value = cells.getOrDefault(column, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static List<String> host(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null
                    ? List.of()
                    : List.of(host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** {@return the records of the register that were not withdrawn, of both of its schemas} */
    static Register register(Path jsonLines) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        List<NamedThing> things = new ArrayList<>();
        Map<String, Set<String>> related = new HashMap<>();
        Map<String, Set<String>> codes = new HashMap<>();
        for (String line : Files.readAllLines(jsonLines)) {
            JsonNode record = json.readTree(line);
            String status = record.get("status").asString();
            for (JsonNode relation : record.get("relationships")) {
                String type = relation.get("type").asString().toLowerCase(Locale.ROOT);
                if (type.equals("successor") || type.equals("predecessor")) {
                    related.computeIfAbsent(record.get("id").asString(), id -> new LinkedHashSet<>())
                            .add(relation.get("id").asString());
                }
            }
            if (!status.equals("withdrawn")) {
                codes.put(record.get("id").asString(), codes(record));
                things.add(record.has("names") ? second(record, status) : first(record, status));
            }
        }
        return new Register(things, related, codes);
    }

    private static NamedThing second(JsonNode record, String status) {
        List<Name> names = new ArrayList<>();
        for (JsonNode name : record.get("names")) {
            String types = name.get("types").toString();
            names.add(new Name(
                    name.get("value").asString(),
                    name.get("lang").isNull() ? "" : name.get("lang").asString(),
                    types.contains("label")
                            ? Name.Role.PREFERRED
                            : types.contains("acronym") ? Name.Role.ACRONYM : Name.Role.ALTERNATIVE));
        }
        List<String> hosts = new ArrayList<>();
        for (JsonNode link : record.get("links")) {
            if (link.get("type").asString().equals("website")) {
                hosts.addAll(host(link.get("value").asString()));
            }
        }
        List<NamedThing.Place> places = new ArrayList<>();
        String point = "";
        for (JsonNode location : record.get("locations")) {
            JsonNode details = location.get("geonames_details");
            places.add(
                    new NamedThing.Place(TOWN, "", List.of(details.get("name").asString())));
            point = "POINT(%s %s)"
                    .formatted(details.get("lng").asString(), details.get("lat").asString());
        }
        return thing(
                record,
                names,
                places,
                point,
                record.at("/admin/created/date").asString(),
                status.equals("active")
                        ? ""
                        : record.at("/admin/last_modified/date").asString(),
                hosts);
    }

    private static NamedThing first(JsonNode record, String status) {
        List<Name> names = new ArrayList<>();
        names.add(new Name(record.get("name").asString(), "", Name.Role.PREFERRED));
        record.get("labels")
                .forEach(label -> names.add(new Name(label.get("label").asString(), "", Name.Role.PREFERRED)));
        record.get("aliases").forEach(name -> names.add(new Name(name.asString(), "", Name.Role.ALTERNATIVE)));
        record.get("acronyms").forEach(name -> names.add(new Name(name.asString(), "", Name.Role.ACRONYM)));
        List<String> hosts = new ArrayList<>();
        record.get("links").forEach(link -> hosts.addAll(host(link.asString())));
        List<NamedThing.Place> places = new ArrayList<>();
        String point = "";
        for (JsonNode address : record.get("addresses")) {
            places.add(
                    new NamedThing.Place(TOWN, "", List.of(address.get("city").asString())));
            point = "POINT(%s %s)"
                    .formatted(address.get("lng").asString(), address.get("lat").asString());
        }
        return thing(record, names, places, point, "", status.equals("active") ? "" : "2022", hosts);
    }

    private static NamedThing thing(
            JsonNode record,
            List<Name> names,
            List<NamedThing.Place> places,
            String point,
            String begun,
            String ended,
            List<String> hosts) {
        return new NamedThing(
                record.get("id").asString(),
                "register",
                names,
                List.of(),
                List.of(),
                places,
                List.of(),
                point,
                begun,
                ended,
                hosts);
    }
}
