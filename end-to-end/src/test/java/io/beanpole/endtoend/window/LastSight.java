package io.beanpole.endtoend.window;

import io.beanpole.endtoend.EndToEndException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;

/** A picture of the window as it was when something was waited for in vain: no stack trace says as much. */
final class LastSight {
    private static final Path PICTURES = Path.of("target", "pictures");

    private LastSight() {}

    /** Keeps it and gives the file. */
    static Path keep(FxRobot robot, String what) {
        Path file = PICTURES.resolve(what.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".png");
        robot.interact(() -> write(robot.targetWindow().getScene().snapshot(null), file));
        return file.toAbsolutePath();
    }

    private static void write(Image image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        PixelReader reader = image.getPixelReader();
        reader.getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        drawn.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(drawn, "png", file.toFile());
        } catch (IOException e) {
            throw new EndToEndException("Tried to write the picture " + file + ", but " + e.getMessage(), e);
        }
    }
}
