package fr.pleiade.mapping.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The keys that a part of a sheet may have.
 *
 * @param what what the part is, for messages: {@code a column}
 * @param keys its keys, those of CSVW under CSVW's names
 * @param others short names, each with the key that it stands for
 */
record Words(String what, List<String> keys, Map<String, String> others) {
    static final String ABOUT_URL = "aboutUrl";
    static final String PROPERTY_URL = "propertyUrl";
    static final String VALUE_URL = "valueUrl";
    static final String DATATYPE = "datatype";
    static final String FORMAT = "format";
    static final String SEPARATOR = "separator";
    static final String NULL = "null";
    static final String MISSING = "missing";
    static final String DEFAULT = "default";
    static final String REQUIRED = "required";
    static final String LANG = "lang";
    static final String NAME = "name";
    static final String TITLES = "titles";
    static final String VIRTUAL = "virtual";
    static final String SUPPRESSED = "suppressOutput";
    static final String COLUMNS = "columns";
    static final String SCHEMA = "tableSchema";
    static final String PRIMARY_KEY = "primaryKey";
    static final String FOREIGN_KEYS = "foreignKeys";
    static final String NOTES = "notes";
    static final String URL = "url";
    static final String DIALECT = "dialect";
    static final String TABLES = "tables";
    static final String PREFIXES = "prefixes";
    static final String ABOUT = "about";
    static final String CLASS = "class";
    static final String IS = "is";
    static final String SKIP = "skip";
    static final String OPTIONAL = "optional";
    static final String LINK = "link";
    static final String LOOKUP = "lookup";
    static final String KINDS = "kinds";
    static final String OF = "of";
    static final String PARTS = "parts";
    static final String PARALLEL = "parallel";
    static final String MOST = "most";
    static final String CUBE = "cube";
    static final String DIMENSIONS = "dimensions";
    static final String UNIT = "unit";
    static final String ATTRIBUTES = "attributes";
    static final String STATUS = "status";
    static final String APART = "apart";
    static final String EACH = "each";
    static final String CODES = "codes";
    static final String CONCEPT = "concept";
    static final String SCALE = "scale";
    static final String TOTAL = "total";
    static final String SUM = "sum";
    static final String OVER = "over";
    static final String ALONG = "along";
    static final String WHERE = "where";
    static final String WHEN = "when";
    static final String UNLESS = "unless";
    static final String ONLY = "only";
    static final String EXCEPT = "except";
    static final String REPLACE = "replace";
    static final String WITH = "with";
    static final String THINGS = "things";
    static final String VALUE = "value";
    static final String ALSO = "also";
    static final String COUNTS = "counts";
    static final String COUNT = "count";
    static final String SHARE = "share";
    static final String FRENCH = "fr";
    static final String ENGLISH = "en";

    /** What a column has from its table where it says nothing itself. */
    static final List<String> INHERITED =
            List.of(ABOUT_URL, PROPERTY_URL, VALUE_URL, DATATYPE, SEPARATOR, NULL, MISSING, DEFAULT, REQUIRED, LANG);

    private static final Map<String, String> SHORT_INHERITED =
            Map.of("as", PROPERTY_URL, "type", DATATYPE, "list", SEPARATOR);

    static final Words TABLE = new Words(
            "a table",
            and(
                    INHERITED,
                    URL,
                    DIALECT,
                    NAME,
                    CLASS,
                    KINDS,
                    COLUMNS,
                    SCHEMA,
                    PRIMARY_KEY,
                    FOREIGN_KEYS,
                    WHEN,
                    UNLESS,
                    WITH,
                    THINGS,
                    COUNTS,
                    NOTES),
            Map.of("file", URL, "type", DATATYPE, "list", SEPARATOR));

    /** Of one table, or of several and what they have in common. */
    static final Words SHEET = new Words("a column sheet", and(TABLE.keys(), PREFIXES, ABOUT, TABLES), TABLE.others());

    static final Words TABLE_SCHEMA =
            new Words("a schema", and(INHERITED, COLUMNS, PRIMARY_KEY, FOREIGN_KEYS, CLASS, NOTES), SHORT_INHERITED);

    static final Words COLUMN = new Words(
            "a column",
            and(
                    INHERITED,
                    FORMAT,
                    NAME,
                    TITLES,
                    VIRTUAL,
                    SUPPRESSED,
                    IS,
                    SKIP,
                    OPTIONAL,
                    LINK,
                    LOOKUP,
                    VALUE,
                    REPLACE,
                    ONLY,
                    EXCEPT,
                    WHEN,
                    UNLESS,
                    CLASS,
                    WITH,
                    FRENCH,
                    ENGLISH,
                    NOTES),
            SHORT_INHERITED);

    static final Words KIND = new Words("a kind of rows", List.of(CLASS, ABOUT_URL), Map.of());

    static final Words WIDE = new Words(
            "a line for several columns",
            and(
                    INHERITED, FORMAT, NAME, CLASS, OF, PARTS, CUBE, SKIP, LOOKUP, REPLACE, ONLY, EXCEPT, WHEN, UNLESS,
                    WITH, FRENCH, ENGLISH, CONCEPT, SCALE, NOTES),
            SHORT_INHERITED);

    /** Of a part of the header of a wide table. */
    static final Words PART_WORDS =
            new Words("a part of a header", and(COLUMN.keys(), CODES, CONCEPT, SCALE), SHORT_INHERITED);

    static final Words CUBE_WORDS = new Words(
            "a cube",
            List.of(NAME, DIMENSIONS, ATTRIBUTES, UNIT, STATUS, APART, EACH, ALSO, FRENCH, ENGLISH),
            Map.of("as", NAME));

    static final Words EACH_WORDS = new Words(
            "one of several cubes", List.of(NAME, CODES, CONCEPT, SCALE, TOTAL, FRENCH, ENGLISH), Map.of("as", NAME));

    static final Words APART_WORDS =
            new Words("what is counted apart", List.of(NAME, WHEN, SUM, FRENCH, ENGLISH), Map.of("as", NAME));

    static final Words SUM_WORDS = new Words("what a total is the sum of", List.of(OVER, ALONG, WHERE), Map.of());

    static final Words MEANING_WORDS =
            new Words("what a column means in a cube", List.of(CODES, CONCEPT, SCALE), Map.of());

    static final Words COUNT_WORDS = new Words(
            "what counts rows", List.of(NAME, DIMENSIONS, COUNT, SHARE, ALSO, FRENCH, ENGLISH), Map.of("as", NAME));

    static final Words NUMBER_WORDS = new Words(
            "the number of what counts rows", List.of(OF, PROPERTY_URL, FRENCH, ENGLISH), Map.of("as", PROPERTY_URL));

    static final Words THING = new Words(
            "a thing beside the row's",
            List.of(ABOUT_URL, PROPERTY_URL, OF, CLASS, WHEN, UNLESS, WITH, COLUMNS, THINGS, NOTES, PARALLEL, MOST),
            Map.of("as", PROPERTY_URL));

    static final Words CONSTANT = new Words(
            "what is the same of all", List.of(VALUE_URL, DEFAULT, DATATYPE, FORMAT, LANG), Map.of("type", DATATYPE));

    static final Words TYPE = new Words("a datatype", List.of("base", FORMAT), Map.of());

    static final Words NUMBER_FORMAT =
            new Words("a format of numbers", List.of("pattern", "decimalChar", "groupChar"), Map.of());

    static final Words DIALECT_WORDS = new Words(
            "a dialect",
            List.of(
                    "encoding",
                    "delimiter",
                    "quoteChar",
                    "doubleQuote",
                    "header",
                    "headerRowCount",
                    "commentPrefix",
                    "skipRows",
                    "skipColumns",
                    "skipBlankRows",
                    "skipInitialSpace",
                    "trim",
                    "lineTerminators"),
            Map.of());

    static final Words ABOUT_WORDS = new Words(
            "the description of a dataset",
            List.of(
                    "title",
                    "description",
                    "licence",
                    "publisher",
                    "creator",
                    "version",
                    "keywords",
                    "theme",
                    "language",
                    "spatial",
                    "temporal",
                    "frequency",
                    "issued",
                    "modified",
                    "page",
                    "source",
                    "contact",
                    "download",
                    "personal"),
            Map.of("license", "licence", "keyword", "keywords", "contactPoint", "contact", "landingPage", "page"));

    static final Words CONTACT = new Words("a contact", List.of(NAME, FRENCH, ENGLISH, "email", URL), Map.of());

    static final Words REASON = new Words("a reason", List.of(FRENCH, ENGLISH), Map.of());

    static final Words PERIOD = new Words("a period", List.of("start", "end"), Map.of());

    static final Words CLASS_WORDS = new Words("a class", List.of("as", FRENCH, ENGLISH), Map.of());

    static final Words LINK_WORDS = new Words(
            "a link",
            List.of("to", "by", PROPERTY_URL, CLASS, "key", REQUIRED, FRENCH, ENGLISH),
            Map.of("as", PROPERTY_URL, "dataset", "to"));

    static final Words FOREIGN_KEY = new Words(
            "a foreign key",
            List.of("columnReference", "reference", PROPERTY_URL, REQUIRED, FRENCH, ENGLISH),
            Map.of("as", PROPERTY_URL));

    static final Words REFERENCE = new Words("a reference", List.of("resource", "columnReference", CLASS), Map.of());

    Words {
        keys = List.copyOf(keys);
        others = Map.copyOf(others);
    }

    private static List<String> and(List<String> some, String... more) {
        return Stream.concat(some.stream(), Arrays.stream(more)).toList();
    }

    /** {@return the key that a word stands for; the word itself where it is none} */
    String key(String word) {
        return others.getOrDefault(word, word);
    }
}
