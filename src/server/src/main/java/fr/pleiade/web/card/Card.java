package fr.pleiade.web.card;

import fr.pleiade.quality.look.Colour;
import fr.pleiade.quality.look.Palette;
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
 * @param below what stands below it; cut after {@value #MOST_BELOW} lines
 * @param palette the publisher's colours: the edge and the site's name
 */
record Card(String site, String title, String below, Palette palette) {
    /** Pixels, as social networks ask for. */
    static final int WIDTH = 1200;

    static final int HEIGHT = 630;
    private static final int MARGIN = 80;
    private static final int MOST_LINES = 4;
    private static final int MOST_BELOW = 2;
    private static final int TITLE = 68;
    private static final int SMALL = 34;
    private static final Color PAPER = new Color(0xf4f2ec);
    private static final Color INK = new Color(0x1d2530);
    private static final Color QUIET = new Color(0x4b5663);

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
        drawing.setColor(awt(palette.link()));
        drawing.fillRect(0, 0, MARGIN / 4, HEIGHT);
        drawing.setColor(awt(palette.accent()));
        drawing.fillRect(MARGIN / 4, 0, MARGIN / 16, HEIGHT);
        drawing.setColor(awt(palette.link()));
        drawing.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, SMALL));
        drawing.drawString(site, MARGIN, MARGIN + SMALL);
        drawing.setColor(INK);
        Font serif = new Font(Font.SERIF, Font.BOLD, TITLE);
        drawing.setFont(serif);
        int y = MARGIN + SMALL + TITLE + MARGIN / 2;
        for (String line : lines(title, drawing.getFontMetrics(serif), MOST_LINES)) {
            drawing.drawString(line, MARGIN, y);
            y += TITLE * 6 / 5;
        }
        drawing.setColor(QUIET);
        drawing.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, SMALL));
        List<String> end = lines(below, drawing.getFontMetrics(), MOST_BELOW);
        for (int i = 0; i < end.size(); i++) {
            drawing.drawString(end.get(i), MARGIN, HEIGHT - MARGIN - (end.size() - 1 - i) * SMALL * 4 / 3);
        }
    }

    private static Color awt(Colour colour) {
        return new Color(colour.red(), colour.green(), colour.blue());
    }

    /** {@return the text in so many lines at most that are not too wide, a word that is too wide alone in one} */
    static List<String> lines(String text, FontMetrics letters, int most) {
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
        if (lines.size() > most) {
            lines.set(most - 1, lines.get(most - 1) + "…");
            return List.copyOf(lines.subList(0, most));
        }
        return List.copyOf(lines);
    }
}
