package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.beanstalk.option.OptionName;
import io.beanpole.cloud.beanstalk.option.OptionSettings;

/**
 * Which queue a worker environment reads: the one that WorkerQueueURL names, else one of its own. A queue that it leaves
 * stays with its messages until the whole update has succeeded, because they would be lost if it is taken back.
 */
final class WorkerQueueChoice {
    private final WorkerQueues queues;
    private final Ledger ledger;
    private final EventLog.OperationEvents events;

    WorkerQueueChoice(WorkerQueues queues, Ledger ledger, EventLog.OperationEvents events) {
        this.queues = queues;
        this.ledger = ledger;
        this.events = events;
    }

    void choose(EnvironmentRecord environment, OptionSettings settings) {
        String named = settings.text(OptionName.SQSD, "WorkerQueueURL").orElse("");
        if (!named.isEmpty()) {
            if (!queues.exists(named)) {
                throw new CloudException("The queue " + named + " of WorkerQueueURL does not exist; create it first.");
            }
            ledger.change(environment.id(), known -> known.withQueues(named, ""));
        } else if (environment.deadLetterQueue().isEmpty()) {
            EnvironmentRecord created = queues.createdFor(environment, settings);
            ledger.change(environment.id(), known -> known.withQueues(created.queue(), created.deadLetterQueue()));
            events.info("Created SQS queue named: " + created.deadLetterQueue());
            events.info("Created SQS queue named: " + created.queue());
        } else {
            queues.update(environment, settings);
        }
    }
}
