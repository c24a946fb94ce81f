package io.beanpole.scaling.alarm;

import java.util.Arrays;
import java.util.Optional;

/** What an alarm makes of periods without data. */
public enum MissingData {
    /** Without any data the state is INSUFFICIENT_DATA. */
    MISSING("missing"),
    /** Where the data doesn't decide, the state stays. */
    IGNORE("ignore"),
    BREACHING("breaching"),
    NOT_BREACHING("notBreaching");

    private final String awsName;

    MissingData(String awsName) {
        this.awsName = awsName;
    }

    /** The treatment that CloudWatch names so. */
    public static Optional<MissingData> named(String awsName) {
        return Arrays.stream(values())
                .filter(each -> each.awsName.equals(awsName))
                .findFirst();
    }

    public String awsName() {
        return awsName;
    }
}
