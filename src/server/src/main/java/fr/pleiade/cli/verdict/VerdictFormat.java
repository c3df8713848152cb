package fr.pleiade.cli.verdict;

import fr.pleiade.quality.Verdict;
import fr.pleiade.quality.harvest.Rehearsal;
import fr.pleiade.quality.stars.Audit;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A form in which what was found is written; named as on the command line. */
public enum VerdictFormat {
    /** For people. */
    text,
    /** For programs. */
    json,
    /** For what shows the faults of a build. */
    sarif,
    /** In SHACL's terms. */
    ttl;

    /** Writes a verdict, and the stars where a form has room for them; the language matters where it has room for one. */
    public void print(Verdict verdict, List<Audit> audits, Locale locale, PrintWriter out) {
        print(verdict, audits, Optional.empty(), locale, out);
    }

    /** Writes likewise, and then what portals would make of the datasets. */
    public void print(Verdict verdict, List<Audit> audits, List<Rehearsal> harvest, Locale locale, PrintWriter out) {
        print(verdict, audits, Optional.of(harvest), locale, out);
    }

    /** {@return whether the form has room for what portals would make of the datasets} */
    public boolean tellsHarvest() {
        return this == text || this == json;
    }

    private void print(
            Verdict verdict, List<Audit> audits, Optional<List<Rehearsal>> harvest, Locale locale, PrintWriter out) {
        switch (this) {
            case text -> {
                new VerdictText(out, locale).print(verdict);
                new StarText(out, locale).print(audits);
                harvest.ifPresent(rehearsals -> rehearsals.forEach(new HarvestText(out, locale)::print));
            }
            case json -> VerdictJson.print(verdict, audits, harvest, out);
            case sarif -> VerdictSarif.print(verdict, locale, out);
            case ttl -> VerdictTurtle.print(verdict, out);
        }
        out.flush();
    }
}
