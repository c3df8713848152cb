package fr.pleiade.web.page;

import java.util.Optional;

/**
 * The query that gives what a page shows, and how a program takes it.
 *
 * @param query in SPARQL
 * @param table the address of a CSV file of it
 */
public record PageQuery(String query, String table) {
    /** {@return that of the page about a thing} */
    public static PageQuery ofThing(String iri, String base) {
        return asked(
                "SELECT ?property ?value {\n  <" + iri + "> ?property ?value\n}\nORDER BY ?property ?value\n", base);
    }

    /**
     * {@return that of the page about a dataset}
     *
     * @param table the address of its table, if it has one
     */
    public static PageQuery ofDataset(String graph, Optional<String> table, String base) {
        PageQuery asked = asked(
                "SELECT ?thing ?property ?value {\n  GRAPH <" + graph + "> { ?thing ?property ?value }\n}\nLIMIT 100\n",
                base);
        return new PageQuery(asked.query(), table.orElse(asked.table()));
    }

    /** {@return that of the catalogue} */
    public static PageQuery ofCatalog(String base) {
        return asked("""
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX dct: <http://purl.org/dc/terms/>
                SELECT ?dataset ?title ?modified ?license {
                  ?dataset a dcat:Dataset ; dct:title ?title .
                  OPTIONAL { ?dataset dct:modified ?modified }
                  OPTIONAL { ?dataset dct:license ?license }
                }
                ORDER BY ?title
                """, base);
    }

    /** {@return that of any query} */
    public static PageQuery asked(String query, String base) {
        return new PageQuery(query, base + "sparql?query=" + WhyAddress.escaped(query) + "&format=csv");
    }

    /** {@return where it can be changed and run} */
    public String href() {
        return "/sparql?query=" + WhyAddress.escaped(query);
    }

    public String python() {
        return "import pandas as pd\n\ntable = pd.read_csv(\n    \"" + table + "\",\n    dtype=str)\nprint(table)";
    }

    public String r() {
        return "table <- read.csv(\n  \"" + table
                + "\",\n  colClasses = \"character\", encoding = \"UTF-8\")\nhead(table)";
    }
}
