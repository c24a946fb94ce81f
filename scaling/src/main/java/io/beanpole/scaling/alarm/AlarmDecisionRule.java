package io.beanpole.scaling.alarm;

/** What decided an evaluation of an alarm. */
public enum AlarmDecisionRule {
    /** At least M of the values breach. */
    ENOUGH_BREACH("enough values breach"),
    /** Even if all missing values breached, they would be fewer than M. */
    TOO_FEW_CAN_BREACH("fewer values breach than it takes, whatever the missing ones would be"),
    /** The real values leave it open and the missing ones count as breaching. */
    MISSING_AS_BREACHING("the missing values are treated as breaching"),
    /** The real values leave it open and the missing ones count as not breaching. */
    MISSING_AS_NOT_BREACHING("the missing values are treated as not breaching"),
    /** There is no value at all. */
    NO_DATA("there is no value in the whole evaluation range"),
    /** Values are missing, but one that is there is within the threshold. */
    A_VALUE_IS_WITHIN("values are missing, and one that is there does not breach"),
    /** All values that are there breach, the oldest at least M periods ago. */
    OLD_BREACH("all values that are there breach, and the oldest is no new one"),
    /** All values that are there breach, but all are too new to be sure. */
    ONLY_NEW_BREACHES("all values that are there breach, but they are too new and too few"),
    /** Values are missing and the state stays: treat missing data as ignore. */
    MISSING_IGNORED("values are missing, which this alarm ignores"),
    /** A percentile was made of too few samples and the state stays. */
    TOO_FEW_SAMPLES("the percentile was made of too few samples to be significant");

    private final String words;

    AlarmDecisionRule(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean retains() {
        return this == MISSING_IGNORED || this == TOO_FEW_SAMPLES;
    }
}
