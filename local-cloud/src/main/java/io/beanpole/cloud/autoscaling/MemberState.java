package io.beanpole.cloud.autoscaling;

/** Where an instance stands in its group's life, of AWS's states those that happen here. */
enum MemberState {
    PENDING("Pending"),
    IN_SERVICE("InService"),
    TERMINATING("Terminating");

    private final String wireName;

    MemberState(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
