package io.beanpole.console.chart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;

/**
 * An image as a PNG file. JavaFX can write images only through Swing, which isn't on the class path; the format asks for
 * a few lines only (<a href="https://www.w3.org/TR/png-3/">PNG, third edition</a>).
 */
public final class PngPicture {
    private static final byte[] SIGNATURE = {(byte) 137, 80, 78, 71, 13, 10, 26, 10};
    private static final byte[] DEPTH_8_RGB = {8, 2, 0, 0, 0};
    private static final int CHUNK_FRAME = 12;

    private PngPicture() {}

    /** The file's bytes; transparency is lost. Takes a while, and any thread. */
    public static byte[] of(Image image) {
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var pixels = image.getPixelReader();
        var raw = ByteBuffer.allocate((width * 3 + 1) * height);
        for (var y = 0; y < height; y++) {
            raw.put((byte) 0);
            for (var x = 0; x < width; x++) {
                var argb = pixels.getArgb(x, y);
                raw.put((byte) (argb >> 16)).put((byte) (argb >> 8)).put((byte) argb);
            }
        }
        var header = ByteBuffer.allocate(8 + DEPTH_8_RGB.length)
                .putInt(width)
                .putInt(height)
                .put(DEPTH_8_RGB)
                .array();
        var packed = deflated(raw.array());
        var file = ByteBuffer.allocate(SIGNATURE.length + header.length + packed.length + 3 * CHUNK_FRAME);
        file.put(SIGNATURE);
        chunk(file, "IHDR", header);
        chunk(file, "IDAT", packed);
        chunk(file, "IEND", new byte[0]);
        return file.array();
    }

    private static void chunk(ByteBuffer file, String type, byte[] data) {
        var start = file.putInt(data.length).position();
        file.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
        var sum = new CRC32();
        sum.update(file.array(), start, file.position() - start);
        file.putInt((int) sum.getValue());
    }

    private static byte[] deflated(byte[] raw) {
        var packed = new ByteArrayOutputStream();
        var deflater = new Deflater();
        try (var out = new DeflaterOutputStream(packed, deflater)) {
            out.write(raw, 0, raw.length);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory could not be written.", e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }
}
