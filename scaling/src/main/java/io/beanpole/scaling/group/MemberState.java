package io.beanpole.scaling.group;

/** Where an instance stands in its group's life, in AWS's words and order (evidence: [B], reference 5.6). */
public enum MemberState {
    PENDING("Pending"),
    PENDING_WAIT("Pending:Wait"),
    PENDING_PROCEED("Pending:Proceed"),
    IN_SERVICE("InService"),
    STANDBY("Standby"),
    TERMINATING("Terminating"),
    TERMINATING_WAIT("Terminating:Wait"),
    TERMINATING_PROCEED("Terminating:Proceed");

    private final String wireName;

    MemberState(String wireName) {
        this.wireName = wireName;
    }

    /** As AWS writes it. */
    public String wireName() {
        return wireName;
    }

    /** Whether it was launched and doesn't serve yet. */
    public boolean isPending() {
        return this == PENDING || this == PENDING_WAIT || this == PENDING_PROCEED;
    }

    /** Whether it is on its way out. */
    public boolean isTerminating() {
        return this == TERMINATING || this == TERMINATING_WAIT || this == TERMINATING_PROCEED;
    }

    /** Whether it counts towards what is desired. */
    public boolean counts() {
        return isPending() || this == IN_SERVICE;
    }
}
