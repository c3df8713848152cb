package fr.pleiade.web.http;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Small answers that were made before, the least recently used thrown away first.
 *
 * <p>Memory: {@link #LARGEST_SUM} bytes. Thread-safe. Belongs to one release: what is kept never changes.
 */
public final class KeptBodies {
    private static final int LARGEST_SUM = 32 << 20;
    private static final int LARGEST_ONE = 1 << 18;

    private final Map<String, byte[]> bodies = new LinkedHashMap<>(64, 0.75f, true);
    private int sum;

    /** {@return a body that is made by the other one the first time it is written, and kept under the key} */
    public Exchange.Body keep(String key, Exchange.Body body) {
        return out -> {
            byte[] known = get(key);
            if (known == null) {
                ByteArrayOutputStream made = new ByteArrayOutputStream(4096);
                body.writeTo(made);
                known = made.toByteArray();
                put(key, known);
            }
            out.write(known);
        };
    }

    private synchronized byte @Nullable [] get(String key) {
        return bodies.get(key);
    }

    private synchronized void put(String key, byte[] body) {
        if (body.length > LARGEST_ONE) {
            return;
        }
        byte[] previous = bodies.put(key, body);
        sum += body.length - (previous == null ? 0 : previous.length);
        var oldest = bodies.entrySet().iterator();
        while (sum > LARGEST_SUM && oldest.hasNext()) {
            sum -= oldest.next().getValue().length;
            oldest.remove();
        }
    }
}
