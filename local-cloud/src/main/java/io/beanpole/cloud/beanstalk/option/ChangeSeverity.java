package io.beanpole.cloud.beanstalk.option;

/** What changing an option does to an environment that runs; the later, the worse (AWS: ConfigurationOptionDescription). */
public enum ChangeSeverity {
    /** Nothing is interrupted. */
    NO_INTERRUPTION("NoInterruption"),
    /** The applications on the present instances are started anew. */
    RESTART_APPLICATION_SERVER("RestartApplicationServer"),
    /** The instances are replaced. */
    RESTART_ENVIRONMENT("RestartEnvironment");

    private final String wireName;

    ChangeSeverity(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    static ChangeSeverity of(String wireName) {
        for (ChangeSeverity each : values()) {
            if (each.wireName.equals(wireName)) {
                return each;
            }
        }
        throw new IllegalArgumentException("There is no change severity " + wireName);
    }
}
