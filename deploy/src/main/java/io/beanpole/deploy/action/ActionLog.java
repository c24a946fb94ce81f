package io.beanpole.deploy.action;

import io.beanpole.deploy.Progress;
import io.beanpole.deploy.aws.Account;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.beanstalk.ApplicationVersions;
import io.beanpole.deploy.foundation.Buckets;
import java.util.List;
import java.util.Map;

/** The actions of one cloud: what was done there, and a journal for what is done next. */
public final class ActionLog implements AutoCloseable {
    private final ApplicationVersions versions;
    private final Buckets buckets;
    private final StoredActions actions;
    private final ActionJournal journal;

    /**
     * The log of a cloud; nothing is asked of it yet.
     *
     * @param notes hears once of a record that can't be read
     */
    public ActionLog(AwsAccess access, Progress notes) {
        versions = new ApplicationVersions(access);
        buckets = new Buckets(access);
        actions = new StoredActions(versions::storageBucket, buckets, notes);
        journal = new ActionJournal(actions, () -> Account.caller(access), access.clock());
    }

    /** Writes an action down; see {@link ActionJournal#write}. */
    public ActionRecord write(ActionSubject subject, String action, String message, Map<String, String> details) {
        return journal.write(subject, action, message, details);
    }

    /** The newest actions on a subject, newest first. */
    public List<ActionRecord> newest(ActionSubject subject) {
        return actions.newest(subject.application(), subject.environmentName());
    }

    /** The journal itself, for a service that writes down what it does. */
    public ActionJournal journal() {
        return journal;
    }

    @Override
    public void close() {
        buckets.close();
        versions.close();
    }
}
