package fr.pleiade.mapping.function;

import java.util.HashMap;
import java.util.Map;

/**
 * The names of parameters and results: the Function Ontology gives each an IRI and a predicate, and mappings use either.
 *
 * @see <a href="https://fno.io/spec/#fn-parameter">the Function Ontology, parameters</a>
 */
final class FnoNames {
    /** The namespace of IDLab's functions before they were given a lasting one. */
    private static final String OLD_IDLAB = "http://example.com/idlab/function/";

    /** GREL's, in pairs: the parameter, its predicate. */
    private static final String[] GREL_PAIRS = {
        "valueParam", "valueParameter",
        "valueParam2", "valueParameter2",
        "param_a", "p_array_a",
        "param_string_sep", "p_string_sep",
        "param_string_sub", "string_sub",
        "p_int_i_from", "param_int_i_from",
        "p_int_i_opt_to", "param_int_i_opt_to",
        "param_find", "p_string_find",
        "param_replace", "p_string_replace",
        "param_regex", "p_string_regex",
        "param_any_e", "p_any_e",
        "param_any_rep_e", "p_any_rep_e",
        "param_int_i", "p_int_i",
        "param_int_i2", "p_int_i2",
        "param_string_pattern", "p_string_pattern",
        "param_dec_n", "p_dec_n",
        "param_dec_n2", "param_n2",
        "modeParam", "modeParameter",
        "bool_array_b", "param_rep_b",
        "param_b", "bool_b",
        "param_true", "any_true",
        "param_false", "any_false",
        "stringOut", "stringOutput",
        "output_bool", "o_bool",
        "output_any", "o_any",
        "output_array", "o_array",
        "output_number", "o_number",
        "output_date", "o_date",
    };

    /** IDLab's whose predicate is not the parameter's name without its underscore. */
    private static final String[] IDLAB_PAIRS = {
        "_test", "p_test",
        "_from", "p_from",
        "_to", "p_to",
        "_boolOut", "o_boolOut",
    };

    private static final Map<String, String> PARAMETERS = parameters();

    private FnoNames() {}

    /** {@return the one name for all by which a function, a parameter or a result may be called} */
    static String canonical(String iri) {
        String today = iri.startsWith(OLD_IDLAB) ? IdlabFunctions.IDLAB + iri.substring(OLD_IDLAB.length()) : iri;
        return PARAMETERS.getOrDefault(today, today);
    }

    /** {@return whether both names mean the same} */
    static boolean same(String left, String right) {
        return canonical(left).equals(canonical(right));
    }

    private static Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < GREL_PAIRS.length; i += 2) {
            parameters.put(GrelFunctions.GREL + GREL_PAIRS[i + 1], GrelFunctions.GREL + GREL_PAIRS[i]);
        }
        for (int i = 0; i < IDLAB_PAIRS.length; i += 2) {
            parameters.put(IdlabFunctions.IDLAB + IDLAB_PAIRS[i + 1], IdlabFunctions.IDLAB + IDLAB_PAIRS[i]);
        }
        for (String name : IdlabFunctions.PARAMETERS) {
            parameters.put(IdlabFunctions.IDLAB + name, IdlabFunctions.IDLAB + "_" + name);
        }
        return parameters;
    }
}
