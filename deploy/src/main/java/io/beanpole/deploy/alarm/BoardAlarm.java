package io.beanpole.deploy.alarm;

import io.beanpole.deploy.scaling.AlarmSummary;
import java.time.Instant;

/**
 * One alarm on the board.
 *
 * @param alarm as CloudWatch has it
 * @param subject the queue or group that it watches
 * @param laneName the lane of the environment, as deployment.yml calls it
 * @param care what people know of it and do about it
 */
public record BoardAlarm(
        AlarmSummary alarm,
        AlarmKind kind,
        String subject,
        String application,
        String environmentName,
        String laneName,
        AlarmCare care) {
    /** The alarm's name, which is its own in an account and region. */
    public String name() {
        return alarm.name();
    }

    /** The same with this care. */
    public BoardAlarm with(AlarmCare newer) {
        return new BoardAlarm(alarm, kind, subject, application, environmentName, laneName, newer);
    }

    /** Whether somebody looks after this raise of it. */
    public boolean isAcknowledged(Instant now) {
        return alarm.isRaised()
                && care.acknowledgement()
                        .filter(known -> known.raisedAt().equals(alarm.since()) && now.isBefore(known.until()))
                        .isPresent();
    }

    /** Whether it isn't to be heard now. */
    public boolean isMuted(Instant now) {
        return care.mute().filter(known -> now.isBefore(known.until())).isPresent();
    }

    /** Whether it stands, and nobody looks after it. */
    public boolean isRinging(Instant now) {
        return alarm.isRaised() && !isAcknowledged(now) && !isMuted(now);
    }
}
