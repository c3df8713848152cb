package fr.pleiade.quads;

/** The bytes of a file of any size, read at random; thread-safe, and needs no closing. */
interface FileBytes {
    /** {@return how many there are} */
    long size();

    /** {@return the byte at the position, from 0} */
    byte at(long position);

    /** {@return where the next line feed is, from the position on, or the size if there is none} */
    default long lineFeed(long position) {
        long next = position;
        while (next < size() && at(next) != '\n') {
            next++;
        }
        return next;
    }

    /** Compares those from the position on with a key, by unsigned bytes. {@return 0 if they begin with it} */
    default int compare(long position, byte[] key) {
        for (int i = 0; i < key.length; i++) {
            if (position + i >= size()) {
                return -1;
            }
            int difference = Byte.compareUnsigned(at(position + i), key[i]);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    /** {@return a copy of those from the first position to before the second} */
    default byte[] bytes(long start, long end) {
        byte[] bytes = new byte[(int) (end - start)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = at(start + i);
        }
        return bytes;
    }
}
