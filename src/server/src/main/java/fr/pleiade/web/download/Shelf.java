package fr.pleiade.web.download;

import fr.pleiade.quads.Durable;
import fr.pleiade.quads.Sha256;
import fr.pleiade.web.http.Departure;
import fr.pleiade.web.http.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files that are made when they are first asked for, each with its digest beside it.
 *
 * <p>One that is being made is waited for by all who ask for it, and made by one of them at a time, until the last of them has left; a
 * crash or a loss of power leaves no half file, and no half digest, under a name that is looked for. Only so many are made at once, see
 * {@link Makers}; who would wait longer than the patience is told to come again. Thread-safe.
 */
final class Shelf {
    private static final int BUFFER = 1 << 16;
    /** How often it is looked whether anybody still waits. */
    private static final long ROUND_MILLIS = 100;

    private static final String DIGEST = ".sha256";
    private static final String UNFINISHED = "unfinished-";
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** So long a file may still be on its way to who asked for it. */
    private static final Duration IN_USE = Duration.ofMinutes(10);

    private final ConcurrentHashMap<Path, Making> inTheMaking = new ConcurrentHashMap<>();
    private final Makers makers;
    private final Duration patience;

    /**
     * A shelf with nothing in the making.
     *
     * @param atOnce how many files are made at once
     * @param patience how long somebody waits for a file that another one is making, or for a place to make it
     */
    Shelf(int atOnce, Duration patience) {
        this.makers = new Makers(atOnce);
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

    /**
     * Who asks for a file.
     *
     * @param client its name
     * @param departure tells when it does not wait for it any more
     */
    record Asker(String client, Departure departure) {
        /** {@return who made a request} */
        static Asker of(HttpServletRequest request) {
            return new Asker(request.getRemoteAddr(), Departure.of(request));
        }
    }

    /** The right to make one file, and those who have it or wait for it: all of them have the same one. */
    private static final class Making {
        private final Lock lock = new ReentrantLock(true);
        private final List<Asker> askers = new CopyOnWriteArrayList<>();

        Making joined(Asker asker) {
            askers.add(asker);
            return this;
        }

        boolean isLeftByTheLast(Asker asker) {
            askers.remove(asker);
            return askers.isEmpty();
        }

        /** {@return whether nobody waits for the file any more} */
        boolean isInVain() {
            return askers.stream().allMatch(asker -> asker.departure().hasLeft());
        }

        List<String> clients() {
            return askers.stream().map(Asker::client).toList();
        }
    }

    /**
     * {@return the file, made if it is not there}
     *
     * @throws BusyException if others are making this one, or enough other ones, or nobody waits for it any more
     */
    Shelved find(Path file, Asker asker, Content content) throws IOException {
        Making making =
                inTheMaking.compute(file, (f, present) -> (present == null ? new Making() : present).joined(asker));
        try {
            return find(file, asker, content, making);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        } finally {
            inTheMaking.computeIfPresent(file, (f, present) -> present.isLeftByTheLast(asker) ? null : present);
        }
    }

    /** Gives what is to be in a file; called only if it is not there. */
    @FunctionalInterface
    interface Content {
        Exchange.Body body() throws IOException;
    }

    private Shelved find(Path file, Asker asker, Content content, Making making)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!making.lock.tryLock(ROUND_MILLIS, TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() > deadline || asker.departure().hasLeft()) {
                throw new BusyException();
            }
        }
        try {
            Optional<Shelved> present = present(file);
            return present.isPresent() ? present.get() : makeInTurn(file, content, making, deadline);
        } finally {
            making.lock.unlock();
        }
    }

    private Shelved makeInTurn(Path file, Content content, Making making, long deadline)
            throws IOException, InterruptedException {
        Makers.Place place =
                makers.enter(making::clients, deadline, making::isInVain).orElseThrow(BusyException::new);
        try (place) {
            return make(file, content, making);
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

    private static Shelved make(Path file, Content content, Making making) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Path unfinished = file.resolveSibling(UNFINISHED + file.getFileName());
        Path unfinishedDigest = digestOf(unfinished);
        try {
            MessageDigest sha256 = Sha256.digest();
            try (OutputStream out = new DigestOutputStream(
                    new BufferedOutputStream(new Wanted(Files.newOutputStream(unfinished), making), BUFFER), sha256)) {
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

    /** A file that is written as long as somebody waits for it; looks each time it is written to, which is in large pieces. */
    private static final class Wanted extends FilterOutputStream {
        private final Making making;
        private long next = System.nanoTime();

        Wanted(OutputStream file, Making making) {
            super(file);
            this.making = making;
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            long now = System.nanoTime();
            if (now - next >= 0) {
                next = now + TimeUnit.MILLISECONDS.toNanos(ROUND_MILLIS);
                if (making.isInVain()) {
                    throw new BusyException();
                }
            }
            out.write(bytes, offset, count);
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
