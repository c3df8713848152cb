package fr.pleiade.identifiers;

import java.io.Serializable;
import java.util.List;

/**
 * In which ways people write a system's codes.
 *
 * @param addresses addresses that hold a code at {@code {code}}, without {@code https://} and {@code www.}, such as
 *     {@code ror.org/{code}}; accepted with both, http too, in any letters, and
 *     with the port, slash, parameters and fragment that a browser adds; {@code *} stands for anything but a slash
 * @param names what stands before a code, in any letters, besides the system's notation and its names for people
 * @param ignored characters between those of a code that mean nothing; a space stands for every kind of blank, a hyphen for every dash
 * @param letters in which letters a code is written
 * @param rules other forms, the first of which that matches applies; a code in its canonical form needs none
 */
public record Spellings(List<String> addresses, List<String> names, String ignored, Letters letters, List<Rule> rules)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public Spellings {
        addresses = List.copyOf(addresses);
        names = List.copyOf(names);
        rules = List.copyOf(rules);
    }

    /**
     * A form in which a code is met, such as one without its leading zero.
     *
     * @param form a regular expression for the whole of it
     * @param canonical the code that it means; {@code $1} is the form's first group
     */
    public record Rule(String form, String canonical) implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
