package fr.pleiade.mapping.translation;

import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is wrong with documents, as they are being read one after the other. */
public final class Problems {
    private final List<MappingError> errors = new ArrayList<>();
    private String document = "";

    /** Says which document is being read from now on. */
    public void in(String name) {
        document = name;
    }

    public void add(long line, String problem, Object... values) {
        errors.add(new MappingError(document, line, values.length == 0 ? problem : problem.formatted(values)));
    }

    /** {@return the text of a node that must be one; anything else is noted} */
    public Optional<String> text(YamlNode node, String what) {
        if (!node.isText()) {
            boolean isTemplate = node.isMap()
                    && node.entries().size() == 1
                    && node.entries().get(0).value().isNothing();
            add(
                    node.line(),
                    "%s is %s, expected a text%s",
                    what,
                    node.describe(),
                    isTemplate
                            ? "; put a text with braces between quotes: \"{%s}\""
                                    .formatted(node.entries().get(0).key())
                            : "");
            return Optional.empty();
        }
        return Optional.of(node.text());
    }

    /** {@return what is wrong, in the order of the lines} */
    public List<MappingError> errors() {
        return errors.stream()
                .distinct()
                .sorted(Comparator.comparingLong(MappingError::line))
                .toList();
    }

    /** @throws MappingException if anything is wrong */
    public void verify() {
        if (!errors.isEmpty()) {
            throw new MappingException(errors());
        }
    }
}
