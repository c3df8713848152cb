package fr.pleiade.quads;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Makes what was written survive a loss of power. */
public final class Durable {
    private static final int TOGETHER = 16;

    private Durable() {}

    /** Forces one file's content, or one folder's list of names, to the disk. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * Forces every file and folder below the folder, and the folder itself, to the disk: {@value #TOGETHER} at a time, for a file system
     * writes its journal once for all that wait for it.
     */
    public static void forceAll(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.toList();
        }
        Together.each(files, TOGETHER, file -> {
            force(file);
            return file;
        });
    }
}
