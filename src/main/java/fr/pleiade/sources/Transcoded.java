package fr.pleiade.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** A text in some encoding as UTF-8 bytes; a malformed character is an {@link java.nio.charset.CharacterCodingException}. */
final class Transcoded extends InputStream {
    private final Reader reader;
    private final CharBuffer characters = CharBuffer.allocate(8192).flip();
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private boolean ended;

    Transcoded(InputStream in, Charset charset) {
        reader = new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public int read() throws IOException {
        throw new UnsupportedOperationException("read several bytes at a time");
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(target, offset, length);
        while (out.position() == offset && !(ended && !characters.hasRemaining())) {
            if (!ended) {
                characters.compact();
                ended = reader.read(characters) < 0;
                characters.flip();
            }
            encoder.encode(characters, out, ended);
        }
        return out.position() == offset ? -1 : out.position() - offset;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
