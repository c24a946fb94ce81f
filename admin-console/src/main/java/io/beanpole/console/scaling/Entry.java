package io.beanpole.console.scaling;

import io.beanpole.console.words.Words;
import io.beanpole.scaling.ScalingException;
import java.time.Duration;
import java.util.Locale;

/** Reads numbers that a person typed; the sentence on a wrong one names the place and the field. */
final class Entry {
    private Entry() {}

    /** @throws ScalingException when it is none */
    static double number(String place, String fieldKey, String text) {
        try {
            var number = Double.parseDouble(text.strip().replace(',', '.'));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(place, fieldKey, text, "scaling.entry.number");
        }
        throw wrong(place, fieldKey, text, "scaling.entry.number");
    }

    /** @throws ScalingException when it is none */
    static int whole(String place, String fieldKey, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw wrong(place, fieldKey, text, "scaling.entry.whole");
        }
    }

    /** @throws ScalingException when it is no number of seconds from a least one on */
    static Duration seconds(String place, String fieldKey, String text, int least) {
        var seconds = whole(place, fieldKey, text);
        if (seconds < least) {
            throw new ScalingException(
                    Words.of("scaling.entry.least", place, Words.of(fieldKey), text, String.valueOf(least)));
        }
        return Duration.ofSeconds(seconds);
    }

    /** A number without the zeros that say nothing. */
    static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.format(Locale.ROOT, "%d", (long) number)
                : String.valueOf(number);
    }

    static String text(Duration length) {
        return String.valueOf(length.toSeconds());
    }

    private static ScalingException wrong(String place, String fieldKey, String text, String sentenceKey) {
        return new ScalingException(Words.of(sentenceKey, place, Words.of(fieldKey), text));
    }
}
