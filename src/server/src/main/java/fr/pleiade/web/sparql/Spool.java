package fr.pleiade.web.sparql;

import fr.pleiade.web.ServerOptions;
import fr.pleiade.web.http.Crowd;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Where answers of the query engine wait for their readers, so that who reads slowly holds no place of it.
 *
 * <p>Each waits in memory up to {@value SpooledResponse#LARGEST_IN_MEMORY} bytes, a longer one in a file below the state, which has no
 * name left once it is open: it is gone with the answer, or with the process. All files together have {@value #LARGEST_ON_DISK} bytes at
 * most, and there are {@value #FILES} of them, {@value #FILES_OF_ONE} for one client. Thread-safe.
 */
@Component
final class Spool {
    private static final long LARGEST_ON_DISK = 1L << 30;
    private static final int FILES = 64;
    private static final int FILES_OF_ONE = 16;

    private final Path folder;
    private final long largest;
    private final Crowd files;
    private final AtomicLong bytes = new AtomicLong();

    @Autowired
    Spool(ServerOptions options) {
        this(options.state().resolve("spool"), LARGEST_ON_DISK, new Crowd(FILES, FILES_OF_ONE));
    }

    /**
     * @param folder made when it is first needed
     * @param largest bytes of all files together
     * @param files who may have one
     */
    Spool(Path folder, long largest, Crowd files) {
        this.folder = folder;
        this.largest = largest;
        this.files = files;
    }

    /** {@return a response that waits here, to be closed} */
    SpooledResponse wait(HttpServletResponse response, String client) {
        return new SpooledResponse(this, response, client);
    }

    /** {@return the right to a file, unless there are too many} */
    Crowd.Place place(String client) throws IOException {
        return files.enter(client).orElseThrow(() -> new IOException("too many answers wait for their readers"));
    }

    FileChannel file() throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "answer-", "");
        return FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Takes room on the disk. {@return whether there was enough} */
    boolean take(long more) {
        if (bytes.addAndGet(more) <= largest) {
            return true;
        }
        bytes.addAndGet(-more);
        return false;
    }

    void giveBack(long taken) {
        bytes.addAndGet(-taken);
    }

    /** {@return bytes on the disk now} */
    long bytes() {
        return bytes.get();
    }
}
