package fr.pleiade.mapping;

import fr.pleiade.sources.RowBlock;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Mappers and output buffers that go from block to block, so that a run makes as many as it has threads. */
final class MapperPool {
    private final ConcurrentLinkedQueue<BlockMapper> idle = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Bytes> buffers = new ConcurrentLinkedQueue<>();
    private final Supplier<BlockMapper> maker;

    MapperPool(Supplier<BlockMapper> maker) {
        this.maker = maker;
    }

    BlockMapper.Mapped map(RowBlock block) {
        BlockMapper polled = idle.poll();
        BlockMapper mapper = polled == null ? maker.get() : polled;
        Bytes buffer = buffers.poll();
        BlockMapper.Mapped mapped = mapper.map(block, buffer == null ? new Bytes() : buffer);
        idle.offer(mapper);
        return mapped;
    }

    /** Takes back the output of a block that has been written. */
    void recycle(Bytes buffer) {
        buffer.clear();
        buffers.offer(buffer);
    }
}
