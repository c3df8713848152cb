package fr.pleiade.quality.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** UTF-8 that was read as windows-1252 or ISO 8859-1 and written again as UTF-8: {@code enquÃªte}, {@code lâ€™UniversitÃ©}. */
final class Mojibake {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Mojibake() {}

    /** {@return what the text was, if a run of letters in it is UTF-8 that was read as something else} */
    static Optional<String> mended(String text) {
        StringBuilder mended = new StringBuilder();
        boolean found = false;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && isSuspect(text.charAt(end))) {
                end++;
            }
            if (end - at >= 2) {
                String run = text.substring(at, end);
                Optional<String> was = decoded(run);
                found |= was.isPresent();
                mended.append(was.orElse(run));
                at = end;
            } else {
                mended.append(text.charAt(at++));
            }
        }
        return found ? Optional.of(mended.toString()) : Optional.empty();
    }

    private static boolean isSuspect(char c) {
        return c >= 0x80 && (c <= 0xFF || WINDOWS.newEncoder().canEncode(c));
    }

    /** {@return the text that the run's bytes are in UTF-8} */
    private static Optional<String> decoded(String run) {
        for (byte[] bytes : bytes(run)) {
            try {
                return Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString());
            } catch (CharacterCodingException e) {
                // It is what it says, or was read as the other encoding.
            }
        }
        return Optional.empty();
    }

    /** {@return the bytes that a run may have been read from: by windows-1252 with its gaps filled as browsers do, by ISO 8859-1} */
    private static List<byte[]> bytes(String run) {
        List<byte[]> candidates = new ArrayList<>();
        CharsetEncoder windows = WINDOWS.newEncoder();
        byte[] bytes = new byte[run.length()];
        boolean latin = true;
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            latin &= c <= 0xFF;
            if (windows.canEncode(c)) {
                bytes[i] = encoded(windows, c);
            } else {
                bytes[i] = (byte) c;
            }
        }
        candidates.add(bytes);
        if (latin) {
            candidates.add(run.getBytes(StandardCharsets.ISO_8859_1));
        }
        return candidates;
    }

    private static byte encoded(CharsetEncoder encoder, char c) {
        try {
            return encoder.encode(CharBuffer.wrap(new char[] {c})).get();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("windows-1252 can encode U+%04X".formatted((int) c), e);
        }
    }
}
