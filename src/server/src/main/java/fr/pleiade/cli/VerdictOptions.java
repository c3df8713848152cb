package fr.pleiade.cli;

import fr.pleiade.cli.verdict.VerdictFormat;
import fr.pleiade.quality.Verdict;
import fr.pleiade.quality.harvest.Rehearsal;
import fr.pleiade.quality.stars.Audit;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How what was found is written. */
final class VerdictOptions {
    @Option(
            names = "--format",
            paramLabel = "text|json|sarif|ttl",
            description =
                    "for people, for programs, for what shows the faults of a build, or in SHACL's terms (default: text)")
    private VerdictFormat format = VerdictFormat.text;

    @Option(names = "--lang", paramLabel = "en|fr", description = "the language of the sentences (default: en)")
    private String language = "en";

    /** {@return whether people read it, who want more than what was found} */
    boolean isForPeople() {
        return format == VerdictFormat.text;
    }

    /** {@return the language in which people are told} */
    Locale locale() {
        if (!language.equals("en") && !language.equals("fr")) {
            throw new Misuse("--lang is en or fr, not " + language);
        }
        return Locale.forLanguageTag(language);
    }

    /** Writes what was found where nothing could be given stars. */
    void print(Verdict verdict, PrintWriter out) {
        print(verdict, List.of(), out);
    }

    void print(Verdict verdict, List<Audit> audits, PrintWriter out) {
        format.print(verdict, audits, locale(), out);
    }

    /** Writes what was found and the stars, and what portals would make of the datasets. */
    void print(Verdict verdict, List<Audit> audits, List<Rehearsal> harvest, PrintWriter out) {
        format.print(verdict, audits, harvest, locale(), out);
    }

    /** {@return whether what portals would make of the datasets can be written} */
    boolean tellsHarvest() {
        return format.tellsHarvest();
    }
}
