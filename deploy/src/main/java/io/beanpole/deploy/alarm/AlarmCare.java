package io.beanpole.deploy.alarm;

import java.time.Instant;
import java.util.Optional;

/**
 * What people know of an alarm and do about it, as it is kept in S3 for all of them.
 *
 * @param runbook what the alarm means and what to do, as text or Markdown; empty where nobody wrote any
 * @param actor who changed it last, the caller's ARN as STS tells it; empty when nobody did
 * @param changedAt when that was; the epoch when nobody did
 */
public record AlarmCare(
        String alarmName,
        String application,
        String environmentName,
        String runbook,
        Optional<Acknowledgement> acknowledgement,
        Optional<Mute> mute,
        String actor,
        Instant changedAt) {
    /** An alarm that nobody wrote anything about yet. */
    public static AlarmCare none(String alarmName, String application, String environmentName) {
        return new AlarmCare(
                alarmName, application, environmentName, "", Optional.empty(), Optional.empty(), "", Instant.EPOCH);
    }

    /** The same with another note on what to do. */
    public AlarmCare withRunbook(String text) {
        return new AlarmCare(alarmName, application, environmentName, text, acknowledgement, mute, actor, changedAt);
    }

    /** The same, looked after so; empty for by nobody. */
    public AlarmCare withAcknowledgement(Optional<Acknowledgement> acknowledged) {
        return new AlarmCare(alarmName, application, environmentName, runbook, acknowledged, mute, actor, changedAt);
    }

    /** The same, silent so long; empty for to be heard. */
    public AlarmCare withMute(Optional<Mute> muted) {
        return new AlarmCare(
                alarmName, application, environmentName, runbook, acknowledgement, muted, actor, changedAt);
    }

    /** The same, changed by this caller now. */
    AlarmCare changedBy(String caller, Instant now) {
        return new AlarmCare(alarmName, application, environmentName, runbook, acknowledgement, mute, caller, now);
    }
}
