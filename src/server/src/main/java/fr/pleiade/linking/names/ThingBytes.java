package fr.pleiade.linking.names;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A thing as the bytes that stand in its index. */
final class ThingBytes {
    private static final Name.Role[] ROLES = Name.Role.values();

    private ThingBytes() {}

    @FunctionalInterface
    private interface Writing<T> {
        void write(T value, DataOutputStream out) throws IOException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(DataInputStream in) throws IOException;
    }

    static byte[] write(NamedThing thing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(thing.iri(), out);
            text(thing.graph(), out);
            list(thing.names(), out, (name, to) -> {
                text(name.text(), to);
                text(name.language(), to);
                to.writeByte(name.role().ordinal());
            });
            list(thing.types(), out, ThingBytes::text);
            list(thing.codes(), out, (code, to) -> {
                text(code.system(), to);
                text(code.code(), to);
            });
            list(thing.places(), out, (place, to) -> {
                text(place.property(), to);
                text(place.iri(), to);
                list(place.names(), to, ThingBytes::text);
            });
            list(thing.kinds(), out, (kind, to) -> {
                text(kind.property(), to);
                text(kind.iri(), to);
            });
            text(thing.point(), out);
            text(thing.begun(), out);
            text(thing.ended(), out);
            list(thing.hosts(), out, ThingBytes::text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static NamedThing read(byte[] bytes, int offset, int length) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length))) {
            return new NamedThing(
                    text(in),
                    text(in),
                    list(in, from -> new Name(text(from), text(from), ROLES[from.readByte()])),
                    list(in, ThingBytes::text),
                    list(in, from -> new NamedThing.Code(text(from), text(from))),
                    list(in, from -> new NamedThing.Place(text(from), text(from), list(from, ThingBytes::text))),
                    list(in, from -> new NamedThing.Kind(text(from), text(from))),
                    text(in),
                    text(in),
                    text(in),
                    list(in, ThingBytes::text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static <T> void list(List<T> values, DataOutputStream out, Writing<T> writing) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            writing.write(value, out);
        }
    }

    private static <T> List<T> list(DataInputStream in, Reading<T> reading) throws IOException {
        int size = in.readInt();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(reading.read(in));
        }
        return values;
    }
}
