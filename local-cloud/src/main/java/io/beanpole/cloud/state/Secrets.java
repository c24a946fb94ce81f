package io.beanpole.cloud.state;

import io.beanpole.cloud.StateFile;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Locale;

/** What only the owner of the data directory may know; made at random on the first start and kept. */
public record Secrets(String accessKeyId, String secretAccessKey, String databasePassword) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The secrets of this directory, new ones where it has none yet. */
    public static Secrets of(DataDirectory data) {
        StateFile<Secrets> file = new StateFile<>(data.resolve("secrets.json"), Secrets.class);
        return file.read(() -> {
            Secrets made = new Secrets("AKIA" + text(80).substring(0, 16), text(200), text(130));
            file.write(made);
            return made;
        });
    }

    /** Letters and digits only, as AWS's own, so that no shell, URL or regular expression trips over them. */
    private static String text(int bits) {
        String drawn = new BigInteger(bits, RANDOM).toString(32).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, (bits + 4) / 5 - drawn.length())) + drawn;
    }

    @Override
    public String toString() {
        return "Secrets[of " + accessKeyId + "]";
    }
}
