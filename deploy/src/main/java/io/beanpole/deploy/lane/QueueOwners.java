package io.beanpole.deploy.lane;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.action.ActionSubject;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.beanstalk.Environments;
import java.util.Optional;

/** Under which application what is done with a queue is written down. */
public final class QueueOwners {
    private final AwsAccess access;
    private final Optional<String> described;

    /** @param described the application of all queues; empty to ask whose environment drains each */
    public QueueOwners(AwsAccess access, Optional<String> described) {
        this.access = access;
        this.described = described;
    }

    /** What an action on this queue is filed under; an error if nobody can tell the application. */
    public ActionSubject subject(QueuePair pair) {
        return new ActionSubject(described.orElseGet(() -> application(pair)), pair.subject());
    }

    private String application(QueuePair pair) {
        try (var environments = Environments.ofAllApplications(access)) {
            return environments
                    .find(pair.environmentName())
                    .orElseThrow(() -> new DeployException("Nobody can tell which application the queue "
                            + pair.queueName() + " belongs to: no environment drains it."))
                    .application();
        }
    }
}
