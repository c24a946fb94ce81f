package io.beanpole.deploy.alarm;

import io.beanpole.deploy.DeployException;
import java.util.function.Function;

/**
 * Puts together what one person wants to change and what others changed meanwhile. Two changes of different things both
 * stand; two of the same thing don't, and the later person is told.
 *
 * @param seen what the person looked at
 * @param wanted what they made of it
 * @param stored what others have made of it meanwhile
 */
record CareMerge(AlarmCare seen, AlarmCare wanted, AlarmCare stored) {
    /** Both changes; a change of the same thing by another person is an error, with their name. */
    AlarmCare merged() {
        return stored.withRunbook(part("runbook note", AlarmCare::runbook))
                .withAcknowledgement(part("acknowledgement", AlarmCare::acknowledgement))
                .withMute(part("mute", AlarmCare::mute));
    }

    private <T> T part(String what, Function<AlarmCare, T> part) {
        var before = part.apply(seen);
        var mine = part.apply(wanted);
        var theirs = part.apply(stored);
        if (mine.equals(before) || mine.equals(theirs)) {
            return theirs;
        }
        if (theirs.equals(before)) {
            return mine;
        }
        throw new DeployException(
                "Could not change the " + what + " of " + seen.alarmName() + ": " + name(stored.actor())
                        + " changed it at " + stored.changedAt() + ", after you looked.",
                "Look at what is there now, and change it again if it is still needed.");
    }

    private static String name(String arn) {
        return arn.isEmpty() ? "somebody" : arn.substring(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
    }
}
