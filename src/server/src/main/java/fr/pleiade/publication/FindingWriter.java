package fr.pleiade.publication;

import fr.pleiade.findings.Finding;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.release.finding.JoinedFindings;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Collects findings, in any order and from any thread, into a file of {@link FindingFile}'s shape. */
public final class FindingWriter implements Consumer<Finding>, Closeable {
    private static final int MEMORY = 1 << 22;
    private final LineSorter sorter;

    /** @param work a folder for what does not fit in memory */
    public FindingWriter(Path work) {
        sorter = new LineSorter(work, MEMORY);
    }

    @Override
    public synchronized void accept(Finding finding) {
        try {
            sorter.write(JoinedFindings.line(finding));
            sorter.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the findings that were collected. */
    public synchronized void writeTo(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                JoinedFindings findings = new JoinedFindings(out)) {
            sorter.drain(findings);
        }
    }

    @Override
    public void close() throws IOException {
        sorter.close();
    }
}
