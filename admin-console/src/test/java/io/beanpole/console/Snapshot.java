package io.beanpole.console;

import io.beanpole.console.chart.PngPicture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import org.testfx.util.WaitForAsyncUtils;

/** A picture of a node or a whole scene as a PNG file, drawn without a display. */
public final class Snapshot {
    private Snapshot() {}

    /** Draws the scene into {@code target/pictures/NAME.png} once the window has settled. */
    public static Path of(Scene scene, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        return write(WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene.snapshot(null)), name);
    }

    /** Draws one node. */
    public static Path of(Node node, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        return write(WaitForAsyncUtils.waitForAsyncFx(10_000, () -> node.snapshot(null, null)), name);
    }

    private static Path write(Image image, String name) {
        try {
            var directory = Path.of(System.getProperty("beanpole.pictures", "target/pictures"));
            Files.createDirectories(directory);
            return Files.write(directory.resolve(name + ".png"), PngPicture.of(image));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write the picture " + name, e);
        }
    }
}
