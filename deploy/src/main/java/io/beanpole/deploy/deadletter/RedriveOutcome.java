package io.beanpole.deploy.deadletter;

import java.time.Duration;

/**
 * What came of sending letters back. Every letter is counted: what was sent is in the source queue, done, or back among
 * the dead letters; what was not sent was never taken out.
 *
 * @param run the mark that each letter carries in its attribute beanpole-redrive
 * @param sent letters that the source queue took
 * @param cameBack letters of this run that failed again and are dead letters once more, as far as was seen
 * @param unsettled letters of the source queue whose fate was not known yet at the end, other messages among them
 * @param left dead letters at the end
 * @param possibleDuplicates letters that were sent but could not be deleted here, so that they may be done twice
 * @param unmarkable letters that were left because their ten attributes leave no room for the mark
 * @param stoppedItself whether too many failed
 * @param message the outcome in a sentence
 */
public record RedriveOutcome(
        String run,
        int sent,
        int cameBack,
        long unsettled,
        long left,
        int possibleDuplicates,
        int unmarkable,
        boolean stoppedItself,
        Duration took,
        String message) {}
