package io.beanpole.cloud.beanstalk.log;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One instance's logs as they were at a moment, kept as an object under AWS's key:
 * {@code resources/environments/logs/tail/e-.../i-.../TailLogs-1763712000000.out} (reference 3.9 [D]).
 *
 * @param isLast whether nobody can take another, because the instance was ended by a deployment that failed; the name
 *     of its object begins with {@code Last} [I]
 */
record LogSample(LogKind kind, String environment, String instance, Instant at, boolean isLast) {
    /** The keys of all samples start with it. */
    static final String ROOT = "resources/environments/logs/";

    private static final Pattern KEY =
            Pattern.compile(ROOT + "(tail|bundle)/([^/]+)/([^/]+)/(Last)?[A-Za-z]+-([0-9]{1,15})\\..+");

    /** Empty when the key isn't one of a sample. */
    static Optional<LogSample> of(String key) {
        Matcher parts = KEY.matcher(key);
        return parts.matches()
                ? Optional.of(new LogSample(
                        parts.group(1).equals(LogKind.TAIL.word()) ? LogKind.TAIL : LogKind.BUNDLE,
                        parts.group(2),
                        parts.group(3),
                        Instant.ofEpochMilli(Long.parseLong(parts.group(5))),
                        parts.group(4) != null))
                : Optional.empty();
    }

    String key() {
        return prefix(kind, environment) + instance + "/" + (isLast ? "Last" : "") + kind.nameAt(at.toEpochMilli());
    }

    static String prefix(LogKind kind, String environment) {
        return ROOT + kind.word() + "/" + environment + "/";
    }
}
