package io.beanpole.deploy.action;

import java.util.List;

/** The memory of actions. */
public interface ActionRecords {
    /** Keeps a record. */
    void save(ActionRecord action);

    /** The newest records of an environment, newest first. */
    List<ActionRecord> newest(String application, String environmentName);
}
