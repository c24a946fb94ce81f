package io.beanpole.deploy.scaling.simulation;

import io.beanpole.deploy.DeployException;
import io.beanpole.scaling.simulation.SimulationResult;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.w3c.dom.Document;

/** One trace and what policies made of it, as a picture: over time above, waits and costs below. */
public final class SimulationChart {
    private static final int WIDTH = 1500;
    private static final int HEIGHT = 1300;

    /** How much of the height is the part over time. */
    private static final int OVER_TIME = 900;

    private final TimeChart overTime;
    private final WaitChart waits;

    /** @param slo what no task should wait longer than */
    public SimulationChart(String trace, Duration slo, List<SimulationResult> results) {
        this.overTime = new TimeChart(trace, slo, results);
        this.waits = new WaitChart(slo, results);
    }

    /**
     * Writes it.
     *
     * @param file whose name ends in {@code .png} or {@code .svg}
     * @param isOneOfSeveral whether the trace's name becomes a part of the file's
     * @return the file that was written
     * @throws DeployException when the name ends otherwise or the file can't be written
     */
    public Path write(Path file, boolean isOneOfSeveral) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String kind = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
        if (!kind.equals(".png") && !kind.equals(".svg")) {
            throw new DeployException(
                    "No chart can be drawn into " + file + ".", "Give a name that ends in .png or .svg.");
        }
        Path target = isOneOfSeveral
                ? file.resolveSibling(name.substring(0, dot) + "-" + overTime.trace() + name.substring(dot))
                : file;
        try {
            Files.createDirectories(
                    Objects.requireNonNull(target.toAbsolutePath().getParent()));
            if (kind.equals(".png")) {
                png(target);
            } else {
                svg(target);
            }
        } catch (IOException e) {
            throw new DeployException(
                    "The chart " + target + " could not be written: " + e.getMessage() + ".",
                    "Name a folder that can be written.",
                    e);
        }
        return target;
    }

    private void png(Path file) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        draw(graphics);
        graphics.dispose();
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("there is no writer of PNG in this Java");
        }
    }

    private void svg(Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
            SVGGraphics2D graphics = new SVGGraphics2D(document);
            graphics.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
            draw(graphics);
            graphics.stream(writer, true);
        } catch (ParserConfigurationException | SVGGraphics2DIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void draw(Graphics2D graphics) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        overTime.chart().draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, OVER_TIME));
        waits.chart().draw(graphics, new Rectangle2D.Double(0, OVER_TIME, WIDTH, HEIGHT - OVER_TIME));
    }
}
