package fr.pleiade.web.download;

import fr.pleiade.quads.Durable;
import fr.pleiade.quads.Sha256;
import fr.pleiade.web.http.Exchange;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files that are made when they are first asked for, each with its digest beside it.
 *
 * <p>One that is being made is waited for by all who ask for it, and made by one of them at a time; a crash or a loss of power leaves no
 * half file, and no half digest, under a name that is looked for. Only so many are made at once; who would wait longer than the patience
 * is told to come again. Thread-safe.
 */
final class Shelf {
    private static final int BUFFER = 1 << 16;
    private static final String DIGEST = ".sha256";
    private static final String UNFINISHED = "unfinished-";
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** So long a file may still be on its way to who asked for it. */
    private static final Duration IN_USE = Duration.ofMinutes(10);

    private final ConcurrentHashMap<Path, Making> inTheMaking = new ConcurrentHashMap<>();
    private final Semaphore makers;
    private final Duration patience;

    /**
     * A shelf with nothing in the making.
     *
     * @param atOnce how many files are made at once
     * @param patience how long somebody waits for a file that another one is making, or for a place to make it
     */
    Shelf(int atOnce, Duration patience) {
        this.makers = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** The file is not there yet and cannot be made just now. */
    static final class BusyException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * A file to send.
     *
     * @param sha256 its digest, in lower-case hexadecimal
     */
    record Shelved(Path file, String sha256) {}

    /** The right to make one file, and how many have it or wait for it: all of them have the same one. */
    private static final class Making {
        private final Lock lock = new ReentrantLock(true);
        private int askers;

        Making joined() {
            askers++;
            return this;
        }

        boolean isLeftByTheLast() {
            return --askers == 0;
        }
    }

    /**
     * {@return the file, made if it is not there}
     *
     * @throws BusyException if others are making this one, or enough other ones
     */
    Shelved find(Path file, Content content) throws IOException {
        Making making = inTheMaking.compute(file, (f, present) -> (present == null ? new Making() : present).joined());
        try {
            return find(file, content, making.lock);
        } finally {
            inTheMaking.computeIfPresent(file, (f, present) -> present.isLeftByTheLast() ? null : present);
        }
    }

    /** Gives what is to be in a file; called only if it is not there. */
    @FunctionalInterface
    interface Content {
        Exchange.Body body() throws IOException;
    }

    private Shelved find(Path file, Content content, Lock lock) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        if (!within(deadline, lock::tryLock)) {
            throw new BusyException();
        }
        try {
            Optional<Shelved> present = present(file);
            return present.isPresent() ? present.get() : makeInTurn(file, content, deadline);
        } finally {
            lock.unlock();
        }
    }

    private Shelved makeInTurn(Path file, Content content, long deadline) throws IOException {
        if (!within(deadline, makers::tryAcquire)) {
            throw new BusyException();
        }
        try {
            return make(file, content);
        } finally {
            makers.release();
        }
    }

    private interface Wait {
        boolean tryFor(long time, TimeUnit unit) throws InterruptedException;
    }

    private static boolean within(long deadline, Wait wait) {
        try {
            return wait.tryFor(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Optional<Shelved> present(Path file) throws IOException {
        try {
            String digest = Files.readString(digestOf(file));
            return Files.isRegularFile(file) && SHA_256.matcher(digest).matches()
                    ? Optional.of(new Shelved(file, digest))
                    : Optional.empty();
        } catch (NoSuchFileException notMade) {
            return Optional.empty();
        }
    }

    private static Shelved make(Path file, Content content) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Path unfinished = file.resolveSibling(UNFINISHED + file.getFileName());
        Path unfinishedDigest = digestOf(unfinished);
        try {
            MessageDigest sha256 = Sha256.digest();
            try (OutputStream out = new DigestOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER), sha256)) {
                content.body().writeTo(out);
            }
            String digest = HexFormat.of().formatHex(sha256.digest());
            Files.writeString(unfinishedDigest, digest);
            Durable.force(unfinished);
            Durable.force(unfinishedDigest);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    unfinishedDigest,
                    digestOf(file),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return new Shelved(file, digest);
        } finally {
            Files.deleteIfExists(unfinished);
            Files.deleteIfExists(unfinishedDigest);
        }
    }

    private static Path digestOf(Path file) {
        return file.resolveSibling(file.getFileName() + DIGEST);
    }

    /** Says that a file was asked for just now. */
    static void use(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    }

    /**
     * Throws away files of some folders, those first that were asked for longest ago, until the rest has no more bytes than may be kept;
     * none that was asked for in the last minutes.
     */
    static void trim(List<Path> folders, long bytes) throws IOException {
        List<Kept> kept = new ArrayList<>();
        for (Path folder : folders) {
            kept.addAll(kept(folder));
        }
        kept.sort(Comparator.comparing(Kept::asked));
        long sum = kept.stream().mapToLong(Kept::bytes).sum();
        Instant inUse = Instant.now().minus(IN_USE);
        for (Kept file : kept) {
            if (sum > bytes && file.asked().isBefore(inUse)) {
                sum -= file.bytes();
                Files.deleteIfExists(digestOf(file.file()));
                Files.deleteIfExists(file.file());
            }
        }
    }

    private record Kept(Path file, long bytes, Instant asked) {}

    /** {@return how many bytes the files of a folder have} */
    static long bytes(Path folder) throws IOException {
        return kept(folder).stream().mapToLong(Kept::bytes).sum();
    }

    /** Removes what a process that was killed left half made below a folder of folders. */
    static void clean(Path folders) throws IOException {
        if (!Files.isDirectory(folders)) {
            return;
        }
        Instant inUse = Instant.now().minus(IN_USE);
        try (Stream<Path> files = Files.walk(folders, 2)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith(UNFINISHED))
                    .toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(inUse)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static List<Kept> kept(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Kept> kept = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.startsWith(UNFINISHED) && !name.endsWith(DIGEST)) {
                    kept.add(new Kept(
                            file,
                            Files.size(file),
                            Files.getLastModifiedTime(file).toInstant()));
                }
            }
        }
        return kept;
    }
}
