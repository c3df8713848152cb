package fr.pleiade.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What mapping a part, or several, came to.
 *
 * @param part the number of the first part
 * @param rows the rows by the number of their source
 * @param findings how many values could not be mapped
 * @param sample the first of them as people read them, {@value #MOST} at most
 * @param failure why the first part that could not be read could not; {@code ""} if all could
 */
record PartReport(int part, Map<Integer, Long> rows, long findings, List<String> sample, String failure)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How many findings the driver is shown. */
    static final int MOST = 20;

    PartReport {
        rows = new TreeMap<>(rows);
        sample = List.copyOf(sample);
    }

    /** {@return this and what comes behind it} */
    PartReport and(PartReport next) {
        if (next.part < part) {
            return next.and(this);
        }
        Map<Integer, Long> all = new TreeMap<>(rows);
        next.rows.forEach((source, count) -> all.merge(source, count, Long::sum));
        List<String> first = new ArrayList<>(sample);
        next.sample.stream().limit(MOST - first.size()).forEach(first::add);
        return new PartReport(part, all, findings + next.findings, first, failure.isEmpty() ? next.failure : failure);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static PartReport of(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (PartReport) in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a report of another version", e);
        }
    }
}
