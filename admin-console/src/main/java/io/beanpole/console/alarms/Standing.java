package io.beanpole.console.alarms;

import io.beanpole.deploy.alarm.BoardAlarm;
import java.time.Instant;

/** How much an alarm asks of a person now; the order is the board's. */
enum Standing {
    /** It stands, and nobody looks after it. */
    RINGING,
    /** It stands, and somebody looks after it. */
    ACKNOWLEDGED,
    /** It can't tell, for want of data. */
    UNKNOWN,
    /** Nobody wants to hear of it for a while. */
    MUTED,
    /** All is well, or it only shrinks an idle lane. */
    QUIET;

    static Standing of(BoardAlarm alarm, Instant now) {
        if (alarm.isMuted(now)) {
            return MUTED;
        }
        if (alarm.isAcknowledged(now)) {
            return ACKNOWLEDGED;
        }
        if (alarm.isRinging(now)) {
            return RINGING;
        }
        return alarm.alarm().state().equals("INSUFFICIENT_DATA") ? UNKNOWN : QUIET;
    }
}
