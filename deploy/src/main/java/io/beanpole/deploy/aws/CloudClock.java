package io.beanpole.deploy.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What time it is for the cloud, by the Date header of its answers (RFC 9110, section 6.6.1). On a machine whose clock is
 * wrong by hours, "the last hour" would otherwise be one in which the cloud has nothing to tell, and an alarm that has
 * just been raised would be hours old. It is this machine's clock until the first answer, and while both agree.
 */
public final class CloudClock extends Clock {
    /** Dates are whole seconds, and an answer is under way for a while: less than this is no difference. */
    private static final Duration TOLERATED = Duration.ofMinutes(2);

    private final Clock here;
    /** Milliseconds; shared with the same clock in other zones. */
    private final AtomicLong ahead;

    /** Agrees with this one until an answer says another time. */
    public CloudClock(Clock here) {
        this(here, new AtomicLong());
    }

    private CloudClock(Clock here, AtomicLong ahead) {
        this.here = here;
        this.ahead = ahead;
    }

    /** It is this time there now. */
    public void heard(Instant there) {
        var difference = Duration.between(here.instant(), there);
        ahead.set(difference.abs().compareTo(TOLERATED) < 0 ? 0 : difference.toMillis());
    }

    /** How much later it is there than here; negative where it is earlier, zero where both agree or nothing is known. */
    public Duration ahead() {
        return Duration.ofMillis(ahead.get());
    }

    /** A sentence where the clocks differ. */
    public Optional<String> remark() {
        var difference = ahead();
        return difference.isZero()
                ? Optional.empty()
                : Optional.of("The clock of this machine is " + words(difference.abs()) + " "
                        + (difference.isNegative() ? "ahead of" : "behind")
                        + " the cloud's, so all times here are the cloud's. Set the clock of this machine.");
    }

    @Override
    public Instant instant() {
        return here.instant().plus(ahead());
    }

    @Override
    public ZoneId getZone() {
        return here.getZone();
    }

    /** The same, which goes on hearing what this one hears. */
    @Override
    public CloudClock withZone(ZoneId zone) {
        return new CloudClock(here.withZone(zone), ahead);
    }

    private static String words(Duration length) {
        return length.toHours() > 0
                ? length.toHours() + " h " + length.toMinutesPart() + " min"
                : length.toMinutes() + " min";
    }
}
