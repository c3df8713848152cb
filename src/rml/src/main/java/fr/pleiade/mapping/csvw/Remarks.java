package fr.pleiade.mapping.csvw;

import fr.pleiade.mapping.json.JsonTree;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import java.util.ArrayList;
import java.util.List;

/** What is to be said of a metadata document: what was passed over, or why it cannot be used at all. */
final class Remarks {
    private final String document;
    private final List<MappingError> warnings;

    Remarks(String document) {
        this(document, new ArrayList<>());
    }

    private Remarks(String document, List<MappingError> warnings) {
        this.document = document;
        this.warnings = warnings;
    }

    /** {@return remarks on another document, which are kept with these} */
    Remarks on(String other) {
        return new Remarks(other, warnings);
    }

    /** Notes what is passed over, and what stands in its place. */
    void warn(JsonTree about, String problem, Object... values) {
        warnings.add(new MappingError(document, about.line(), problem.formatted(values)));
    }

    /** {@return why the document cannot be used} */
    MappingException error(JsonTree about, String problem, Object... values) {
        return new MappingException(List.of(new MappingError(document, about.line(), problem.formatted(values))));
    }

    /** {@return what was passed over, in the order in which it was read} */
    List<MappingError> warnings() {
        return List.copyOf(warnings);
    }
}
