package fr.pleiade.web;

import fr.pleiade.release.PublicationException;
import fr.pleiade.release.Releases;
import fr.pleiade.release.replica.Replica;
import fr.pleiade.sources.fetch.Downloader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A copy whose disk is full from a request of its own pull on; tells line by line what it says and serves. */
final class FillingReplica {
    /** History, list and the first file are there; the others are not. */
    private static final int FILLED_AT = 4;

    private final Path state;
    private final Path filler;
    private final Replica replica;
    private int left;

    private FillingReplica(URI publisher, Path state, Path filler) {
        this.state = state;
        this.filler = filler;
        Downloader.Limits usual = Downloader.Limits.USUAL;
        Downloader.Limits hooked = new Downloader.Limits(
                usual.bytes(), 0, 2, usual.silence(), Duration.ofMillis(1), usual.whole(), this::asked);
        this.replica = new Replica(publisher, state, new Replica.Limits(hooked, 0, 2));
    }

    /** @param arguments the publisher's address, the copy's folder, and a file on the same disk that takes all the room */
    public static void main(String[] arguments) throws IOException {
        new FillingReplica(URI.create(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2])).run();
    }

    private void run() throws IOException {
        pull("first");
        try (PleiadeServer server =
                PleiadeServer.start(new ServerOptions(state, 0, ServedSample.BASE, SmallSite.FUSEKI_CONFIG))) {
            System.in.read(); // the publisher has another release now
            left = FILLED_AT;
            pull("filling");
            serve("filled", server);
            pull("full");
            Files.delete(filler);
            pull("with room");
            Releases.in(state).current().orElseThrow().verify();
            serve("recovered", server);
        }
    }

    private void pull(String when) {
        try {
            tell(when, replica.pull().orElseThrow().release().id());
        } catch (PublicationException e) {
            tell(when, e.getMessage());
        }
    }

    /** What the server has at once, and the new thing, for which it may need a moment to notice the release. */
    private void serve(String when, PleiadeServer server) {
        String release = Releases.in(state).currentId().orElseThrow();
        int first = SmallSite.get(server, "doc/thing/first.ttl").statusCode();
        int index = SmallSite.get(server, "sparql?query=ASK%7B?s%20?p%20?o%7D").statusCode();
        tell(when, release + " " + first + " " + index);
    }

    private static void tell(String when, String what) {
        System.out.println("> " + when + ": " + what);
    }

    private boolean asked(InetAddress publisher) {
        if (left > 0) {
            left--;
            if (left == 0) {
                fill();
            }
        }
        return true;
    }

    private void fill() {
        byte[] zeros = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(zeros);
            }
        } catch (IOException full) {
            // as it is to be
        }
    }
}
