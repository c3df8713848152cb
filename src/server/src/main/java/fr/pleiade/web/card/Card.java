package fr.pleiade.web.card;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * What a picture says.
 *
 * @param site whose it is
 * @param title what the page is about; cut after {@value #MOST_LINES} lines
 * @param below a line below it
 */
record Card(String site, String title, String below) {
    /** Pixels, as social networks ask for. */
    static final int WIDTH = 1200;

    static final int HEIGHT = 630;
    private static final int MARGIN = 80;
    private static final int MOST_LINES = 4;
    private static final int TITLE = 68;
    private static final int SMALL = 34;
    private static final Color PAPER = new Color(0xf4f2ec);
    private static final Color INK = new Color(0x1d2530);
    private static final Color QUIET = new Color(0x4b5663);
    private static final Color MARK = new Color(0x0a5a6b);

    /** {@return the picture as PNG} */
    byte[] png() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        try {
            draw(drawing);
        } finally {
            drawing.dispose();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private void draw(Graphics2D drawing) {
        drawing.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        drawing.setColor(PAPER);
        drawing.fillRect(0, 0, WIDTH, HEIGHT);
        drawing.setColor(MARK);
        drawing.fillRect(0, 0, MARGIN / 4, HEIGHT);
        drawing.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, SMALL));
        drawing.drawString(site, MARGIN, MARGIN + SMALL);
        drawing.setColor(INK);
        Font serif = new Font(Font.SERIF, Font.BOLD, TITLE);
        drawing.setFont(serif);
        int y = MARGIN + SMALL + TITLE + MARGIN / 2;
        for (String line : lines(title, drawing.getFontMetrics(serif))) {
            drawing.drawString(line, MARGIN, y);
            y += TITLE * 6 / 5;
        }
        drawing.setColor(QUIET);
        drawing.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, SMALL));
        drawing.drawString(below, MARGIN, HEIGHT - MARGIN);
    }

    /** {@return the text in lines that are not too wide, a word that is too wide alone in one} */
    static List<String> lines(String text, FontMetrics letters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && letters.stringWidth(longer) > WIDTH - 2 * MARGIN) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        if (lines.size() > MOST_LINES) {
            lines.set(MOST_LINES - 1, lines.get(MOST_LINES - 1) + "…");
            return List.copyOf(lines.subList(0, MOST_LINES));
        }
        return List.copyOf(lines);
    }
}
