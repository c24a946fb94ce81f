package io.beanpole.console.alarms;

import java.lang.System.Logger.Level;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;

/** Two short notes, made by arithmetic and played off the window's thread. A machine that has no sound stays silent. */
final class Chime {
    private static final System.Logger LOG = System.getLogger(Chime.class.getName());
    private static final float RATE = 44_100;
    private static final double[] NOTES = {880, 1174.66};
    private static final double SECONDS = 0.22;
    private static final double LOUDNESS = 0.25;

    private Chime() {}

    /** Begins to play it. */
    static void play() {
        var thread = new Thread(Chime::sound, "chime");
        thread.setDaemon(true);
        thread.start();
    }

    /** Both notes as samples of 16 bits, the lower byte first; each fades out, so that nothing clicks. */
    static byte[] samples() {
        int each = (int) (RATE * SECONDS);
        var samples = new byte[each * NOTES.length * 2];
        for (int at = 0; at < each * NOTES.length; at++) {
            double time = at % each / (double) RATE;
            double fading = 1 - time / SECONDS;
            double rising = Math.min(1, time * 200);
            double wave = Math.sin(2 * Math.PI * NOTES[at / each] * time);
            int value = (int) (wave * fading * rising * LOUDNESS * Short.MAX_VALUE);
            samples[2 * at] = (byte) value;
            samples[2 * at + 1] = (byte) (value >> 8);
        }
        return samples;
    }

    private static void sound() {
        var format = new AudioFormat(RATE, 16, 1, true, false);
        try (var line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            var samples = samples();
            line.write(samples, 0, samples.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            LOG.log(Level.DEBUG, "Soundless", e);
        }
    }
}
