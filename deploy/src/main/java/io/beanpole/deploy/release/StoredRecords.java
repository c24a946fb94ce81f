package io.beanpole.deploy.release;

import io.beanpole.deploy.Progress;
import io.beanpole.deploy.foundation.JsonForm;
import io.beanpole.deploy.foundation.ObjectStore;
import io.beanpole.deploy.foundation.StoredJson;
import java.util.List;
import java.util.function.Supplier;

/** Records as JSON in Elastic Beanstalk's own bucket, under {application}/deployments/{environment}/{id}.json. */
public final class StoredRecords implements DeploymentRecords {
    private final StoredJson<DeploymentRecord> stored;

    /**
     * Records in a store that belongs to somebody else, who closes it.
     *
     * @param storageBucket tells, when it is first needed, the bucket that Elastic Beanstalk keeps bundles in
     * @param notes hears once of a record that can't be read
     */
    public StoredRecords(Supplier<String> storageBucket, ObjectStore objects, Progress notes) {
        stored = new StoredJson<>("deployments", storageBucket, objects, new Form(), notes);
    }

    @Override
    public void save(DeploymentRecord deployment) {
        stored.save(deployment.application(), deployment.environmentName(), deployment.id(), deployment);
    }

    /** At most the newest hundred; the ids sort by time, so that only these are fetched, and each of them once. */
    @Override
    public List<DeploymentRecord> newest(String application, String environmentName) {
        return stored.newest(application, environmentName);
    }

    /** A deployment's record as {@link RecordJson} writes it. */
    private static final class Form implements JsonForm<DeploymentRecord> {
        @Override
        public byte[] write(DeploymentRecord deployment) {
            return RecordJson.write(deployment);
        }

        @Override
        public DeploymentRecord read(byte[] json) {
            return RecordJson.read(json);
        }
    }
}
