package fr.pleiade.bench.scale;

/**
 * The machines of a simulation, all alike.
 *
 * @param machines how many map rows; one of them publishes, the others serve copies
 * @param cores of each
 * @param networkBytes a second, of each
 * @param diskBytes a second, of each
 * @param diskSize bytes of the disk of each
 * @param clusterFactor how many times as much processor time a cluster takes for a row as one machine does
 */
record Cluster(int machines, int cores, double networkBytes, double diskBytes, double diskSize, double clusterFactor) {
    /** {@return so many machines of 16 cores, 10 gigabits and 500 megabytes a second, with disks of 4 terabytes; a cluster at three times the cost} */
    static Cluster of(int machines) {
        return new Cluster(machines, 16, 1.25e9, 5e8, 4e12, 3);
    }
}
