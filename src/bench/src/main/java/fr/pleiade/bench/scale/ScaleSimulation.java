package fr.pleiade.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What publishing takes, stage by stage: hours, core hours and bytes, for a national register and for a national portal, on one, ten and a
 * hundred machines; prints the tables of {@code src/docs/scale.md}.
 *
 * <p>A stage takes as long as the scarcest of processors, disk and network lets it. Stages follow one another. Rows are mapped by the
 * machine that publishes, or by all of a cluster, whose shuffle moves each quad once and whose graphs are read once more by the machine that
 * publishes; all that comes after it is that machine's, whatever the number of the others; copies take the files and make the index again.
 */
public final class ScaleSimulation {
    private static final double HOUR = 3600;
    private static final List<Integer> MACHINES = List.of(1, 10, 100);

    private final Constants constants;

    ScaleSimulation(Constants constants) {
        this.constants = constants;
    }

    /**
     * Something to publish.
     *
     * @param name what it is
     * @param millions of quads
     */
    record Workload(String name, double millions) {
        /** 40 million establishments and their 15 quads each. */
        static final Workload REGISTER = new Workload("SIRENE, 600 million quads", 600);

        /**
         * All tables of a national portal: nobody has counted their rows; 50,000 tables of 10 megabytes with 100 bytes a row and ten quads of
         * each are assumed.
         */
        static final Workload PORTAL = new Workload("data.gouv.fr's CSV, 50,000 million quads (assumed)", 50_000);
    }

    /**
     * A stage of a workload on a cluster.
     *
     * @param name its name
     * @param seconds by the clock
     * @param coreSeconds of all machines
     * @param bytes written and sent by all machines
     * @param limit what it waited for
     */
    record Cost(String name, double seconds, double coreSeconds, double bytes, Limit limit) {}

    /** What is scarcest. */
    enum Limit {
        CORES,
        ONE_CORE,
        TWO_CORES,
        DISK,
        NETWORK
    }

    public static void main(String[] arguments) {
        System.out.print(tables(Constants.measured()));
    }

    /** {@return the tables, as Markdown} */
    static String tables(Constants constants) {
        StringBuilder text = new StringBuilder();
        ScaleSimulation simulation = new ScaleSimulation(constants);
        for (Workload workload : List.of(Workload.REGISTER, Workload.PORTAL)) {
            text.append("**%s**%n%n".formatted(workload.name()));
            text.append("| machines | stage | hours | core hours | GB written or sent | waits for |\n");
            text.append("|---:|---|---:|---:|---:|---|\n");
            for (int machines : MACHINES) {
                Cluster cluster = Cluster.of(machines);
                List<Cost> costs = simulation.costs(workload, cluster);
                costs.forEach(cost -> text.append(line(machines, cost)));
                text.append(line(machines, total(costs)));
                simulation
                        .shortage(workload, cluster)
                        .ifPresent(shortage -> text.append("| %d | %s | | | | |%n".formatted(machines, shortage)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String line(int machines, Cost cost) {
        return String.format(
                Locale.ROOT,
                "| %d | %s | %.2f | %.1f | %.0f | %s |%n",
                machines,
                cost.name(),
                cost.seconds() / HOUR,
                cost.coreSeconds() / HOUR,
                cost.bytes() / 1e9,
                cost.name().equals("all")
                        ? ""
                        : cost.limit().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static Cost total(List<Cost> costs) {
        return new Cost(
                "all",
                costs.stream().mapToDouble(Cost::seconds).sum(),
                costs.stream().mapToDouble(Cost::coreSeconds).sum(),
                costs.stream().mapToDouble(Cost::bytes).sum(),
                Limit.CORES);
    }

    /** {@return what each stage takes, in their order; what a cluster alone does is left out of one machine} */
    List<Cost> costs(Workload workload, Cluster cluster) {
        boolean isCluster = cluster.machines() > 1;
        List<Cost> costs = new ArrayList<>();
        for (Constants.Stage stage : constants.stages()) {
            switch (stage.place()) {
                case ROWS ->
                    costs.add(isCluster ? shared(stage, workload, cluster) : alone(stage, workload, cluster, 1));
                case ONCE -> costs.add(alone(stage, new Workload("once", 1), cluster, 1));
                case PUBLISHER -> costs.add(alone(stage, workload, cluster, 1));
                case GIVEN -> {
                    if (isCluster) {
                        costs.add(alone(stage, workload, cluster, 1));
                    }
                }
                case COPY -> {
                    if (isCluster) {
                        costs.add(alone(stage, workload, cluster, cluster.machines() - 1));
                    }
                }
            }
        }
        return costs;
    }

    /**
     * A stage that machines do each for itself.
     *
     * @param times how many of them do it; what copies receive comes through a cache, so that the publisher does not send it to each
     */
    private static Cost alone(Constants.Stage stage, Workload workload, Cluster cluster, int times) {
        int cores = stage.cores(cluster.cores());
        double processor = stage.cpuSeconds() * workload.millions() / cores;
        double disk = stage.bytes() * workload.millions() / cluster.diskBytes();
        double network = stage.received() * workload.millions() / cluster.networkBytes();
        double core = stage.cpuSeconds() * workload.millions() * times;
        double bytes = (stage.bytes() + stage.received()) * workload.millions() * times;
        return cost(stage.name(), processor, disk, network, core, bytes, cores);
    }

    /** A stage that all machines share, with a shuffle by which each quad comes to the machine that sorts it. */
    private static Cost shared(Constants.Stage stage, Workload workload, Cluster cluster) {
        int machines = cluster.machines();
        double core = stage.cpuSeconds() * cluster.clusterFactor() * workload.millions();
        double written = 2 * stage.bytes() * workload.millions(); // once for the shuffle, once as the parts
        double moved = stage.bytes() * workload.millions() * (machines - 1) / machines;
        return cost(
                stage.name() + " (cluster)",
                core / machines / cluster.cores(),
                written / machines / cluster.diskBytes(),
                moved / machines / cluster.networkBytes(),
                core,
                written + moved,
                cluster.cores());
    }

    private static Cost cost(
            String name, double processor, double disk, double network, double core, double bytes, int cores) {
        double seconds = Math.max(processor, Math.max(disk, network));
        Limit ofCores = cores == 1 ? Limit.ONE_CORE : cores == 2 ? Limit.TWO_CORES : Limit.CORES;
        Limit limit = seconds == processor ? ofCores : seconds == disk ? Limit.DISK : Limit.NETWORK;
        return new Cost(name, seconds, core, bytes, limit);
    }

    /** {@return why the machine that publishes cannot hold it, if it cannot: a release, and the one that is made beside it} */
    Optional<String> shortage(Workload workload, Cluster cluster) {
        double release = constants.stages().stream()
                .filter(stage -> stage.place() == Constants.Place.ROWS || stage.place() == Constants.Place.PUBLISHER)
                .mapToDouble(stage -> stage.bytes() * workload.millions())
                .sum();
        return 2 * release <= cluster.diskSize()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "does not fit: two releases take %.1f TB, and a disk has %.1f",
                        2 * release / 1e12,
                        cluster.diskSize() / 1e12));
    }
}
