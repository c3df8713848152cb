package fr.pleiade.web.map;

/** Where the panels of a map stand: one across, and the others in rows of three below it, each with room for its label. */
final class Insets {
    private static final int ACROSS = 3;
    private static final double GAP = 8;
    private static final double LABEL = 16;
    static final double WIDTH = (DrawnMap.WIDTH - (ACROSS - 1) * GAP) / ACROSS;
    static final double HEIGHT = 84;

    private final double top;
    private int placed;

    /** @param top the height of the panel across, above them */
    Insets(double top) {
        this.top = top;
    }

    /** A corner of a rectangle. */
    record Corner(double x, double y) {}

    /** {@return where the next one stands} */
    Corner next() {
        int row = placed / ACROSS;
        double x = placed % ACROSS * (WIDTH + GAP);
        placed++;
        return new Corner(x, Frame.rounded(top + LABEL + row * (HEIGHT + LABEL + GAP)));
    }

    /** {@return the height of all} */
    int height() {
        int rows = (placed + ACROSS - 1) / ACROSS;
        return (int) Math.ceil(top + rows * (HEIGHT + LABEL + GAP));
    }
}
