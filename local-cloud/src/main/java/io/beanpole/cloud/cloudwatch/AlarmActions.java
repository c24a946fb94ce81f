package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.CloudException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what alarms set off, and writes down what came of it. */
final class AlarmActions {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmActions.class);
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

    /**
     * Runs what one look at the alarms made due. Actions of one kind run together, so that of several scaling policies
     * the largest capacity can hold; the history has them in the order of their alarms.
     */
    void run(List<DueAction> due) {
        ActionOutcome[] outcomes = new ActionOutcome[due.size()];
        for (AlarmAction kind : kinds) {
            List<Integer> its = IntStream.range(0, outcomes.length)
                    .filter(i -> outcomes[i] == null && kind.accepts(due.get(i).arn()))
                    .boxed()
                    .toList();
            List<ActionOutcome> done =
                    run(kind, its.stream().map(i -> due.get(i).call()).toList());
            for (int i = 0; i < done.size(); i++) {
                outcomes[its.get(i)] = done.get(i);
            }
        }
        for (int i = 0; i < outcomes.length; i++) {
            DueAction each = due.get(i);
            try {
                write(each, outcomes[i] == null ? unkind(each) : outcomes[i]);
            } catch (RuntimeException e) {
                LOG.error("What came of {} could not be written down", each.arn(), e);
            }
        }
    }

    /** A kind that fails as a whole hinders no other. */
    private static List<ActionOutcome> run(AlarmAction kind, List<ActionCall> calls) {
        try {
            return kind.run(calls);
        } catch (RuntimeException e) {
            LOG.error("The actions {} failed", calls, e);
            return calls.stream()
                    .map(each -> ActionOutcome.failed(e.toString()))
                    .toList();
        }
    }

    /** Forgets what the actions of an alarm said that is no more. */
    void forget(String alarmName) {
        lastOutcomes.keySet().removeIf(each -> each.startsWith(alarmName + " "));
    }

    private ActionOutcome unkind(DueAction due) {
        return due.arn().startsWith(TOPIC)
                ? ActionOutcome.of(due.call(), () -> notify(due.arn(), due.change()))
                : ActionOutcome.failed("The local cloud runs no action of this kind: " + due.arn() + ".");
    }

    private void write(DueAction due, ActionOutcome outcome) {
        AlarmChange change = due.change();
        String told = outcome.told();
        String last = lastOutcomes.put(change.now().name() + " " + due.arn(), told);
        if (due.isNews() || !told.equals(last)) {
            alarms.record(
                    AlarmHistory.action(change.now(), change.at(), due.arn(), outcome.result(), outcome.failure()));
        }
    }

    private String notify(String topic, AlarmChange change) {
        String message = AlarmNotification.message(change);
        topics.publish(topic, AlarmNotification.subject(change), message);
        return message;
    }
}
