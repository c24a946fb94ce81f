package io.beanpole.cloud.sqsd;

/** The rule of the daemon that decided what happened to a message. */
public enum MessageRule {
    /** The message came with a receive call; its visibility timeout runs from here. */
    RECEIVED("message"),
    /** The message goes to the application; it may have waited here for a free connection. */
    POSTED("post"),
    /** Exactly 200 was answered, and now the message is deleted. */
    DELETED_ON_200("message"),
    /** Another status was answered and ErrorVisibilityTimeout is set: visible again after it. */
    STATUS_THEN_ERROR_VISIBILITY("http-err"),
    /** Another status was answered and ErrorVisibilityTimeout is not set: waits out VisibilityTimeout. */
    STATUS_THEN_VISIBILITY("http-err"),
    /** Another status was answered and ErrorVisibilityTimeout is not set: visible after the documented 2 s. */
    STATUS_THEN_DOCUMENTED_DEFAULT("http-err"),
    /** No byte came for InactivityTimeout: the connection was cut and the message waits out VisibilityTimeout. */
    INACTIVE_THEN_VISIBILITY("socket-err"),
    /** No byte came for InactivityTimeout and ErrorVisibilityTimeout counts for that, too: visible again after it. */
    INACTIVE_THEN_ERROR_VISIBILITY("socket-err"),
    /** No byte came for InactivityTimeout: visible again at once, as documented. */
    INACTIVE_THEN_VISIBLE("socket-err"),
    /** No connection, or a broken one, and ErrorVisibilityTimeout is set: visible again after it. */
    BROKEN_THEN_ERROR_VISIBILITY("socket-err"),
    /** No connection, or a broken one, and ErrorVisibilityTimeout is not set: waits out VisibilityTimeout. */
    BROKEN_THEN_VISIBILITY("socket-err"),
    /** No connection, or a broken one, and ErrorVisibilityTimeout is not set: treated as the documented 2 s. */
    BROKEN_THEN_DOCUMENTED_DEFAULT("socket-err"),
    /** The application closed the connection: POSTed again at once, with the same receive count. */
    CLOSED_THEN_POSTED_AGAIN("conn-closed"),
    /** Older than RetentionPeriod, counted from the first receive: deleted without a POST. */
    EXPIRED("expired-msg"),
    /** Came, or still waited here, when the daemon was stopped or rested: given back when no long poll was open. */
    HANDED_BACK("drain"),
    /** Waited here so long that its visibility timeout would not have covered the work any more: given back at once. */
    HANDED_BACK_UNPOSTED("backlog"),
    /** Waited here longer than its visibility timeout: others see it again already, so it was not POSTed. */
    DROPPED_UNPOSTED("backlog"),
    /** Was still with the application at the end of the drain: cut, waits out VisibilityTimeout. */
    CUT_AT_STOP("drain"),
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
