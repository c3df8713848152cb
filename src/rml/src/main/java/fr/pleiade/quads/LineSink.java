package fr.pleiade.quads;

import java.io.IOException;

/** Takes lines of bytes, one at a time. */
@FunctionalInterface
public interface LineSink {
    /** Takes the line {@code bytes[start..end)}, which has no line end; the array may change after the call. */
    void line(byte[] bytes, int start, int end) throws IOException;
}
