package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.beanstalk.ApplicationVersions;
import io.beanpole.deploy.foundation.Buckets;
import io.beanpole.deploy.foundation.StoredObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Records as JSON in Elastic Beanstalk's own bucket, under {application}/deployments/{environment}/{id}.json. */
public final class StoredRecords implements DeploymentRecords {
    private static final int MOST = 100;

    private final ApplicationVersions versions;
    private final Buckets buckets;
    private final Progress notes;
    private final Map<StoredObject, Optional<DeploymentRecord>> read = new ConcurrentHashMap<>();
    private volatile @Nullable String bucket;

    /**
     * Records over clients that belong to somebody else, who closes them.
     *
     * @param notes hears once of a record that can't be read
     */
    public StoredRecords(ApplicationVersions versions, Buckets buckets, Progress notes) {
        this.versions = versions;
        this.buckets = buckets;
        this.notes = notes;
    }

    @Override
    public void save(DeploymentRecord deployment) {
        var key = folder(deployment.application(), deployment.environmentName()) + deployment.id() + ".json";
        buckets.put(bucket(), key, "application/json", RecordJson.write(deployment));
    }

    /** At most the newest hundred; the ids sort by time, so that only these are fetched, and each of them once. */
    @Override
    public List<DeploymentRecord> newest(String application, String environmentName) {
        return buckets.list(bucket(), folder(application, environmentName)).stream()
                .filter(object -> object.key().endsWith(".json"))
                .sorted(Comparator.comparing(StoredObject::key).reversed())
                .limit(MOST)
                .flatMap(object -> read.computeIfAbsent(object, this::fetch).stream())
                .toList();
    }

    private Optional<DeploymentRecord> fetch(StoredObject object) {
        var json = buckets.get(bucket(), object.key());
        try {
            return json.map(RecordJson::read);
        } catch (JacksonException e) {
            notes.say("Left out the record s3://" + bucket() + "/" + object.key() + ", which can't be read: "
                    + e.getOriginalMessage());
            return Optional.empty();
        }
    }

    private String bucket() {
        var known = bucket;
        if (known == null) {
            known = versions.storageBucket();
            bucket = known;
        }
        return known;
    }

    private static String folder(String application, String environmentName) {
        if (environmentName.contains("/")) {
            throw new DeployException("'" + environmentName + "' is no name of an environment.");
        }
        return application + "/deployments/" + environmentName + "/";
    }
}
