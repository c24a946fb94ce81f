package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.CloudException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** Runs what alarms set off, and writes down what came of it. */
final class AlarmActions {
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
                    kind.run(its.stream().map(i -> due.get(i).call()).toList());
            for (int i = 0; i < done.size(); i++) {
                outcomes[its.get(i)] = done.get(i);
            }
        }
        for (int i = 0; i < outcomes.length; i++) {
            DueAction each = due.get(i);
            write(each, outcomes[i] == null ? unkind(each) : outcomes[i]);
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
