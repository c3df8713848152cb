package fr.pleiade.mapping.csvw;

import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.mapping.json.JsonTree;
import fr.pleiade.mapping.model.MappingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The properties of one description: those that it may have, and common ones. What is not of its kind is passed over, with a word. */
final class Properties {
    static final Set<String> INHERITED = Set.of(
            "aboutUrl",
            "datatype",
            "default",
            "lang",
            "null",
            "ordered",
            "propertyUrl",
            "required",
            "separator",
            "textDirection",
            "valueUrl");

    private final JsonTree description;
    private final Remarks remarks;
    private final Map<String, JsonTree> common = new LinkedHashMap<>();

    /**
     * @param type what {@code @type} must be, where it is given
     * @throws MappingException if the description is of another type, has a blank node for its {@code @id}, or a common property with a
     *     value that it cannot have
     */
    Properties(JsonTree description, String type, Set<String> allowed, boolean inherits, Remarks remarks) {
        this.description = description;
        this.remarks = remarks;
        description.members().forEach((name, value) -> {
            if (Context.isCommon(name)) {
                Annotations.check(value, remarks);
                common.put(name, value);
            } else if (!name.startsWith("@") && !allowed.contains(name) && !(inherits && INHERITED.contains(name))) {
                remarks.warn(
                        value,
                        "%s is not a property of a %s%s: passed over",
                        name,
                        type,
                        Spelling.closest(name, allowed)
                                .map(close -> " (did you mean " + close + "?)")
                                .orElse(""));
            }
        });
        description.member("@type").filter(t -> !t.text().equals(type)).ifPresent(t -> {
            throw remarks.error(t, "@type is %s, expected %s", t.describe(), type);
        });
        description.member("@id").ifPresent(id -> {
            if (!id.isString() || id.text().startsWith("_:")) {
                throw remarks.error(id, "@id is %s, expected an address", id.describe());
            }
        });
    }

    /** {@return the common properties, in their order} */
    Map<String, JsonTree> common() {
        return common;
    }

    /** {@return the description's IRI; {@code ""} if it has none} */
    String id(Context context) {
        return description.member("@id").map(id -> context.resolve(id.text())).orElse("");
    }

    Optional<JsonTree> find(String name) {
        return description.member(name);
    }

    /** {@return a text; one of another kind is passed over} */
    Optional<String> text(String name) {
        return of(name, JsonTree.Kind.STRING, "a string").map(JsonTree::text);
    }

    /** {@return a boolean; one of another kind is passed over} */
    Optional<Boolean> flag(String name) {
        return of(name, JsonTree.Kind.BOOLEAN, "true or false")
                .map(value -> value.text().equals("true"));
    }

    /** {@return a number that is not negative; anything else is passed over} */
    Optional<Integer> count(String name) {
        return of(name, JsonTree.Kind.NUMBER, "a number")
                .filter(value -> {
                    boolean isCount = value.text().matches("[0-9]{1,9}");
                    if (!isCount) {
                        remarks.warn(value, "%s is %s, expected a number from 0: passed over", name, value.text());
                    }
                    return isCount;
                })
                .map(value -> Integer.parseInt(value.text()));
    }

    private Optional<JsonTree> of(String name, JsonTree.Kind kind, String expected) {
        Optional<JsonTree> value = find(name);
        if (value.isPresent() && value.get().kind() != kind) {
            remarks.warn(
                    value.get(),
                    "%s is %s, expected %s: passed over",
                    name,
                    value.get().describe(),
                    expected);
            return Optional.empty();
        }
        return value;
    }
}
