package io.beanpole.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import org.testfx.util.WaitForAsyncUtils;

/** A picture of a node or a whole scene as a PNG file, drawn without a display. */
public final class Snapshot {
    private static final byte[] SIGNATURE = {(byte) 137, 80, 78, 71, 13, 10, 26, 10};
    private static final byte[] DEPTH_8_RGB = {8, 2, 0, 0, 0};

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
            return Files.write(
                    directory.resolve(name + ".png"),
                    png(image.getPixelReader(), (int) image.getWidth(), (int) image.getHeight()));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write the picture " + name, e);
        }
    }

    /** JavaFX can write images only through Swing, which isn't on the class path; PNG asks for a few lines only. */
    private static byte[] png(PixelReader pixels, int width, int height) {
        var raw = ByteBuffer.allocate((width * 3 + 1) * height);
        for (int y = 0; y < height; y++) {
            raw.put((byte) 0);
            for (int x = 0; x < width; x++) {
                var argb = pixels.getArgb(x, y);
                raw.put((byte) (argb >> 16)).put((byte) (argb >> 8)).put((byte) argb);
            }
        }
        var header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(DEPTH_8_RGB)
                .array();
        var packed = deflated(raw.array());
        var file = ByteBuffer.allocate(SIGNATURE.length + header.length + packed.length + 3 * 12);
        file.put(SIGNATURE);
        chunk(file, "IHDR", header);
        chunk(file, "IDAT", packed);
        chunk(file, "IEND", new byte[0]);
        return file.array();
    }

    private static void chunk(ByteBuffer file, String type, byte[] data) {
        var start = file.putInt(data.length).position();
        for (int at = 0; at < type.length(); at++) {
            file.put((byte) type.charAt(at));
        }
        file.put(data);
        var sum = new CRC32();
        sum.update(file.array(), start, file.position() - start);
        file.putInt((int) sum.getValue());
    }

    private static byte[] deflated(byte[] raw) {
        var deflater = new Deflater();
        try {
            deflater.setInput(raw);
            deflater.finish();
            var packed = new byte[raw.length + 1024];
            var length = deflater.deflate(packed);
            return Arrays.copyOf(packed, length);
        } finally {
            deflater.end();
        }
    }
}
