package fr.pleiade.bench.scale;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What each stage took of one core and of the disk for a million quads, as {@code GrowthBenchmark} printed it.
 *
 * <p>Shape of {@code constants.tsv}: {@code stage <tab> CPU seconds <tab> bytes written <tab> bytes received <tab> cores <tab> place}.
 *
 * @param stages in the order in which they run
 */
record Constants(List<Stage> stages) {
    /** Where a stage runs. */
    enum Place {
        /** The machine that publishes, once, however many quads there are: the Java machine learns. The processor seconds are not for a million. */
        ONCE,
        /** The rows are mapped: on one machine by it, on a cluster by all. */
        ROWS,
        /** The graphs that a cluster made are read once more, by the machine that publishes. */
        GIVEN,
        /** The machine that publishes. */
        PUBLISHER,
        /** Each machine that follows it. */
        COPY
    }

    /**
     * A stage.
     *
     * @param name as reports have it
     * @param cpuSeconds of one core, for a million quads
     * @param bytes that it writes, for a million quads
     * @param received bytes that come over the network for a million quads, where it is not the machine that made them
     * @param cores how many it keeps busy at most; 0 for as many as there are
     * @param place where it runs
     */
    record Stage(String name, double cpuSeconds, double bytes, double received, int cores, Place place) {
        /** {@return how many cores it keeps busy on a machine that has some} */
        int cores(int ofMachine) {
            return cores == 0 ? ofMachine : Math.min(cores, ofMachine);
        }
    }

    Constants {
        stages = List.copyOf(stages);
    }

    /** {@return those that were measured} */
    static Constants measured() {
        return new Constants(lines("constants.tsv").stream()
                .map(cells -> new Stage(
                        cells[0],
                        Double.parseDouble(cells[1]),
                        Double.parseDouble(cells[2]),
                        Double.parseDouble(cells[3]),
                        Integer.parseInt(cells[4]),
                        Place.valueOf(cells[5])))
                .toList());
    }

    /** {@return the cells of a table that stands beside this class; lines that begin with {@code #} are comments} */
    static List<String[]> lines(String name) {
        try (InputStream in = Constants.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
