package fr.pleiade.mapping.model;

import java.util.List;
import java.util.stream.Collectors;

/** A mapping cannot be executed; lists everything that is wrong with it. */
public final class MappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<MappingError> errors;

    public MappingException(List<MappingError> errors) {
        super(errors.stream().map(MappingError::toString).collect(Collectors.joining(System.lineSeparator())));
        this.errors = List.copyOf(errors);
    }

    public MappingException(MappingError error, Throwable cause) {
        this(List.of(error));
        initCause(cause);
    }

    /** {@return what is wrong, in the order of the document's lines; never empty} */
    public List<MappingError> errors() {
        return errors;
    }
}
