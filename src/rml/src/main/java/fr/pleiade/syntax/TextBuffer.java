package fr.pleiade.syntax;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Text that leaves as UTF-8, some thousand characters at a time; without the locks that Java's own writers take for each word. One thread only. */
final class TextBuffer extends Writer {
    private static final int MOST = 1 << 13;

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder(MOST + 256);

    TextBuffer(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int character) throws IOException {
        text.append((char) character);
        leaveIfFull();
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        text.append(characters, offset, length);
        leaveIfFull();
    }

    @Override
    public void write(String string) throws IOException {
        text.append(string);
        leaveIfFull();
    }

    @Override
    public void write(String string, int offset, int length) throws IOException {
        if (offset == 0 && length == string.length()) {
            text.append(string);
        } else {
            text.append(string, offset, offset + length);
        }
        leaveIfFull();
    }

    private void leaveIfFull() throws IOException {
        if (text.length() >= MOST) {
            leave();
        }
    }

    /** Two surrogates are one character, and leave together. */
    private void leave() throws IOException {
        int end = text.length();
        boolean isHalf = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        String whole = text.substring(0, isHalf ? end - 1 : end);
        out.write(whole.getBytes(StandardCharsets.UTF_8));
        text.delete(0, whole.length());
    }

    @Override
    public void flush() throws IOException {
        leave();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
