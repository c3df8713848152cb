package fr.pleiade.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The benchmark's own data, the same for the same size: French words, quoted cells, numbers, dates, empty cells. */
final class BenchmarkFiles {
    private static final int COLUMNS = 25;
    private static final List<String> WORDS = List.of(
            "université",
            "École",
            "normale",
            "supérieure",
            "recherche",
            "établissement",
            "public",
            "à",
            "caractère",
            "Lyon",
            "scientifique",
            "Île-de-France",
            "Besançon",
            "données",
            "ouvertes",
            "et",
            "des",
            "formation",
            "Réunion",
            "institut");

    private final Path folder;

    BenchmarkFiles(Path folder) {
        this.folder = folder;
    }

    /** {@return the mapping of a file of so many rows, of which only some may differ} */
    Path wide(String name, int rows, int distinctRows) {
        write(name + ".csv", out -> {
            header(out);
            for (int i = 0; i < rows; i++) {
                row(out, i % distinctRows);
            }
        });
        return mapping(name, wideMapping(name, "http://w3id.org/rml/", "http://w3id.org/rml/CSV"));
    }

    /** {@return the same mapping as {@link #wide} for the same file, in the old vocabulary} */
    Path wideInOldVocabulary(String name) {
        String today = wideMapping(name, "http://www.w3.org/ns/r2rml#", "http://semweb.mmlab.be/ns/ql#CSV")
                .replace("rml:logicalSource", "old:logicalSource")
                .replace("rml:source", "old:source")
                .replace("rml:reference", "old:reference")
                .replace("[ rml:path \"" + name + ".csv\" ]", "\"" + name + ".csv\"");
        return mapping(name + "-old", "@prefix old: <http://semweb.mmlab.be/ns/rml#> .\n" + today);
    }

    /** {@return a mapping that joins two files of so many rows} */
    Path join(int rows) {
        write("child.csv", out -> {
            out.write("id,key\n");
            for (int i = 0; i < rows; i++) {
                out.write(i + ",K" + i * 7919L % rows + "\n");
            }
        });
        write("parent.csv", out -> {
            out.write("id,code\n");
            for (int i = 0; i < rows; i++) {
                out.write(i + ",K" + i + "\n");
            }
        });
        return mapping("join", """
                @prefix rml: <http://w3id.org/rml/> .
                <#child> rml:logicalSource [ rml:source [ rml:path "child.csv" ] ; rml:referenceFormulation rml:CSV ] ;
                  rml:subjectMap [ rml:template "http://example.org/child/{id}" ] ;
                  rml:predicateObjectMap [ rml:predicate <http://example.org/parent> ; rml:objectMap [
                    rml:parentTriplesMap <#parent> ; rml:joinCondition [ rml:child "key" ; rml:parent "code" ] ] ] .
                <#parent> rml:logicalSource [ rml:source [ rml:path "parent.csv" ] ; rml:referenceFormulation rml:CSV ] ;
                  rml:subjectMap [ rml:template "http://example.org/parent/{id}" ] .
                """);
    }

    /** {@return the mapping of a file of so many rows of five columns, one of them numbers; in a faulty file it never is one} */
    Path numbers(String name, int rows, boolean faulty) {
        write(name + ".csv", out -> {
            out.write("id,c1,c2,c3,c4\n");
            for (int i = 0; i < rows; i++) {
                out.write("E%08d,nom %d,%s,ville %d,%d\n"
                        .formatted(i, i, faulty ? "inconnu " + i : String.valueOf(i), i % 100, i * 7919L % rows));
            }
        });
        return mapping(name, """
                @prefix rml: <http://w3id.org/rml/> .
                @prefix ex: <http://example.org/vocabulary/> .
                <http://example.org/map> rml:logicalSource [ rml:source [ rml:path "%s.csv" ] ; rml:referenceFormulation rml:CSV ] ;
                  rml:subjectMap [ rml:template "http://example.org/id/establishment/{id}" ] ;
                  rml:predicateObjectMap [ rml:predicate ex:name ; rml:objectMap [ rml:reference "c1" ] ] ;
                  rml:predicateObjectMap [ rml:predicate ex:count ; rml:objectMap [ rml:reference "c2" ;
                    rml:datatype <http://www.w3.org/2001/XMLSchema#integer> ] ] ;
                  rml:predicateObjectMap [ rml:predicate ex:town ; rml:objectMap [ rml:reference "c3" ] ] ;
                  rml:predicateObjectMap [ rml:predicate ex:link ; rml:objectMap [ rml:template "http://example.org/id/thing/{c4}" ] ] .
                """.formatted(name));
    }

    private static void header(Writer out) throws IOException {
        out.write("id");
        for (int column = 1; column < COLUMNS; column++) {
            out.write(",c" + column);
        }
        out.write('\n');
    }

    private static void row(Writer out, int number) throws IOException {
        Random random = new Random(number);
        out.write("E%08d".formatted(number));
        for (int column = 1; column < COLUMNS; column++) {
            out.write(',');
            out.write(
                    switch (column % 6) {
                        case 0 -> "\"%s, \"\"%s\"\"\"".formatted(word(random), word(random));
                        case 1 -> word(random) + " " + word(random);
                        case 2 -> String.valueOf(random.nextInt(1_000_000));
                        case 3 ->
                            String.format(
                                    Locale.ROOT, "%d-%02d-15", 1900 + random.nextInt(125), 1 + random.nextInt(12));
                        case 4 -> Long.toString(random.nextLong() >>> 1, 36);
                        default -> random.nextInt(4) == 0 ? "" : word(random) + " " + word(random) + " " + word(random);
                    });
        }
        out.write('\n');
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static String wideMapping(String name, String namespace, String formulation) {
        StringBuilder text = new StringBuilder("""
                @prefix rml: <%s> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                @prefix ex: <http://example.org/vocabulary/> .
                <http://example.org/map> rml:logicalSource [ rml:source [ rml:path "%s.csv" ] ; rml:referenceFormulation <%s> ] ;
                  rml:subjectMap [ rml:template "http://example.org/id/establishment/{id}" ; rml:class ex:Establishment ] ;
                """.formatted(namespace, name, formulation));
        List<String> kinds = List.of(
                "", "", " ; rml:datatype xsd:integer", " ; rml:datatype xsd:date", "", " ; rml:language \"fr\"");
        for (int column = 1; column <= 11; column++) {
            text.append(
                    "  rml:predicateObjectMap [ rml:predicate ex:property%d ; rml:objectMap [ rml:reference \"c%d\"%s ] ] ;\n"
                            .formatted(column, column, kinds.get(column % 6)));
        }
        return text.append(
                        "  rml:predicateObjectMap [ rml:predicate ex:link ; rml:objectMap [ rml:template \"http://example.org/id/thing/{c13}\" ] ] .\n")
                .toString();
    }

    private Path mapping(String name, String content) {
        write(name + ".ttl", out -> out.write(content));
        return folder.resolve(name + ".ttl");
    }

    private interface Content {
        void writeTo(Writer out) throws IOException;
    }

    private void write(String name, Content content) {
        try (Writer out = Files.newBufferedWriter(folder.resolve(name))) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
