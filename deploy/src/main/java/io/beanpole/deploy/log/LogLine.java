package io.beanpole.deploy.log;

import java.time.Instant;

/**
 * One line of a log.
 *
 * @param instance that said it
 * @param file the log's path on the instance, as on AWS: /var/log/eb-engine.log
 * @param at when it was said: its own time, else that of the line before it, else what is known of it
 * @param timed whether the log says so; false where no line of it has a time
 */
public record LogLine(String instance, String file, Instant at, boolean timed, String text) {
    /** The text after the time that it begins with; all of it where it begins with none. */
    public String message() {
        return LogTimes.after(text);
    }
}
