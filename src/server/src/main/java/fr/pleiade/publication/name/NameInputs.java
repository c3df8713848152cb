package fr.pleiade.publication.name;

import fr.pleiade.linking.byname.NameRule;
import fr.pleiade.linking.byname.NameTarget;
import fr.pleiade.quality.register.Register;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a dataset says of links by names.
 *
 * @param rules the rules
 * @param registers the registers that they lead to, by the IRIs of their declarations
 */
public record NameInputs(List<NameRule> rules, Map<String, Register> registers) {
    public NameInputs {
        rules = List.copyOf(rules);
        registers = new TreeMap<>(registers);
    }

    /** {@return the slugs of the datasets that the rules lead to} */
    public Set<String> datasets() {
        Set<String> slugs = new TreeSet<>();
        rules.stream()
                .flatMap(rule -> rule.targets().stream())
                .filter(target -> target.kind() == NameTarget.Kind.DATASET)
                .forEach(target -> slugs.add(target.name()));
        return slugs;
    }
}
