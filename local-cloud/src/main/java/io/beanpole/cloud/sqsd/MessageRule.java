package io.beanpole.cloud.sqsd;

/** The rule of the daemon that decided what happened to a message. */
public enum MessageRule {
    /** The message came with a receive call; its visibility timeout runs from here. */
    RECEIVED("message"),
    /** Exactly 200 was answered: the message is done. */
    DELETED_ON_200("message"),
    /** Another status was answered and ErrorVisibilityTimeout is set: visible again after it. */
    STATUS_THEN_ERROR_VISIBILITY("http-err"),
    /** Another status was answered and ErrorVisibilityTimeout is not set: waits out VisibilityTimeout. */
    STATUS_THEN_VISIBILITY("http-err"),
    /** No byte came for InactivityTimeout: the connection was cut and the message waits out VisibilityTimeout. */
    INACTIVE_THEN_VISIBILITY("socket-err"),
    /** No connection, or a broken one, and ErrorVisibilityTimeout is set: visible again after it. */
    BROKEN_THEN_ERROR_VISIBILITY("socket-err"),
    /** No connection, or a broken one, and ErrorVisibilityTimeout is not set: waits out VisibilityTimeout. */
    BROKEN_THEN_VISIBILITY("socket-err"),
    /** Older than RetentionPeriod, counted from the first receive: deleted without a POST. */
    EXPIRED("expired-msg"),
    /** Came with a long poll that ended after the daemon was stopped: given back at once. */
    HANDED_BACK("drain"),
    /** SQS refused the deletion or the change of visibility. */
    REFUSED_BY_QUEUE("sqs-err");

    private final String category;

    MessageRule(String category) {
        this.category = category;
    }

    /** The category of the daemon's log line for this rule. */
    public String category() {
        return category;
    }
}
