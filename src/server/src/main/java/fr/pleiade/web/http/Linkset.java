package fr.pleiade.web.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Typed links between resources, as a document of their own and as {@code Link} fields.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9264">RFC 9264, Linkset</a>
 */
public final class Linkset {
    /** The media type of {@link #members()} as JSON. */
    public static final String JSON = "application/linkset+json";

    /** The media type of {@link #toText()}. */
    public static final String TEXT = "application/linkset";

    private final List<Link> links = new ArrayList<>();

    /**
     * A link.
     *
     * @param type the media type of the target, or {@code ""} where that is not known
     */
    public record Link(String anchor, String relation, String target, String type) {
        /** {@return the target's address as it goes into a header or an element} */
        public String href() {
            return RequestPath.toUri(target);
        }

        String toField() {
            String field = "<%s>; rel=\"%s\"".formatted(href(), relation);
            return type.isEmpty() ? field : field + "; type=\"" + type + "\"";
        }

        Map<String, String> members() {
            return type.isEmpty() ? Map.of("href", href()) : new TreeMap<>(Map.of("href", href(), "type", type));
        }
    }

    /** Adds a link to a resource of a media type, or {@code ""} where that is not known; gives itself. */
    public Linkset link(String anchor, String relation, String target, String type) {
        links.add(new Link(anchor, relation, target, type));
        return this;
    }

    /** {@return the links of one anchor} */
    public List<Link> from(String anchor) {
        return links.stream().filter(link -> link.anchor().equals(anchor)).toList();
    }

    /** {@return the links of one anchor as values of {@code Link} fields} */
    public List<String> fields(String anchor) {
        return from(anchor).stream().map(Link::toField).toList();
    }

    /** {@return the document in the syntax of the field, with the anchors named} */
    public String toText() {
        return String.join(
                ",\n",
                links.stream()
                        .map(link -> link.toField() + "; anchor=\"" + RequestPath.toUri(link.anchor()) + "\"")
                        .toList());
    }

    /** {@return the document's JSON members} */
    public Map<String, Object> members() {
        Map<String, Map<String, List<Map<String, String>>>> byAnchor = new LinkedHashMap<>();
        for (Link link : links) {
            byAnchor.computeIfAbsent(link.anchor(), anchor -> new LinkedHashMap<>())
                    .computeIfAbsent(link.relation(), relation -> new ArrayList<>())
                    .add(link.members());
        }
        List<Map<String, Object>> contexts = new ArrayList<>();
        byAnchor.forEach((anchor, relations) -> {
            Map<String, Object> context = new LinkedHashMap<>();
            context.put("anchor", RequestPath.toUri(anchor));
            context.putAll(relations);
            contexts.add(context);
        });
        return Map.of("linkset", contexts);
    }
}
