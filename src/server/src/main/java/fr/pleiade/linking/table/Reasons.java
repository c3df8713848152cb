package fr.pleiade.linking.table;

import fr.pleiade.findings.Text;
import fr.pleiade.linking.names.Candidate;
import fr.pleiade.linking.names.Candidate.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in sentences why a thing has its score, and why it is meant or may only be. */
public final class Reasons {
    private static final double NEARLY = 0.9;
    private static final double MUCH = 0.7;
    private static final double PARTLY = 0.45;

    private static final Text CODE = new Text("it bears the code that stands in the row", "porte le code de la ligne");
    private static final Text SAME_NAME = new Text("the name is the same, word by word", "même nom, mot pour mot");
    private static final Text LIKE =
            new Text("the names are nearly the same (%d %%)", "noms presque identiques (%d %%)");
    private static final Text ALIKE = new Text("the names are much alike (%d %%)", "noms très proches (%d %%)");
    private static final Text HALF =
            new Text("the names are partly alike (%d %%)", "noms en partie semblables (%d %%)");
    private static final Text UNLIKE = new Text("the names are hardly alike (%d %%)", "noms peu semblables (%d %%)");
    private static final Text OTHER_SAME =
            new Text("another name or acronym is the same", "un autre nom ou un sigle est le même");
    private static final Text OTHER_LIKE =
            new Text("another name or acronym is similar (%d %%)", "un autre nom ou un sigle ressemble (%d %%)");
    private static final Text IN_PLACE = new Text("it is in the same place", "même lieu");
    private static final Text NEAR = new Text("it is near that place", "lieu voisin");
    private static final Text ELSEWHERE = new Text("it is in another place", "autre lieu");
    private static final Text SITE = new Text("it has the same web site", "même site web");
    private static final Text SITE_WITHIN = new Text("its web site is related", "site web apparenté");
    private static final Text OTHER_SITE = new Text("it has another web site", "autre site web");
    private static final Text GONE = new Text("it was not there at the time", "n’existait pas à cette date");

    private static final Text SURE = new Text("nothing else is near", "rien d’autre n’en approche");
    private static final Text RIVAL = new Text("in doubt, for “%s” is as near", "doute : « %s » est aussi proche");
    private static final Text LITTLE = new Text("in doubt, for too little agrees", "doute : trop peu concorde");
    private static final Text NOTHING = new Text("nothing here is called so", "rien ici ne porte un tel nom");

    private Reasons() {}

    /**
     * {@return a sentence about what was found}
     *
     * @param found the things that may be meant, the best first
     */
    public static String of(List<Candidate> found, Locale locale) {
        if (found.isEmpty()) {
            return sentence(List.of(NOTHING.in(locale)));
        }
        Candidate best = found.get(0);
        List<String> said = new ArrayList<>(parts(best, locale));
        if (best.isMatch()) {
            said.add(SURE.in(locale));
        } else if (best.score() >= Candidate.LEAST && found.size() > 1) {
            said.add(RIVAL.with(found.get(1).thing().name(locale.getLanguage()).text())
                    .in(locale));
        } else {
            said.add(LITTLE.in(locale));
        }
        return sentence(said);
    }

    /** {@return what agrees and what does not, each in a few words} */
    static List<String> parts(Candidate candidate, Locale locale) {
        List<Text> said = new ArrayList<>();
        candidate.parts().forEach((part, value) -> {
            boolean isSaidBetter = part == Part.NAME
                    && (candidate.part(Part.SAME_NAME) > 0 || candidate.part(Part.CODE) > 0 && value < PARTLY);
            if (!isSaidBetter) {
                said.add(words(part, value));
            }
        });
        return said.stream().map(text -> text.in(locale)).toList();
    }

    private static Text words(Part part, double value) {
        long percent = Math.round(value * 100);
        return switch (part) {
            case CODE -> CODE;
            case SAME_NAME -> SAME_NAME;
            case NAME ->
                (value >= NEARLY ? LIKE : value >= MUCH ? ALIKE : value >= PARTLY ? HALF : UNLIKE).with(percent);
            case OTHER_NAME -> value >= 1 ? OTHER_SAME : OTHER_LIKE.with(percent);
            case PLACE -> value >= 1 ? IN_PLACE : value > 0 ? NEAR : ELSEWHERE;
            case SITE -> value >= 1 ? SITE : value > 0 ? SITE_WITHIN : OTHER_SITE;
            case TIME -> GONE;
        };
    }

    private static String sentence(List<String> said) {
        String all = String.join("; ", said) + ".";
        return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1);
    }
}
