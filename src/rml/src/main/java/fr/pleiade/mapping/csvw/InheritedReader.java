package fr.pleiade.mapping.csvw;

import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.bytes.LanguageTag;
import fr.pleiade.mapping.datatype.Builtin;
import fr.pleiade.mapping.datatype.Format;
import fr.pleiade.mapping.datatype.NumberFormat;
import fr.pleiade.mapping.json.JsonTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads inherited properties and datatypes. */
final class InheritedReader {
    private static final Set<String> DATATYPE = Set.of(
            "base",
            "format",
            "length",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "minInclusive",
            "maxInclusive",
            "minExclusive",
            "maxExclusive");

    private static final Map<String, String> BOUNDS = Map.of(
            "minimum", "minInclusive",
            "maximum", "maxInclusive",
            "minInclusive", "minInclusive",
            "maxInclusive", "maxInclusive",
            "minExclusive", "minExclusive",
            "maxExclusive", "maxExclusive");

    private final Remarks remarks;

    InheritedReader(Remarks remarks) {
        this.remarks = remarks;
    }

    /** {@return what a description says, and what it inherits where it says nothing} */
    Inherited read(Properties properties, Inherited parent) {
        properties
                .find("textDirection")
                .filter(d -> !Set.of("ltr", "rtl", "auto", "inherit").contains(d.text()))
                .ifPresent(
                        d -> remarks.warn(d, "textDirection is %s, expected ltr, rtl, auto or inherit", d.describe()));
        return new Inherited(
                template(properties, "aboutUrl", parent.aboutUrl()),
                template(properties, "propertyUrl", parent.propertyUrl()),
                template(properties, "valueUrl", parent.valueUrl()),
                properties.find("datatype").map(this::datatype).orElse(parent.datatype()),
                properties.text("default").orElse(parent.byDefault()),
                language(properties, parent.language()),
                nulls(properties, parent.nulls()),
                properties.flag("ordered").orElse(parent.isOrdered()),
                properties.flag("required").orElse(parent.isRequired()),
                separator(properties, parent.separator()));
    }

    /** A template that is no text is taken for an empty one. */
    private List<UriTemplate> template(Properties properties, String name, List<UriTemplate> inherited) {
        Optional<JsonTree> value = properties.find(name);
        if (value.isEmpty()) {
            return inherited;
        }
        return List.of(new UriTemplate(properties.text(name).orElse("")));
    }

    private String language(Properties properties, String inherited) {
        Optional<JsonTree> value = properties.find("lang");
        Optional<String> language = value.filter(JsonTree::isString).map(JsonTree::text);
        if (value.isPresent() && language.filter(LanguageTag::isWellFormed).isEmpty()) {
            remarks.warn(
                    value.get(),
                    "lang is %s, expected a language tag: passed over",
                    value.get().describe());
            return inherited;
        }
        return language.orElse(inherited);
    }

    private List<String> nulls(Properties properties, List<String> inherited) {
        Optional<JsonTree> value = properties.find("null");
        if (value.isEmpty()) {
            return inherited;
        }
        List<String> nulls = new ArrayList<>();
        for (JsonTree item : value.get().each()) {
            if (item.isString()) {
                nulls.add(item.text());
            } else {
                remarks.warn(item, "null is %s, expected a string: passed over", item.describe());
            }
        }
        return nulls.isEmpty() ? inherited : nulls;
    }

    private List<String> separator(Properties properties, List<String> inherited) {
        Optional<JsonTree> value = properties.find("separator");
        if (value.isEmpty()) {
            return inherited;
        }
        return value.get().kind() == JsonTree.Kind.NULL
                ? List.of()
                : properties.text("separator").map(List::of).orElse(List.of());
    }

    /** {@return the datatype of a value; a string where it is none} */
    private DatatypeRule datatype(JsonTree value) {
        if (value.isString()) {
            return new DatatypeRule(base(value), "", format(value, base(value)), Limits.NONE);
        }
        if (!value.isObject()) {
            remarks.warn(value, "datatype is %s, expected a name or a description: a string", value.describe());
            return DatatypeRule.STRING;
        }
        Properties properties = new Properties(value, "Datatype", DATATYPE, false, remarks);
        properties
                .find("@id")
                .filter(id -> Builtin.named(id.text()).isPresent())
                .ifPresent(id -> {
                    throw remarks.error(id, "@id is the name of a datatype of CSVW, expected an IRI of one's own");
                });
        Builtin base = properties.find("base").map(this::base).orElse(DatatypeRule.STRING.base());
        Limits limits = limits(properties);
        String contradiction = limits.contradiction(base);
        if (!contradiction.isEmpty()) {
            throw remarks.error(value, "%s", contradiction);
        }
        Optional<JsonTree> id = properties.find("@id");
        boolean isDatatype = id.filter(i -> IriSyntax.isDatatype(i.text())).isPresent();
        if (id.isPresent() && !isDatatype) {
            remarks.warn(
                    id.get(),
                    "@id is %s, expected the IRI of a datatype: passed over",
                    id.get().describe());
        }
        String own = isDatatype ? id.map(JsonTree::text).orElse("") : "";
        return new DatatypeRule(base, own, format(value, base), limits);
    }

    private Builtin base(JsonTree name) {
        Optional<Builtin> known = Builtin.named(name.text()).filter(b -> name.isString());
        if (known.isEmpty()) {
            remarks.warn(
                    name,
                    IriSyntax.isIri(name.text())
                            ? "the datatype %s is not looked up, since nothing is fetched: a string"
                            : "the datatype %s is none of CSVW's: a string",
                    name.describe());
        }
        return known.orElse(DatatypeRule.STRING.base());
    }

    private Limits limits(Properties properties) {
        Map<String, Integer> lengths = new HashMap<>();
        for (String name : List.of("length", "minLength", "maxLength")) {
            properties.count(name).ifPresent(count -> lengths.put(name, count));
        }
        Map<String, String> bounds = new HashMap<>();
        BOUNDS.forEach((name, bound) -> properties.find(name).ifPresent(value -> bounds.put(bound, value.text())));
        return new Limits(lengths, bounds);
    }

    /** {@return the format of a datatype; its lexical forms where what is said is none} */
    private Format format(JsonTree datatype, Builtin base) {
        Optional<JsonTree> format = datatype.member("format");
        boolean isNumber = base.kind() == Builtin.Kind.DECIMAL || base.kind() == Builtin.Kind.DOUBLE;
        try {
            return isNumber && format.filter(f -> !f.isString()).isPresent()
                    ? number(format.get(), base)
                    : Format.of(base, format.map(InheritedReader::pattern).orElse(""), ".", "");
        } catch (IllegalArgumentException e) {
            remarks.warn(datatype, "format: %s: passed over", String.valueOf(e.getMessage()));
            return isNumber ? NumberFormat.parse("", ".", "", base.kind() == Builtin.Kind.DOUBLE) : Format.LEXICAL;
        }
    }

    private static String pattern(JsonTree format) {
        if (!format.isString() || format.text().isEmpty()) {
            throw new IllegalArgumentException(format.describe() + " is not a format");
        }
        return format.text();
    }

    private static Format number(JsonTree format, Builtin base) {
        return NumberFormat.parse(
                format.member("pattern").map(JsonTree::text).orElse(""),
                format.member("decimalChar").map(JsonTree::text).orElse("."),
                format.member("groupChar").map(JsonTree::text).orElse(""),
                base.kind() == Builtin.Kind.DOUBLE);
    }
}
