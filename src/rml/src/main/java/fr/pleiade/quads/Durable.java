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
    private Durable() {}

    /** Forces one file's content, or one folder's list of names, to the disk. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Forces every file and folder below the folder, and the folder itself, to the disk. */
    public static void forceAll(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.toList();
        }
        for (Path file : files) {
            force(file);
        }
    }
}
