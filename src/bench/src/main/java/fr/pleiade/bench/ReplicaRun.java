package fr.pleiade.bench;

import fr.pleiade.release.PublicationException;
import fr.pleiade.release.replica.Replica;
import fr.pleiade.sources.fetch.Downloader;
import java.net.URI;
import java.nio.file.Path;

/** A copy that follows a publisher, in a process of its own that can be killed: {@code publisher state}. Ends when it has what is current. */
final class ReplicaRun {
    private ReplicaRun() {}

    public static void main(String[] arguments) {
        try {
            replica(URI.create(arguments[0]), Path.of(arguments[1])).pull();
        } catch (PublicationException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static Replica replica(URI publisher, Path state) {
        return new Replica(
                publisher, state, new Replica.Limits(Downloader.Limits.USUAL.reaching(address -> true), 0, 2));
    }
}
