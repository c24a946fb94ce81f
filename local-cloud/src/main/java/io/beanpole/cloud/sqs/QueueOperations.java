package io.beanpole.cloud.sqs;

import io.beanpole.cloud.wire.Support;
import java.util.List;
import java.util.Map;

/** What ElasticMQ answers of SQS, and what it leaves out. */
public final class QueueOperations {
    private static final String IGNORED =
            "MessageRetentionPeriod, MaximumMessageSize, KmsMasterKeyId and Policy are kept but change nothing.";

    private QueueOperations() {}

    /** Those that behave as on AWS. */
    public static List<String> full() {
        return List.of(
                "CancelMessageMoveTask",
                "ChangeMessageVisibility",
                "ChangeMessageVisibilityBatch",
                "DeleteMessage",
                "DeleteMessageBatch",
                "DeleteQueue",
                "GetQueueUrl",
                "ListDeadLetterSourceQueues",
                "ListMessageMoveTasks",
                "ListQueueTags",
                "PurgeQueue",
                "SendMessage",
                "SendMessageBatch",
                "StartMessageMoveTask",
                "TagQueue",
                "UntagQueue");
    }

    /** The others, with what is missing. */
    public static Map<String, Support> exceptions() {
        return Map.of(
                "ReceiveMessage", Support.partial("No limit of 120,000 messages in flight; OverLimit never comes."),
                "CreateQueue", Support.partial(IGNORED + " RedriveAllowPolicy is refused."),
                "SetQueueAttributes", Support.partial(IGNORED + " RedriveAllowPolicy is refused."),
                "GetQueueAttributes", Support.partial("Policy and KmsMasterKeyId are not told."),
                "ListQueues", Support.partial("MaxResults is ignored; all queues come at once."),
                "AddPermission", Support.partial("Accepted; queues have no policy here."),
                "RemovePermission", Support.refused("Queues have no policy here, so there is none to remove."));
    }
}
