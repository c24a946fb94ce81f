package io.beanpole.deploy.release;

import java.util.SortedMap;

/** What the instances of an environment said last. */
public interface InstanceLogs {
    /** The end of the logs, by instance. */
    SortedMap<String, String> tail(String environmentName);
}
