package fr.pleiade.mapping.engine;

import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.sources.RowBlock;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Mappers and output buffers that go from block to block, so that a run makes as many as it has threads. */
final class MapperPool {
    private final ConcurrentLinkedQueue<BlockMapper> idle = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<List<Bytes>> buffers = new ConcurrentLinkedQueue<>();
    private final Supplier<BlockMapper> maker;
    private final int outputs;

    /** A pool with one mapper, whose making shows what is wrong with the binding. */
    MapperPool(Supplier<BlockMapper> maker, int outputs) {
        this.maker = maker;
        this.outputs = outputs;
        idle.add(maker.get());
    }

    BlockMapper.Mapped map(RowBlock block) {
        BlockMapper polled = idle.poll();
        BlockMapper mapper = polled == null ? maker.get() : polled;
        List<Bytes> buffer = buffers.poll();
        BlockMapper.Mapped mapped = mapper.map(
                block,
                buffer == null ? Stream.generate(Bytes::new).limit(outputs).toList() : buffer);
        idle.offer(mapper);
        return mapped;
    }

    /** Takes back the output of a block that has been written. */
    void recycle(List<Bytes> buffer) {
        buffer.forEach(Bytes::clear);
        buffers.offer(buffer);
    }
}
