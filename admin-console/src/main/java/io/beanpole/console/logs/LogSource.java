package io.beanpole.console.logs;

/**
 * An instance whose logs can be followed.
 *
 * @param chosen whether they are
 */
record LogSource(String environmentName, String instanceId, boolean chosen) {
    /** What tells two instances apart. */
    String key() {
        return environmentName + "/" + instanceId;
    }

    LogSource with(boolean isChosen) {
        return new LogSource(environmentName, instanceId, isChosen);
    }
}
