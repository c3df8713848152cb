package fr.pleiade.web.reconcile;

import fr.pleiade.linking.names.NameResults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the service says of itself, in either version of the protocol. */
final class ServiceManifest {
    /** How many queries a batch may have at least; larger ones are answered up to {@link QueryReader#MOST_QUERIES}. */
    static final int BATCH = 50;

    private static final List<String> VERSIONS = List.of("0.2", "1.0-draft");
    private static final int DEFAULT_TYPES = 12;
    private static final int WIDTH = 430;
    private static final int HEIGHT = 260;

    private final Service service;

    ServiceManifest(Service service) {
        this.service = service;
    }

    Map<String, Object> of02() {
        Map<String, Object> manifest = common();
        String base = service.holdings().base();
        manifest.put("identifierSpace", service.holdings().identifierSpace());
        manifest.put("schemaSpace", service.holdings().schemaSpace());
        manifest.put("view", Map.of("url", base + Service.ROOT + "/view?id={{id}}"));
        manifest.put("suggest", suggest());
        manifest.put(
                "preview", Map.of("url", base + Service.ROOT + "/preview?id={{id}}", "width", WIDTH, "height", HEIGHT));
        manifest.put(
                "extend",
                Map.of(
                        "propose_properties",
                        Map.of("service_url", service.address(""), "service_path", "/extend/propose"),
                        "property_settings",
                        List.of(Map.of(
                                "type", "number",
                                "default", 0,
                                "label", "limit",
                                "name", "limit",
                                "help_text", "0: all values"))));
        return manifest;
    }

    private Map<String, Object> suggest() {
        Map<String, Object> suggest = new LinkedHashMap<>();
        for (String kind : List.of("entity", "property", "type")) {
            suggest.put(
                    kind,
                    Map.of(
                            "service_url", service.address(""),
                            "service_path", "/suggest/" + kind,
                            "flyout_service_url", service.holdings().base() + Service.ROOT,
                            "flyout_service_path", "/flyout/" + kind + "?id=${id}"));
        }
        return suggest;
    }

    Map<String, Object> of10() {
        Map<String, Object> manifest = common();
        manifest.put("view", Map.of("url", service.holdings().base() + Service.ROOT + "/view?id={id}"));
        manifest.put("suggest", Map.of("entity", true, "property", true, "type", true));
        manifest.put("preview", Map.of("width", WIDTH, "height", HEIGHT));
        manifest.put("extend", Map.of("proposeProperties", true));
        manifest.put("standardizedScore", true);
        manifest.put("lang", service.locale().getLanguage());
        return manifest;
    }

    private Map<String, Object> common() {
        Map<String, Object> manifest = new LinkedHashMap<>();
        String title = service.holdings().title(service.locale());
        manifest.put("versions", VERSIONS);
        manifest.put("name", service.type().isEmpty() ? title : title + ": " + service.name(service.type()));
        manifest.put("documentation", service.holdings().base() + "api");
        manifest.put("serviceVersion", fr.pleiade.release.Software.NAME);
        manifest.put("batchSize", BATCH);
        manifest.put("defaultTypes", defaultTypes());
        return manifest;
    }

    private List<Map<String, String>> defaultTypes() {
        List<String> types = service.type().isEmpty()
                ? new Types(service.holdings())
                        .all().stream()
                                .limit(DEFAULT_TYPES)
                                .map(NameResults.Count::value)
                                .toList()
                : service.types();
        return types.stream()
                .map(type -> Map.of("id", type, "name", service.name(type)))
                .toList();
    }
}
