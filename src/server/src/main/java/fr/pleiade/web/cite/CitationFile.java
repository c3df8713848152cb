package fr.pleiade.web.cite;

import fr.pleiade.web.page.Citation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A citation in the formats of reference managers.
 *
 * @see <a href="https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html">CSL-JSON</a>
 * @see <a href="https://en.wikipedia.org/wiki/RIS_(file_format)">RIS</a>
 */
record CitationFile(Citation citation) {
    /** {@return the entry in BibTeX, of the type that every style knows; UTF-8, as biber reads it} */
    String bibTeX() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("author", citation.publisher());
        fields.put("title", citation.title());
        fields.put("booktitle", citation.container());
        fields.put("publisher", citation.publisher());
        fields.put("year", Integer.toString(citation.day().getYear()));
        fields.put("date", citation.day().toString());
        fields.put("version", citation.version());
        fields.put("note", citation.license());
        StringBuilder entry = new StringBuilder("@misc{" + key());
        fields.forEach((name, value) -> {
            if (!value.isEmpty()) {
                entry.append(",\n  ")
                        .append(name)
                        .append(" = {")
                        .append(braced(name, value))
                        .append('}');
            }
        });
        return entry.append(",\n  url = {")
                .append(citation.address())
                .append("}\n}\n")
                .toString();
    }

    /** A title keeps its capitals, and a body is no person with a first name. */
    private static String braced(String name, String value) {
        boolean isWhole = name.equals("title") || name.equals("author");
        return isWhole ? "{" + escaped(value) + "}" : escaped(value);
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        for (char c : line(value).toCharArray()) {
            switch (c) {
                case '\\' -> text.append("\\textbackslash{}");
                case '~' -> text.append("\\textasciitilde{}");
                case '^' -> text.append("\\textasciicircum{}");
                case '&', '%', '$', '#', '_', '{', '}' -> text.append('\\').append(c);
                default -> text.append(c);
            }
        }
        return text.toString();
    }

    private String key() {
        return (citation.of() + "-" + citation.version()).replaceAll("[^A-Za-z0-9-]+", "-");
    }

    String ris() {
        List<String> lines = new ArrayList<>(List.of("TY  - DATA"));
        add(lines, "AU", citation.publisher());
        add(lines, "TI", citation.title());
        add(lines, "T2", citation.container());
        add(lines, "PB", citation.publisher());
        add(lines, "PY", Integer.toString(citation.day().getYear()));
        add(lines, "DA", citation.day().toString().replace('-', '/'));
        add(lines, "ET", citation.version());
        add(lines, "UR", citation.address());
        add(lines, "LA", citation.language());
        add(lines, "N1", citation.license());
        lines.add("ER  - ");
        return String.join("\r\n", lines) + "\r\n";
    }

    private static void add(List<String> lines, String tag, String value) {
        if (!value.isEmpty()) {
            lines.add(tag + "  - " + line(value));
        }
    }

    /** {@return the members of the one item of a CSL-JSON list} */
    Map<String, Object> csl() {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", key());
        item.put("type", "dataset");
        item.put("title", line(citation.title()));
        if (!citation.container().isEmpty()) {
            item.put("container-title", line(citation.container()));
        }
        if (!citation.publisher().isEmpty()) {
            item.put("author", List.of(Map.of("literal", line(citation.publisher()))));
            item.put("publisher", line(citation.publisher()));
        }
        item.put(
                "issued",
                Map.of(
                        "date-parts",
                        List.of(List.of(
                                citation.day().getYear(),
                                citation.day().getMonthValue(),
                                citation.day().getDayOfMonth()))));
        item.put("version", citation.version());
        item.put("URL", citation.address());
        item.put("language", citation.language());
        if (!citation.license().isEmpty()) {
            item.put("license", line(citation.license()));
        }
        return item;
    }

    private static String line(String value) {
        return value.replaceAll("\\s+", " ").strip();
    }
}
