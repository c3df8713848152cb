package fr.pleiade.mapping.model;

import fr.pleiade.sources.Dialect;
import java.io.Serializable;
import java.util.List;

/**
 * Where rows come from.
 *
 * @param path the file's path, as the mapping writes it
 * @param root what the path is relative to
 * @param folder the folder itself, where the root is one that the mapping names; else {@code ""}
 * @param dialect how the file is written
 * @param view the view that makes the rows of the file's, if there is one
 */
public record LogicalSource(String path, Root root, String folder, Dialect dialect, List<View> view)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public LogicalSource {
        view = List.copyOf(view);
    }

    /** A file as it is. */
    public LogicalSource(String path, Root root, String folder, Dialect dialect) {
        this(path, root, folder, dialect, List.of());
    }

    /** {@return the rows that a view makes of this source} */
    public LogicalSource seenBy(View made) {
        return new LogicalSource(path, root, folder, dialect, List.of(made));
    }

    /** What a relative path is relative to. */
    public enum Root {
        /** The mapping says nothing: the working directory, or the mapping's own where the file is only there. */
        UNDECLARED,
        WORKING_DIRECTORY,
        MAPPING_DIRECTORY,
        NAMED
    }
}
