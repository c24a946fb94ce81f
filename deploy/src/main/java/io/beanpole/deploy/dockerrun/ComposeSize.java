package io.beanpole.deploy.dockerrun;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Sizes of memory as Compose writes them: 512m, 1.5g, 268435456. */
final class ComposeSize {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15}(?:\\.\\d+)?)\\s*([bkmg]?)b?");
    private static final double KIBI = 1024;

    private ComposeSize() {}

    /** In MiB; empty where no size is written. */
    static OptionalInt mebibytes(String text) {
        var size = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            return OptionalInt.empty();
        }
        var bytes = Double.parseDouble(size.group(1))
                * switch (size.group(2)) {
                    case "k" -> KIBI;
                    case "m" -> KIBI * KIBI;
                    case "g" -> KIBI * KIBI * KIBI;
                    default -> 1;
                };
        return OptionalInt.of((int) Math.min(Integer.MAX_VALUE, bytes / (KIBI * KIBI)));
    }
}
