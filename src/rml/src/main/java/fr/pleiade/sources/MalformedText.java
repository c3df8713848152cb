package fr.pleiade.sources;

import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;

/** Bytes that are no character of the declared encoding; carries their line. */
final class MalformedText extends CharacterCodingException {
    private static final long serialVersionUID = 1L;
    private final long line;
    private final String bytes;

    MalformedText(long line, byte[] bytes) {
        this.line = line;
        this.bytes = HexFormat.ofDelimiter(" ").withPrefix("0x").withUpperCase().formatHex(bytes);
    }

    /** {@return the physical line, from 1} */
    long line() {
        return line;
    }

    @Override
    public String getMessage() {
        return bytes.indexOf(' ') < 0 ? "unexpected byte " + bytes : "unexpected bytes " + bytes;
    }
}
