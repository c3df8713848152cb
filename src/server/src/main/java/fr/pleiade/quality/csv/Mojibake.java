package fr.pleiade.quality.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Text that was read in another encoding than it was written in: UTF-8 as windows-1252, ISO 8859-1, or an encoding of the Mac or of DOS
 * ({@code enquÃªte}, {@code lâ€™UniversitÃ©}, {@code Universit√©}), several times perhaps; or one of these as another of them
 * ({@code UniversitÈ}).
 */
final class Mojibake {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Of the Mac and of DOS, where the Java machine has them. */
    private static final List<Charset> OLD = Stream.of("x-MacRoman", "IBM850")
            .filter(Charset::isSupported)
            .map(Charset::forName)
            .toList();

    /** The signs that the first byte of a letter of UTF-8 is in an old encoding; none stands before a letter otherwise. */
    private static final String OLD_LEADS = "√├┬";

    private static final String LETTERS = "àâäçéèêëîïôöùûüœæñ";
    private static final String PLAUSIBLE = LETTERS + LETTERS.toUpperCase(Locale.ROOT) + "’‘“”«»…–—€°²³ ";

    /** Within a word œ stands before u, or in a few words from Greek: ColloÏdes is no colloœdes. */
    private static final Pattern STRANGE = Pattern.compile("(?<=\\p{L})œ(?![utln])");

    private static final int DEPTH = 3;

    private Mojibake() {}

    /** {@return what the text was, if a run of letters in it is UTF-8 that was read as something else} */
    static Optional<String> mended(String text) {
        Optional<String> mended = once(text);
        for (int depth = 1; depth < DEPTH && mended.isPresent(); depth++) {
            Optional<String> again = once(mended.get());
            mended = again.isPresent() ? again : mended;
        }
        return mended.or(() -> otherSingleBytes(text));
    }

    private static Optional<String> once(String text) {
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
        return c >= 0x80
                && (c <= 0xFF
                        || WINDOWS.newEncoder().canEncode(c)
                        || OLD.stream().anyMatch(old -> old.newEncoder().canEncode(c)));
    }

    /** {@return the text that the run's bytes are in UTF-8} */
    private static Optional<String> decoded(String run) {
        for (byte[] bytes : bytes(run)) {
            Optional<String> text = decoded(bytes, StandardCharsets.UTF_8);
            if (text.isPresent()) {
                return text;
            }
        }
        boolean isOld = run.chars().anyMatch(c -> OLD_LEADS.indexOf(c) >= 0);
        return OLD.stream()
                .filter(old -> isOld)
                .flatMap(old -> encoded(run, old).stream())
                .flatMap(bytes -> decoded(bytes, StandardCharsets.UTF_8).stream())
                .filter(text -> text.chars().allMatch(c -> c < 0x80 || PLAUSIBLE.indexOf(c) >= 0))
                .findFirst();
    }

    /** {@return the text if it was written in one of the encodings of a byte for a letter, and read in another: capitals with accents stand behind small letters} */
    private static Optional<String> otherSingleBytes(String text) {
        if (text.chars().anyMatch(c -> LETTERS.indexOf(c) >= 0)) {
            return Optional.empty();
        }
        return OLD.stream()
                .flatMap(old -> Stream.of(List.of(old, WINDOWS), List.of(WINDOWS, old)))
                .flatMap(pair -> encoded(text, pair.get(0)).flatMap(bytes -> decoded(bytes, pair.get(1))).stream())
                .filter(mended ->
                        !mended.equals(text) && mended.chars().allMatch(c -> c < 0x80 || LETTERS.indexOf(c) >= 0))
                .filter(mended -> !STRANGE.matcher(mended).find())
                .max(Comparator.comparingInt(Mojibake::usual));
    }

    /** {@return how usual the accents of a text are: é is more than all others together} */
    private static int usual(String text) {
        return text.chars()
                .map(c -> c == 'é' ? 3 : "èàêç".indexOf(c) >= 0 ? 2 : 0)
                .sum();
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty(); // it is what it says, or was read as another encoding
        }
    }

    private static Optional<byte[]> encoded(String text, Charset charset) {
        try {
            ByteBuffer bytes = charset.newEncoder()
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            byte[] all = new byte[bytes.remaining()];
            bytes.get(all);
            return Optional.of(all);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
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
