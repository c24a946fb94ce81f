package io.beanpole.deploy.foundation;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/**
 * Records of one kind as JSON in Elastic Beanstalk's own bucket, under {application}/{kind}/{environment}/{id}.json.
 *
 * @param <T> the record
 */
public final class StoredJson<T> {
    private static final int MOST = 100;

    private final String kind;
    private final Supplier<String> storageBucket;
    private final ObjectStore objects;
    private final JsonForm<T> form;
    private final Progress notes;
    private final Map<StoredObject, Optional<T>> read = new ConcurrentHashMap<>();
    private volatile @Nullable String bucket;

    /**
     * Records in a store that belongs to somebody else, who closes it.
     *
     * @param kind the folder's name: deployments, actions
     * @param storageBucket tells, when it is first needed, the bucket that Elastic Beanstalk keeps bundles in
     * @param notes hears once of a record that can't be read
     */
    public StoredJson(
            String kind, Supplier<String> storageBucket, ObjectStore objects, JsonForm<T> form, Progress notes) {
        this.kind = kind;
        this.storageBucket = storageBucket;
        this.objects = objects;
        this.form = form;
        this.notes = notes;
    }

    /** Keeps a record, in place of an earlier one of the same id; ids have to sort by time. */
    public void save(String application, String environmentName, String id, T value) {
        objects.put(
                bucket(), folder(application, environmentName) + id + ".json", "application/json", form.write(value));
    }

    /** At most the newest hundred; the ids sort by time, so that only these are fetched, and each of them once. */
    public List<T> newest(String application, String environmentName) {
        return objects.list(bucket(), folder(application, environmentName)).stream()
                .filter(object -> object.key().endsWith(".json"))
                .sorted(Comparator.comparing(StoredObject::key).reversed())
                .limit(MOST)
                .flatMap(object -> read.computeIfAbsent(object, this::fetch).stream())
                .toList();
    }

    private Optional<T> fetch(StoredObject object) {
        var json = objects.get(bucket(), object.key());
        try {
            return json.map(form::read);
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

    private String folder(String application, String environmentName) {
        if (environmentName.contains("/")) {
            throw new DeployException("'" + environmentName + "' is no name of an environment.");
        }
        return application + "/" + kind + "/" + environmentName + "/";
    }
}
