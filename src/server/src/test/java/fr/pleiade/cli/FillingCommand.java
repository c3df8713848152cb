package fr.pleiade.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Runs a command whose disk is full from a line of its own on: the command goes on only when the disk is full. */
final class FillingCommand extends FilterOutputStream {
    private final Path file;
    private final String beginning;
    private final StringBuilder said = new StringBuilder();
    private boolean isFull;

    private FillingCommand(OutputStream out, Path file, String beginning) {
        super(out);
        this.file = file;
        this.beginning = "\n" + beginning;
    }

    /** @param arguments the file that takes all the room, how the line begins, the command */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(
                new FillingCommand(System.out, Path.of(arguments[0]), arguments[1]), true, StandardCharsets.UTF_8);
        System.setOut(out);
        System.setErr(out);
        Pleiade.main(Arrays.copyOfRange(arguments, 2, arguments.length));
    }

    @Override
    public synchronized void write(int b) throws IOException {
        out.write(b);
        out.flush();
        said.append((char) b);
        if (!isFull && ("\n" + said).contains(beginning)) {
            isFull = true;
            fill();
        }
    }

    private void fill() throws IOException {
        byte[] zeros = new byte[1 << 16];
        try (OutputStream filler = Files.newOutputStream(file)) {
            for (int length = zeros.length; length > 0; ) {
                length = couldWrite(filler, zeros, length) ? length : length / 2;
            }
        }
    }

    private static boolean couldWrite(OutputStream filler, byte[] zeros, int length) {
        try {
            filler.write(zeros, 0, length);
            return true;
        } catch (IOException noRoom) {
            return false;
        }
    }
}
