package io.beanpole.cloud.logs;

import java.util.Locale;

/**
 * One event.
 *
 * @param id 56 digits as on AWS; their order is that of the timestamps, and within one of the arrival
 * @param timestamp when it happened, in milliseconds since 1970
 * @param ingestion when it came, in milliseconds since 1970
 */
record LogEvent(String id, String stream, long timestamp, long ingestion, String message) {
    /** @param stream the number of the stream, which is as unique as the stream */
    static String id(long timestamp, long stream, long number) {
        return String.format(Locale.ROOT, "%020d%012d%024d", timestamp, stream, number);
    }
}
