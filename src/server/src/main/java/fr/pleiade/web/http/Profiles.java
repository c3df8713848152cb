package fr.pleiade.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The profiles that a document can be had in, and the choice of one.
 *
 * @param offered the profiles; the first is what a client gets that asks for none, or only for others
 * @see <a href="https://www.w3.org/TR/dx-prof-conneg/">Content Negotiation by Profile</a>
 */
public record Profiles(List<Profile> offered) {
    /** Names a profile, by its token or IRI, in the query of an address; {@link #LISTS} ask which there are. */
    static final String PARAMETER = "_profile";

    static final List<String> LISTS = List.of("alt", "all");

    /** Those of a document that follows no profile with a name: there is nothing to choose. */
    public static final Profiles NONE = of(new Profile("", ""));

    private static final String PROFILE_CLASS = "http://www.w3.org/ns/dx/prof/Profile";
    private static final Pattern WISH = Pattern.compile("<([^<>]*)>([^,<]*)");
    private static final Pattern WEIGHT = Pattern.compile("(?i);\\s*q\\s*=\\s*([0-9.]+)");

    public Profiles {
        offered = List.copyOf(offered);
        if (offered.isEmpty()) {
            throw new IllegalArgumentException("no profile to choose from");
        }
    }

    /** {@return the profiles, the default first} */
    public static Profiles of(Profile... profiles) {
        return new Profiles(List.of(profiles));
    }

    /** {@return whether there is more than one, so that a client can be told of them} */
    public boolean isChoice() {
        return offered.size() > 1;
    }

    /** {@return the profile of who asks for none} */
    public Profile byDefault() {
        return offered.get(0);
    }

    /** {@return the address at which the document is always had in the profile} */
    public String address(String document, Profile profile) {
        return profile.equals(byDefault()) ? document : document + "?" + PARAMETER + "=" + profile.token();
    }

    /**
     * {@return the profile that is liked best, the default if none is}
     *
     * @param named the token or IRI in the address, which wins
     * @throws Refusal with 400 if the address names a profile that the document does not have
     * @param fieldLines the lines of {@code Accept-Profile}: {@code <IRI>;q=0.5, …}
     */
    Profile choose(Optional<String> named, List<String> fieldLines) {
        if (named.isPresent() && !LISTS.contains(named.get())) {
            return named(named.get());
        }
        Profile best = byDefault();
        int bestWeight = 0;
        for (Profile profile : offered) {
            int weight = weight(profile, fieldLines);
            if (weight > bestWeight) {
                best = profile;
                bestWeight = weight;
            }
        }
        return best;
    }

    private Profile named(String name) {
        return offered.stream()
                .filter(profile -> profile.token().equals(name) || profile.iri().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        400,
                        "unknown-profile",
                        name,
                        offered.stream().map(Profile::token).collect(Collectors.joining(", "))));
    }

    private static int weight(Profile profile, List<String> fieldLines) {
        for (String line : fieldLines) {
            Matcher wish = WISH.matcher(line);
            while (wish.find()) {
                if (wish.group(1).equals(profile.iri())) {
                    Matcher weight = WEIGHT.matcher(wish.group(2));
                    return weight.find() ? Preference.weight(weight.group(1)).orElse(0) : Preference.FULL_WEIGHT;
                }
            }
        }
        return 0;
    }

    /** {@return the {@code Link} fields of a document in a profile: which it is, which there are, and what their tokens mean} */
    public List<String> links(String document, Profile chosen) {
        List<String> links = new ArrayList<>();
        links.add("<" + chosen.iri() + ">; rel=\"profile\"");
        for (Profile profile : offered) {
            String relation = profile.equals(byDefault()) ? "canonical" : "alternate";
            String address = RequestPath.toUri(address(document, profile));
            links.add("<" + address + ">; rel=\"" + relation + "\"; profile=\"" + profile.iri() + "\"");
            links.add("<" + PROFILE_CLASS + ">; anchor=\"" + profile.iri() + "\"; rel=\"type\"; token=\""
                    + profile.token() + "\"");
        }
        return links;
    }
}
