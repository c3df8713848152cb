package fr.pleiade.mapping.engine;

import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.Target;
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

    Path of(Target target) {
        return (target.inMappingDirectory() ? mapping : working).resolve(target.path());
    }
}
