package io.beanpole.deploy.alarm;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.foundation.JsonForm;
import io.beanpole.deploy.foundation.SharedObjects;
import io.beanpole.deploy.foundation.SharedObjects.ReadObject;
import io.beanpole.deploy.foundation.StoredObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/**
 * The care for alarms as JSON in Elastic Beanstalk's own bucket, beside the deployments, under
 * {application}/alarms/{environment}/{alarm}.json; one object an alarm, written only over what was read.
 */
final class StoredCare {
    /** Somebody else may write at the same moment again; not for ever. */
    private static final int TRIES = 5;

    private final Supplier<String> bucket;
    private final SharedObjects objects;
    private final Supplier<String> actor;
    private final Clock clock;
    private final Progress notes;
    private final JsonForm<AlarmCare> form = JsonForm.complete(AlarmCare.class);
    private final Map<StoredObject, Optional<AlarmCare>> read = new ConcurrentHashMap<>();

    /**
     * @param bucket tells the bucket that Elastic Beanstalk keeps bundles in
     * @param actor tells whose credentials are used, when something is written
     */
    StoredCare(Supplier<String> bucket, SharedObjects objects, Supplier<String> actor, Clock clock, Progress notes) {
        this.bucket = bucket;
        this.objects = objects;
        this.actor = actor;
        this.clock = clock;
        this.notes = notes;
    }

    /** All that is known of an application's alarms, by alarm; each object is fetched once until it changes. */
    Map<String, AlarmCare> of(String application) {
        var listed = objects.list(bucket.get(), folder(application)).stream()
                .filter(object -> object.key().endsWith(".json"))
                .toList();
        var newest = new HashMap<StoredObject, Optional<AlarmCare>>();
        var found = new HashMap<String, AlarmCare>();
        for (var object : listed) {
            var care = Optional.ofNullable(read.get(object)).orElseGet(() -> fetch(object.key()));
            newest.put(object, care);
            care.ifPresent(known -> found.put(known.alarmName(), known));
        }
        read.keySet().removeIf(object -> object.key().startsWith(folder(application)) && !newest.containsKey(object));
        read.putAll(newest);
        return found;
    }

    /**
     * Keeps a change, over whatever others changed meanwhile.
     *
     * @param seen what the person looked at
     * @param wanted what they made of it
     * @return what is kept now
     */
    AlarmCare save(AlarmCare seen, AlarmCare wanted) {
        var key = key(seen);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            var object = objects.read(bucket.get(), key);
            var stored = object.map(ReadObject::content)
                    .map(content -> understood(key, content))
                    .orElse(AlarmCare.none(seen.alarmName(), seen.application(), seen.environmentName()));
            var merged = new CareMerge(seen, wanted, stored).merged().changedBy(actor.get(), clock.instant());
            if (objects.replace(bucket.get(), key, object.map(ReadObject::etag), form.write(merged))) {
                return merged;
            }
        }
        throw new DeployException(
                "Could not change what is kept about " + seen.alarmName() + ": others change it all the time.",
                "Try it again in a moment.");
    }

    /** What can't be read isn't overwritten either: somebody's runbook may be in it. */
    private AlarmCare understood(String key, byte[] content) {
        try {
            return form.read(content);
        } catch (JacksonException e) {
            throw new DeployException(
                    "Could not read what s3://" + bucket.get() + "/" + key + " says of the alarm: " + reason(e) + ".",
                    "Mend it, or delete it and lose what was noted: aws s3 rm 's3://" + bucket.get() + "/" + key + "'.",
                    e);
        }
    }

    private static String reason(JacksonException e) {
        return e.getOriginalMessage().split(";", 2)[0];
    }

    private Optional<AlarmCare> fetch(String key) {
        try {
            return objects.read(bucket.get(), key).map(ReadObject::content).map(form::read);
        } catch (JacksonException e) {
            notes.say("Left out what s3://" + bucket.get() + "/" + key + " says of an alarm: " + reason(e) + ".");
            return Optional.empty();
        }
    }

    private static String folder(String application) {
        return application + "/alarms/";
    }

    /** An alarm's name may have any character. */
    private static String key(AlarmCare care) {
        return folder(care.application()) + care.environmentName() + "/"
                + URLEncoder.encode(care.alarmName(), StandardCharsets.UTF_8) + ".json";
    }
}
