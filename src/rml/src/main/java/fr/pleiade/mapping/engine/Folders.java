package fr.pleiade.mapping.engine;

import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.Target;
import fr.pleiade.sources.CsvException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the relative paths of a mapping are relative to.
 *
 * @param working the folder where it is run
 * @param mapping the folder of the mapping document
 */
public record Folders(Path working, Path mapping) {
    /** {@return where a source's file is; it may not exist} */
    public Path of(LogicalSource source) {
        String path = source.path();
        return switch (source.root()) {
            case UNDECLARED ->
                Files.exists(working.resolve(path)) || !Files.exists(mapping.resolve(path))
                        ? working.resolve(path)
                        : mapping.resolve(path);
            case WORKING_DIRECTORY -> working.resolve(path);
            case MAPPING_DIRECTORY -> mapping.resolve(path);
            case NAMED -> working.resolve(source.folder()).resolve(path);
        };
    }

    /**
     * {@return where a table is that a function looks values up in}
     *
     * @throws CsvException if it is not in the folder of the mapping, of which it is a part
     */
    Path ofTable(String path) {
        Path file = mapping.resolve(path);
        try {
            boolean isInside = file.normalize().startsWith(mapping.normalize())
                    && (!Files.exists(file) || file.toRealPath().startsWith(mapping.toRealPath()));
            if (isInside) {
                return file;
            }
        } catch (IOException e) {
            throw new CsvException(path, 1, "cannot be found: " + e.getMessage());
        }
        throw new CsvException(path, 1, "is not in the mapping's folder " + mapping + "; put it there");
    }

    Path of(Target target) {
        return (target.inMappingDirectory() ? mapping : working).resolve(target.path());
    }
}
