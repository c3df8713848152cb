package fr.pleiade.quads;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Hashes of 64 bits for bytes of which too many are met to keep them: of a million, two have the same with a chance of 1 in 30 million. */
public final class Hash64 {
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Hash64() {}

    /**
     * {@return the hash of some bytes, the end exclusive: FNV-1a, well mixed}
     *
     * @see <a href="http://www.isthe.com/chongo/tech/comp/fnv/">FNV hash</a>
     */
    public static long of(byte[] bytes, int start, int end) {
        long hash = FNV_START;
        for (int i = start; i < end; i++) {
            hash = (hash ^ bytes[i]) * FNV_PRIME;
        }
        return mixed(hash);
    }

    /** {@return a hash whose every bit depends on every bit of another (the finalizer of MurmurHash3)} */
    public static long mixed(long hash) {
        long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    /** {@return another hash of some bytes, which takes eight at a time: for those of which every triple is asked} */
    public static long ofWords(byte[] bytes, int start, int end) {
        long hash = end - start;
        int i = start;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            hash = step(hash ^ (long) WORDS.get(bytes, i));
        }
        long rest = 0;
        for (; i < end; i++) {
            rest = rest << Byte.SIZE | bytes[i] & 0xFF;
        }
        return mixed(step(hash ^ rest));
    }

    private static long step(long value) {
        long product = value * GOLDEN;
        return product ^ product >>> 32;
    }
}
