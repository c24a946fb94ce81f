package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.foundation.ObjectStore;
import io.beanpole.deploy.foundation.StoredObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/** Records as JSON in Elastic Beanstalk's own bucket, under {application}/deployments/{environment}/{id}.json. */
public final class StoredRecords implements DeploymentRecords {
    private static final int MOST = 100;

    private final Supplier<String> storageBucket;
    private final ObjectStore objects;
    private final Progress notes;
    private final Map<StoredObject, Optional<DeploymentRecord>> read = new ConcurrentHashMap<>();
    private volatile @Nullable String bucket;

    /**
     * Records in a store that belongs to somebody else, who closes it.
     *
     * @param storageBucket tells, when it is first needed, the bucket that Elastic Beanstalk keeps bundles in
     * @param notes hears once of a record that can't be read
     */
    public StoredRecords(Supplier<String> storageBucket, ObjectStore objects, Progress notes) {
        this.storageBucket = storageBucket;
        this.objects = objects;
        this.notes = notes;
    }

    @Override
    public void save(DeploymentRecord deployment) {
        var key = folder(deployment.application(), deployment.environmentName()) + deployment.id() + ".json";
        objects.put(bucket(), key, "application/json", RecordJson.write(deployment));
    }

    /** At most the newest hundred; the ids sort by time, so that only these are fetched, and each of them once. */
    @Override
    public List<DeploymentRecord> newest(String application, String environmentName) {
        return objects.list(bucket(), folder(application, environmentName)).stream()
                .filter(object -> object.key().endsWith(".json"))
                .sorted(Comparator.comparing(StoredObject::key).reversed())
                .limit(MOST)
                .flatMap(object -> read.computeIfAbsent(object, this::fetch).stream())
                .toList();
    }

    private Optional<DeploymentRecord> fetch(StoredObject object) {
        var json = objects.get(bucket(), object.key());
        try {
            return json.map(RecordJson::read);
        } catch (JacksonException e) {
            var fault = e instanceof StreamReadException
                    ? "it is no JSON."
                    : e.getOriginalMessage().split(";", 2)[0] + ".";
            notes.say("Left out the record s3://" + bucket() + "/" + object.key() + ": " + fault);
            return Optional.empty();
        }
    }

    private String bucket() {
        var known = bucket;
        if (known == null) {
            known = storageBucket.get();
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
