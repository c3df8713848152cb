package fr.pleiade.publication.parts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;

/** Where graphs are that were made elsewhere: files with names below it. */
sealed interface PartPlace permits FolderPlace, WebPlace {
    /** {@return the bytes of a small file, if it is there} */
    Optional<byte[]> small(String name) throws IOException;

    /** {@return how large a file is; nothing if it is not there} */
    OptionalLong size(String name) throws IOException;

    /**
     * Opens a file that is there.
     *
     * @param work a folder in which it may be kept until it is closed
     */
    InputStream open(String name, Path work) throws IOException;

    /** {@return the names of the parts of a dataset that are seen to be there, listed or not; none where a place cannot be looked at} */
    SortedSet<String> parts(String slug) throws IOException;

    /** {@return the files of what the mapping found in the rows; none where a place cannot be looked at} */
    List<Path> findings(String slug) throws IOException;

    /** {@return a file's place, for messages} */
    String of(String name);
}
