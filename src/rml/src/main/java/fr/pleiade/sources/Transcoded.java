package fr.pleiade.sources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** A text in some encoding as UTF-8 bytes; what is no character of it is a {@link MalformedText}. */
final class Transcoded extends InputStream {
    private final DecodedText text;
    private final CharBuffer characters = CharBuffer.allocate(8192).flip();
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private boolean ended;

    Transcoded(InputStream in, Charset charset) {
        text = new DecodedText(in, charset, 1);
    }

    @Override
    public int read() throws IOException {
        throw new UnsupportedOperationException("read several bytes at a time");
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(target, offset, length);
        while (out.position() == offset && !(ended && !characters.hasRemaining())) {
            if (!ended && characters.remaining() < 2) {
                characters.compact();
                ended = text.read(characters) < 0;
                characters.flip();
            }
            var result = encoder.encode(characters, out, ended);
            if (result.isError()) {
                result.throwException();
            }
            if (result.isOverflow() && out.position() == offset) {
                throw new IllegalArgumentException("room for %d bytes, expected 4 or more".formatted(length));
            }
        }
        return out.position() == offset ? -1 : out.position() - offset;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
