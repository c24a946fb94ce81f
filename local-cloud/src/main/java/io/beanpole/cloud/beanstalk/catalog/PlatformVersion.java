package io.beanpole.cloud.beanstalk.catalog;

import java.time.Instant;
import java.util.Arrays;

/** One version of a platform, as {@code 4.7.1}; later ones are greater. */
record PlatformVersion(String number, Instant released) implements Comparable<PlatformVersion> {
    @Override
    public int compareTo(PlatformVersion other) {
        return Arrays.compare(parts(), other.parts());
    }

    /** Whether the update is a patch only: everything but the last part is the same. */
    boolean isPatchOf(PlatformVersion other) {
        return parts()[0] == other.parts()[0] && parts()[1] == other.parts()[1];
    }

    private int[] parts() {
        return Arrays.stream(number.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
