package io.beanpole.cloud.sqsd;

import java.util.Arrays;
import java.util.Optional;

/** The numbers among the options of {@code aws:elasticbeanstalk:sqsd}, as AWS defaults and bounds them [D][D26]. */
public enum SqsdNumber {
    HTTP_CONNECTIONS("HttpConnections", 50, 1, 100),
    CONNECT_TIMEOUT("ConnectTimeout", 5, 1, 60),
    INACTIVITY_TIMEOUT("InactivityTimeout", 299, 1, 36_000),
    VISIBILITY_TIMEOUT("VisibilityTimeout", 300, 0, 43_200),
    ERROR_VISIBILITY_TIMEOUT("ErrorVisibilityTimeout", 2, 0, 43_200),
    RETENTION_PERIOD("RetentionPeriod", 345_600, 60, 1_209_600),
    MAX_RETRIES("MaxRetries", 10, 1, 100);

    private final String option;
    private final int usual;
    private final int least;
    private final int most;

    SqsdNumber(String option, int usual, int least, int most) {
        this.option = option;
        this.usual = usual;
        this.least = least;
        this.most = most;
    }

    /** As the namespace calls it; times are in seconds. */
    public String option() {
        return option;
    }

    /** What it is when nobody says. */
    public int usual() {
        return usual;
    }

    /** The number that a text says, if it is within the bounds. */
    public Optional<Integer> read(String text) {
        return Optional.of(text)
                .filter(said -> said.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most);
    }

    /** What must be said, for whoever said something else. */
    public String demand() {
        return "a number from " + least + " to " + most;
    }

    /** The number of an option's name; empty when it is none of these. */
    public static Optional<SqsdNumber> named(String option) {
        return Arrays.stream(values())
                .filter(number -> number.option.equals(option))
                .findFirst();
    }
}
