package io.beanpole.deploy.action;

import io.beanpole.deploy.Progress;
import io.beanpole.deploy.foundation.JsonForm;
import io.beanpole.deploy.foundation.ObjectStore;
import io.beanpole.deploy.foundation.StoredJson;
import java.util.List;
import java.util.function.Supplier;

/** Actions as JSON in Elastic Beanstalk's own bucket, under {application}/actions/{environment}/{id}.json. */
public final class StoredActions implements ActionRecords {
    private final StoredJson<ActionRecord> stored;

    /**
     * Actions in a store that belongs to somebody else, who closes it.
     *
     * @param storageBucket tells, when it is first needed, the bucket that Elastic Beanstalk keeps bundles in
     * @param notes hears once of a record that can't be read
     */
    public StoredActions(Supplier<String> storageBucket, ObjectStore objects, Progress notes) {
        stored = new StoredJson<>("actions", storageBucket, objects, JsonForm.complete(ActionRecord.class), notes);
    }

    @Override
    public void save(ActionRecord action) {
        stored.save(action.application(), action.environmentName(), action.id(), action);
    }

    @Override
    public List<ActionRecord> newest(String application, String environmentName) {
        return stored.newest(application, environmentName);
    }
}
