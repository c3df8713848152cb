package fr.pleiade.release;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The right to publish into a state folder, held by one process at a time; a process that dies loses it. */
public final class StateLock implements Closeable {
    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes it, making the folder if there is none: then one that only its owner can look into.
     *
     * @param purpose what for, such as {@code publishing}
     * @throws PublicationException if another process has it; names the process, what it does and since when
     */
    public static StateLock take(Path state, String purpose) throws IOException {
        Files.createDirectories(state, ownersOnly(state));
        Path file = state.resolve("lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!tryLock(channel)) {
            String owner = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            channel.close();
            throw PublicationException.environment(
                    file.toString(),
                    "another publication is at work: " + owner.strip(),
                    "wait until it ends, or end that process");
        }
        String owner = "process %d, %s since %s%n"
                .formatted(ProcessHandle.current().pid(), purpose, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
        return new StateLock(channel);
    }

    private static FileAttribute<?>[] ownersOnly(Path state) {
        return state.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this process has it
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
