package fr.pleiade.release.replica;

import fr.pleiade.quads.Coding;
import fr.pleiade.quads.Sha256;
import fr.pleiade.release.Building;
import fr.pleiade.release.Faults;
import fr.pleiade.release.PublicationException;
import fr.pleiade.release.Release;
import fr.pleiade.release.ReleaseException;
import fr.pleiade.release.Releases;
import fr.pleiade.release.StateLock;
import fr.pleiade.sources.fetch.DownloadException;
import fr.pleiade.sources.fetch.Downloader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A state folder that follows a publisher's: it has the release that is current there, pulled file by file.
 *
 * <p>Only files that no release here has are asked for, by their digests, and graphs and tables packed, as the downloads that they are; a pull that was broken off or killed goes on where it was. What
 * has arrived is compared with its digest, then the whole with the release's manifest, then the indexes are made; the release becomes
 * current after that, in one step. Whatever fails leaves the current one as it is.
 *
 * <p>Releases are taken in the order in which the publisher made them current, so that neither clock matters. A publisher whose history is
 * not the continuation of the one that was followed is not followed: it may be a copy that was restored, or another one.
 *
 * <p>Shape: below the state folder, {@code following.txt} has the publisher's address, and number and id of the last release taken;
 * {@code following/} what has arrived of the next. For one thread.
 */
public final class Replica {
    private static final String MEMORY = "following.txt";
    private static final String ARRIVED = "following";

    /** The files of a release, and a database that is several times as large as its graphs. */
    private static final int ROOM = 6;

    /** Graphs and tables are downloads too, under these names. */
    private static final Pattern DOWNLOAD = Pattern.compile("(?:graphs|csv)/([^/]+\\.(?:nq|csv))");

    /** Smaller files are not worth another request. */
    private static final int LEAST_PACKED = 1 << 16;

    private final URI publisher;
    private final Path state;
    private final Releases releases;
    private final Downloader downloader;
    private final LongConsumer pace;
    private final int whole;
    private long arrived;

    /**
     * What following may take.
     *
     * @param downloads of the publisher, for each file
     * @param bytesPerSecond of the network; 0 for no limit
     * @param whole how many releases keep their indexes and plain graphs, from 1; older ones are pruned
     */
    public record Limits(Downloader.Limits downloads, long bytesPerSecond, int whole) {}

    /**
     * A release that was taken.
     *
     * @param release it, current now
     * @param bytes how many had to be asked for
     */
    public record Taken(Release release, long bytes) {}

    /** @param publisher the address of its home page, which ends in a slash */
    public Replica(URI publisher, Path state, Limits limits) {
        this.publisher = publisher;
        this.state = state;
        this.releases = Releases.in(state);
        this.downloader = new Downloader(limits.downloads());
        this.pace = limits.bytesPerSecond() > 0 ? new Pace(limits.bytesPerSecond()) : bytes -> {};
        this.whole = limits.whole();
    }

    /** How far the publisher was followed. */
    private record Memory(String publisher, long number, String release) {}

    /**
     * Takes the publisher's current release, unless it is current here.
     *
     * @return it, if it was taken
     * @throws PublicationException if there is none to be had, or not whole; the present one stays
     */
    public Optional<Taken> pull() {
        arrived = 0;
        try {
            Files.createDirectories(arrivals());
            Optional<Memory> memory = memory();
            Switches switches = switches(memory);
            String id = switches.releases().get(switches.releases().size() - 1);
            boolean isNew = !releases.currentId().equals(Optional.of(id));
            if (isNew) {
                Release release = sound(id).orElseGet(() -> taken(id));
                releases.makeCurrent(release);
                releases.prune(whole);
            }
            remember(new Memory(publisher.toString(), switches.last(), id));
            return isNew ? releases.current().map(release -> new Taken(release, arrived)) : Optional.empty();
        } catch (DownloadException e) {
            throw PublicationException.environment(e.url().toString(), e.problem(), "it is asked again")
                    .causedBy(e);
        } catch (IOException | UncheckedIOException | ReleaseException e) {
            throw Faults.explain(e, state);
        }
    }

    /** {@return what the publisher has made current since, the last one that is known here among it} */
    private Switches switches(Optional<Memory> memory) throws IOException {
        URI address = publisher.resolve("release/history"
                + memory.map(known -> "?since=" + known.number()).orElse(""));
        Path file = arrivals().resolve("history");
        Switches switches = listed(address, file, () -> Switches.read(file));
        if (memory.isPresent()) {
            Memory known = memory.get();
            boolean goesOn = switches.first() == known.number()
                    && !switches.releases().isEmpty()
                    && switches.releases().get(0).equals(known.release());
            if (!goesOn) {
                throw PublicationException.environment(
                        address.toString(),
                        "its release number %d is not %s, which was taken from there: it was restored from a copy, or is another publisher"
                                .formatted(known.number(), known.release()),
                        "if it is to be followed all the same, remove " + state.resolve(MEMORY));
            }
        }
        if (switches.releases().isEmpty()) {
            throw PublicationException.environment(address.toString(), "nothing is published there", "publish there");
        }
        return switches;
    }

    /** Reads what has arrived. */
    @FunctionalInterface
    private interface Reader<T> {
        T read() throws IOException;
    }

    private <T> T listed(URI address, Path file, Reader<T> reader) throws IOException {
        downloader.fetch(address, file, path -> Optional.empty(), this::count);
        try {
            return reader.read();
        } catch (IllegalArgumentException e) {
            Files.delete(file);
            throw PublicationException.environment(
                            address.toString(),
                            String.valueOf(e.getMessage()),
                            "see that it is a Pléiade that publishes there")
                    .causedBy(e);
        }
    }

    private Optional<Release> sound(String id) {
        return releases.withId(id).filter(release -> {
            try {
                release.verifyGraphs();
                return true;
            } catch (ReleaseException altered) {
                return false; // it is taken anew
            }
        });
    }

    private Release taken(String id) {
        try (StateLock lock = StateLock.take(state, "following " + publisher);
                Building building = Building.begin(state)) {
            Path file = arrivals().resolve(id);
            FileList list = listed(publisher.resolve("release/" + id + "/files"), file, () -> FileList.read(file));
            Map<String, Path> here = here();
            requireRoom(list, here);
            for (FileList.Entry entry : list.entries()) {
                Path arrival = here.containsKey(entry.sha256()) ? here.get(entry.sha256()) : fetched(id, entry);
                Path target = entry.in(building.folder());
                Files.createDirectories(target.getParent());
                Building.reuse(arrival, target);
            }
            Release release = Release.open(building.folder());
            requireOurs(release, id);
            release.verifyGraphs();
            Building.delete(releases.folder().resolve(id)); // one that was altered
            building.finish(releases.folder(), id);
            Building.delete(arrivals());
            return Release.open(releases.folder().resolve(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private URI address(String release, FileList.Entry file) throws IOException {
        try {
            String path = publisher.getPath() + "release/" + release + "/files/" + file.name();
            return publisher.resolve(new URI(null, null, path, null).getRawPath());
        } catch (URISyntaxException e) {
            throw new IOException(file.name() + " is no part of an address", e);
        }
    }

    private Path fetched(String id, FileList.Entry entry) throws IOException {
        Path file = arrivals().resolve(entry.sha256());
        if (!Files.exists(file) && !fetchedPacked(id, entry, file)) {
            downloader.fetch(address(id, entry), file, path -> problem(path, entry), this::count);
        }
        return file;
    }

    /**
     * Takes a graph or a table as the packed download that a publisher has of it, a tenth of the bytes. {@return whether it is there now, with
     * the digest that it must have; if not, it is asked for as it is}
     */
    private boolean fetchedPacked(String id, FileList.Entry entry, Path file) throws IOException {
        Matcher download = DOWNLOAD.matcher(entry.name());
        boolean isBegun = Files.exists(file.resolveSibling(file.getFileName() + ".part"));
        if (!download.matches() || entry.bytes() < LEAST_PACKED || isBegun) {
            return false;
        }
        Path packed = file.resolveSibling(file.getFileName() + Coding.ZSTD.suffix());
        Path unpacked = file.resolveSibling(file.getFileName() + ".unpacked");
        try {
            URI address = publisher.resolve("release/" + id + "/dump/" + download.group(1) + Coding.ZSTD.suffix());
            downloader.fetch(address, packed, path -> Optional.empty(), this::count);
            unpack(packed, unpacked, entry.bytes());
            if (problem(unpacked, entry).isEmpty()) {
                Files.move(unpacked, file, StandardCopyOption.ATOMIC_MOVE);
                return true;
            }
        } catch (DownloadException | IOException e) {
            return false; // what is wrong with it, the file itself will tell
        } finally {
            Files.deleteIfExists(packed);
            Files.deleteIfExists(unpacked);
        }
        return false;
    }

    /** @param most bytes that are written, and one more: what is larger than the list says is not that */
    private static void unpack(Path packed, Path unpacked, long most) throws IOException {
        try (InputStream in = Coding.ZSTD.decode(Files.newInputStream(packed));
                OutputStream out = Files.newOutputStream(unpacked)) {
            for (long left = most + 1; left > 0; ) {
                byte[] bytes = in.readNBytes((int) Math.min(left, LEAST_PACKED));
                out.write(bytes);
                left = bytes.length == 0 ? 0 : left - bytes.length;
            }
        }
    }

    private void count(long bytes) {
        arrived += bytes;
        pace.accept(bytes);
    }

    private static Optional<String> problem(Path file, FileList.Entry entry) throws IOException {
        String found = Sha256.of(file);
        return found.equals(entry.sha256())
                ? Optional.empty()
                : Optional.of("its SHA-256 is %s, the publisher's list says %s".formatted(found, entry.sha256()));
    }

    /** {@return the files of releases here that have the digest of one that is needed, as they were when they were taken} */
    private Map<String, Path> here() throws IOException {
        Map<String, Path> here = new HashMap<>();
        Optional<Release> current = releases.current();
        if (current.isPresent()) {
            for (FileList.Entry entry : FileList.of(current.get()).entries()) {
                here.put(entry.sha256(), entry.in(current.get().folder()));
            }
        }
        for (Release release : releases.all()) {
            release.graphs().forEach(graph -> {
                Path file = release.graphFile(graph.slug());
                if (Files.exists(file)) {
                    here.putIfAbsent(graph.sha256(), file);
                }
            });
        }
        return here;
    }

    private void requireRoom(FileList list, Map<String, Path> here) throws IOException {
        long missing = list.entries().stream()
                .filter(entry -> !here.containsKey(entry.sha256()))
                .mapToLong(FileList.Entry::bytes)
                .sum();
        long graphs = list.entries().stream()
                .filter(entry -> entry.name().startsWith("graphs/"))
                .mapToLong(FileList.Entry::bytes)
                .sum();
        long room = Files.getFileStore(state).getUsableSpace();
        if (missing + ROOM * graphs > room) {
            throw PublicationException.environment(
                    state.toString(),
                    "the release of %d bytes and its index take some %d more, and the disk has %d"
                            .formatted(list.bytes(), missing + ROOM * graphs, room),
                    "free some space, for instance by pruning old releases");
        }
    }

    /** @throws PublicationException if it is another release, or one of another site */
    private void requireOurs(Release release, String id) {
        if (!release.id().equals(id)) {
            throw PublicationException.environment(
                    publisher.toString(),
                    "it gives release %s as %s".formatted(release.id(), id),
                    "see who publishes there");
        }
        Optional<Release> current = releases.current();
        if (current.isPresent() && !current.get().base().equals(release.base())) {
            throw PublicationException.environment(
                    publisher.toString(),
                    "its site is %s, and here is %s"
                            .formatted(release.base(), current.get().base()),
                    "name another folder with --state to follow it");
        }
    }

    private Path arrivals() {
        return state.resolve(ARRIVED);
    }

    private Optional<Memory> memory() throws IOException {
        Path file = state.resolve(MEMORY);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] words = Files.readString(file).strip().split(" ");
        return words.length == 3 && words[0].equals(publisher.toString()) && words[1].matches("\\d{1,15}")
                ? Optional.of(new Memory(words[0], Long.parseLong(words[1]), words[2]))
                : Optional.empty();
    }

    private void remember(Memory memory) throws IOException {
        if (memory().equals(Optional.of(memory))) {
            return;
        }
        Path next = state.resolve(MEMORY + ".next");
        Files.writeString(next, memory.publisher() + " " + memory.number() + " " + memory.release() + "\n");
        Files.move(next, state.resolve(MEMORY), StandardCopyOption.ATOMIC_MOVE);
    }
}
