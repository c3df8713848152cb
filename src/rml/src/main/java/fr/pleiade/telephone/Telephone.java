package fr.pleiade.telephone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A telephone number that a country's numbering plan has. A look-up takes some microseconds; thread-safe.
 *
 * @param international with its country, without blanks: {@code +33134433000}
 * @param isService whether it is free or dear to call, as those of services are
 * @see <a href="https://www.itu.int/rec/T-REC-E.164">E.164</a>
 */
public record Telephone(String international, boolean isService) {
    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final Set<PhoneNumberType> SERVICES = Set.of(
            PhoneNumberType.TOLL_FREE,
            PhoneNumberType.PREMIUM_RATE,
            PhoneNumberType.SHARED_COST,
            PhoneNumberType.UAN,
            PhoneNumberType.VOICEMAIL);

    /** Whose numbers begin with a plus sign, and no country's own. */
    private static final String ANY = "ZZ";

    /**
     * {@return the number that a text is: of any country after {@code +} or {@code 00}, else of the first of some countries whose plan has
     * it; nothing if there is none}
     *
     * @param countries by their codes of ISO 3166-1, of two letters
     */
    public static Optional<Telephone> of(String text, List<String> countries) {
        String plain = text.replace('/', ' ').strip();
        boolean isInternational = plain.contains("+") || plain.startsWith("00");
        if (isInternational) {
            return ofCountry(plain.startsWith("00") ? "+" + plain.substring(2) : plain, ANY);
        }
        return countries.stream()
                .flatMap(country -> ofCountry(plain, country).stream())
                .findFirst();
    }

    /** {@return those of some codes that are no country's} */
    public static List<String> unknown(Collection<String> countries) {
        Set<String> known = PLANS.getSupportedRegions();
        return countries.stream().filter(country -> !known.contains(country)).toList();
    }

    private static Optional<Telephone> ofCountry(String text, String country) {
        try {
            PhoneNumber number = PLANS.parse(text, country);
            boolean exists =
                    country.equals(ANY) ? PLANS.isValidNumber(number) : PLANS.isValidNumberForRegion(number, country);
            return exists
                    ? Optional.of(new Telephone(
                            PLANS.format(number, PhoneNumberFormat.E164),
                            SERVICES.contains(PLANS.getNumberType(number))))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
