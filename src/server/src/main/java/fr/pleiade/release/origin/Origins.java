package fr.pleiade.release.origin;

import fr.pleiade.quads.OriginLine;
import fr.pleiade.rdf.Term;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the triples of one dataset come from: looked up in its {@link OriginFile}, in some tens of microseconds each.
 *
 * <p>A triple is told by 48 bits of a hash and by its property: among ten million triples, one of some twenty million lookups
 * may tell a place that another triple of the property comes from. Not thread-safe; to be closed.
 */
public final class Origins implements Closeable {
    private final FileChannel channel;
    private final List<OriginRule> rules;
    private final int lineBytes;
    private final int ruleBytes;
    private final long count;

    /**
     * One row that makes a triple.
     *
     * @param line its first line in the file, from 1, header included
     * @param rule the rule that makes the triple of it
     */
    public record Place(long line, OriginRule rule) {
        /** {@return the file that the row is in} */
        public String file() {
            return rule.sources().get(0);
        }
    }

    private Origins(FileChannel channel, List<OriginRule> rules) throws IOException {
        this.channel = channel;
        this.rules = List.copyOf(rules);
        byte[] head = bytes(0, OriginFile.HEAD);
        if (head[0] != 'P' || head[1] != 'O' || head[2] != '1') {
            throw new IOException("it does not begin as such a file does");
        }
        lineBytes = head[3];
        ruleBytes = head[4];
        count = (channel.size() - OriginFile.HEAD) / recordLength();
    }

    /**
     * Opens those of a dataset. {@return them, or nothing where the release has none}
     *
     * @param release the release's folder
     * @throws IOException if a file cannot be read or is damaged
     */
    public static Optional<Origins> open(Path release, String slug) throws IOException {
        Path file = OriginFile.of(release, slug);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return Optional.of(new Origins(channel, OriginRule.read(OriginRule.fileOf(release, slug))));
        } catch (IOException | IllegalArgumentException e) {
            channel.close();
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** {@return the rules of the dataset that make links} */
    public List<OriginRule> linkRules() {
        return rules.stream()
                .filter(rule -> rule.kind() != OriginRule.Kind.ROWS)
                .toList();
    }

    /**
     * {@return the rows that make a triple, in the order of their lines: none if it is not made of a row, and of many the first
     * {@value OriginFile#MOST}}
     */
    public List<Place> of(Term subject, Term.Iri predicate, Term object) throws IOException {
        String triple = subject.toNTriples() + " " + predicate.toNTriples() + " " + object.toNTriples();
        long wanted = OriginLine.hash(triple) >>> Long.SIZE - Byte.SIZE * OriginFile.HASH_BYTES;
        List<Place> places = new ArrayList<>();
        for (long at = first(wanted); at < count; at++) {
            byte[] record = record(at);
            if (number(record, 0, OriginFile.HASH_BYTES) != wanted) {
                break;
            }
            OriginRule rule = rules.get((int) number(record, OriginFile.HASH_BYTES + lineBytes, record.length));
            if (rule.properties().isEmpty() || rule.properties().contains(predicate.value())) {
                places.add(new Place(number(record, OriginFile.HASH_BYTES, OriginFile.HASH_BYTES + lineBytes), rule));
            }
        }
        return places;
    }

    /** {@return the number of the first record that has the hash, or a greater one} */
    private long first(long wanted) throws IOException {
        long low = 0;
        long high = count;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (number(record(middle), 0, OriginFile.HASH_BYTES) < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int recordLength() {
        return OriginFile.HASH_BYTES + lineBytes + ruleBytes;
    }

    private byte[] record(long number) throws IOException {
        return bytes(OriginFile.HEAD + number * recordLength(), recordLength());
    }

    private byte[] bytes(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("it ends within a record");
            }
        }
        return buffer.array();
    }

    private static long number(byte[] bytes, int start, int end) {
        long number = 0;
        for (int i = start; i < end; i++) {
            number = number << Byte.SIZE | bytes[i] & 0xFF;
        }
        return number;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
