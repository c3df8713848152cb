package fr.pleiade.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Names of the sample's institutions as people type them: without accents, in small letters, shortened, with a slip of a finger. */
final class TypedNames {
    private static final Path INSTITUTIONS =
            Path.of("data/etablissements/fr-esr-principaux-etablissements-enseignement-superieur-2023-04.csv");

    private TypedNames() {}

    /** What somebody typed, and the key of what they meant. */
    record Typed(String text, String meant) {}

    /** {@return so many of them, the same for the same seed} */
    static List<Typed> of(int count, long seed) {
        Random random = new Random(seed);
        List<String[]> rows = rows();
        List<Typed> typed = new ArrayList<>();
        for (int i = 0; typed.size() < count; i++) {
            String[] row = rows.get(i % rows.size());
            typed.add(new Typed(typed(row[1], i / rows.size(), random), row[0]));
        }
        return typed;
    }

    private static List<String[]> rows() {
        try {
            return Files.readAllLines(INSTITUTIONS, StandardCharsets.UTF_8).stream()
                    .skip(1)
                    .map(line -> line.split(";", 3))
                    .filter(row -> row.length == 3 && !row[1].isBlank() && !row[1].contains("\""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String typed(String name, int way, Random random) {
        return switch (way % 6) {
            case 0 -> name;
            case 1 -> withoutAccents(name).toLowerCase(Locale.FRENCH);
            case 2 -> slip(name, random);
            case 3 -> withoutAccents(name).toUpperCase(Locale.FRENCH);
            case 4 ->
                "  "
                        + name.replace("Université", "Univ.")
                                .replace("École", "Ec.")
                                .replace(" ", "  ");
            default -> slip(withoutAccents(name), random);
        };
    }

    private static String withoutAccents(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    /** Two letters change places within the longest word. */
    private static String slip(String name, Random random) {
        String longest = "";
        for (String word : name.split("[ '’-]")) {
            longest = word.length() > longest.length() ? word : longest;
        }
        if (longest.length() < 5) {
            return name;
        }
        int at = 1 + random.nextInt(longest.length() - 3);
        String slipped =
                longest.substring(0, at) + longest.charAt(at + 1) + longest.charAt(at) + longest.substring(at + 2);
        return name.replace(longest, slipped);
    }
}
