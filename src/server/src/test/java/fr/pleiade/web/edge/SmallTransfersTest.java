package fr.pleiade.web.edge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallTransfersTest {
    @Test
    void sendsAPieceAtATime(@TempDir Path folder) throws IOException {
        byte[] bytes = new byte[2 * SmallTransfers.PIECE + 10];
        new Random(7).nextBytes(bytes);
        Path file = Files.write(folder.resolve("file"), bytes);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        WritableByteChannel reader = Channels.newChannel(sent);
        try (FileChannel pieces = new SmallTransfers(FileChannel.open(file))) {
            assertEquals(SmallTransfers.PIECE, pieces.transferTo(0, bytes.length, reader));
            assertEquals(SmallTransfers.PIECE, pieces.transferTo(SmallTransfers.PIECE, bytes.length, reader));
            assertEquals(10, pieces.transferTo(2L * SmallTransfers.PIECE, bytes.length, reader));
        }
        assertArrayEquals(bytes, sent.toByteArray());
    }
}
