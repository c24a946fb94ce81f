package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.CloudException;
import io.beanpole.scaling.alarm.AlarmState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what alarms set off, and writes down what came of it. */
final class AlarmActions {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmActions.class);
    private static final String SCALING_POLICY = "arn:aws:autoscaling:";
    private static final String TOPIC = "arn:aws:sns:";

    private final Alarms alarms;
    private final List<AlarmAction> kinds = new CopyOnWriteArrayList<>();
    private volatile TopicPublisher topics = (arn, subject, message) -> {
        throw new CloudException("The local cloud has no topics here.");
    };
    private final Map<String, String> lastOutcomes = new ConcurrentHashMap<>();

    AlarmActions(Alarms alarms) {
        this.alarms = alarms;
    }

    void add(AlarmAction kind) {
        kinds.add(kind);
    }

    void topics(TopicPublisher topics) {
        this.topics = topics;
    }

    /** The alarm's state has changed: everything that is listed for the new state runs. */
    void changed(Alarm before, Alarm now, OptionalDouble value, Instant at) {
        AlarmChange change = new AlarmChange(before, now, value, at);
        now.dueActions().forEach(arn -> run(arn, change, true));
    }

    /**
     * The alarm has been evaluated and its state stays. Scaling policies of an alarm that is in ALARM run again; what
     * they say is written down only when it differs from the last time.
     */
    void again(Alarm alarm, OptionalDouble value, Instant at) {
        if (alarm.condition().state() == AlarmState.ALARM) {
            AlarmChange change = new AlarmChange(alarm, alarm, value, at);
            alarm.dueActions().stream()
                    .filter(arn -> arn.startsWith(SCALING_POLICY))
                    .forEach(arn -> run(arn, change, false));
        }
    }

    /** Forgets what the actions of an alarm said that is no more. */
    void forget(String alarmName) {
        lastOutcomes.keySet().removeIf(each -> each.startsWith(alarmName + " "));
    }

    private void run(String arn, AlarmChange change, boolean always) {
        String result = null;
        String failure = null;
        try {
            result = arn.startsWith(TOPIC) ? notify(arn, change) : kindOf(arn).run(arn, change.firing());
        } catch (CloudException e) {
            failure = String.valueOf(e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The action {} of {} failed", arn, change.now().name(), e);
            failure = e.toString();
        }
        String outcome = failure == null ? "Succeeded: " + result : "Failed: " + failure;
        String last = lastOutcomes.put(change.now().name() + " " + arn, outcome);
        if (always || !outcome.equals(last)) {
            alarms.record(AlarmHistory.action(change.now(), change.at(), arn, result, failure));
        }
    }

    private String notify(String topic, AlarmChange change) {
        String message = AlarmNotification.message(change);
        topics.publish(topic, AlarmNotification.subject(change), message);
        return message;
    }

    private AlarmAction kindOf(String arn) {
        Optional<AlarmAction> kind =
                kinds.stream().filter(each -> each.accepts(arn)).findFirst();
        return kind.orElseThrow(() -> new CloudException("The local cloud runs no action of this kind: " + arn + "."));
    }
}
