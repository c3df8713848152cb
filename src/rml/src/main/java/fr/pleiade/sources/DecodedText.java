package fr.pleiade.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** The characters of a text in some encoding; bytes that are no character are a {@link MalformedText} with their physical line. */
final class DecodedText extends Reader {
    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 14).flip();
    private final LineCount lines;
    private boolean ended;
    private boolean flushed;

    DecodedText(InputStream in, Charset charset, long firstLine) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.lines = new LineCount(firstLine);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, offset, length);
        while (out.position() == 0 && !flushed) {
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isError() && out.position() == 0) {
                byte[] malformed = new byte[result.length()];
                bytes.get(malformed);
                throw new MalformedText(lines.line(), malformed);
            }
            if (result.isUnderflow() && ended) {
                flushed = decoder.flush(out).isUnderflow();
            } else if (result.isUnderflow() && out.position() == 0) {
                fill();
            }
            if (result.isOverflow() && out.position() == 0) {
                throw new IllegalArgumentException("room for %d characters, expected 2 or more".formatted(length));
            }
        }
        for (int i = offset; i < offset + out.position(); i++) {
            lines.count(target[i]);
        }
        return out.position() == 0 ? -1 : out.position();
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0));
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
