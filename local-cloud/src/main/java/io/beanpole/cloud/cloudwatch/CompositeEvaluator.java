package io.beanpole.cloud.cloudwatch;

import io.beanpole.scaling.alarm.AlarmState;
import io.beanpole.scaling.alarm.CompositeDecision;
import io.beanpole.scaling.alarm.Suppression;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;

/** Evaluates composite alarms, those first that others rest on; one in a cycle is left as it is, as on AWS. */
final class CompositeEvaluator {
    private static final Logger LOG = LoggerFactory.getLogger(CompositeEvaluator.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEEE dd MMMM, yyyy HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Alarms alarms;
    private final AlarmActions actions;
    private final AlarmDecisions decisions;
    private final Map<String, AlarmState> actedOn = new ConcurrentHashMap<>();

    CompositeEvaluator(Alarms alarms, AlarmActions actions, AlarmDecisions decisions) {
        this.alarms = alarms;
        this.actions = actions;
        this.decisions = decisions;
    }

    /** Evaluates all of them; one that can't be is logged and hinders no other. */
    synchronized void evaluate(Instant at) {
        Map<String, Composition> open = new TreeMap<>();
        alarms.compositions().forEach(each -> open.put(each.name(), each));
        actedOn.keySet().retainAll(open.keySet());
        boolean goesOn = true;
        while (goesOn) {
            List<Composition> ready = open.values().stream()
                    .filter(each -> restsOnNone(each, open.values()))
                    .toList();
            for (Composition each : ready) {
                open.remove(each.name());
                try {
                    evaluate(each, at);
                } catch (RuntimeException e) {
                    LOG.error("The composite alarm {} could not be evaluated", each.name(), e);
                }
            }
            goesOn = !ready.isEmpty();
        }
    }

    private static boolean restsOnNone(Composition alarm, Collection<Composition> open) {
        return open.stream().noneMatch(other -> alarm.rule().alarms().stream().anyMatch(other::isCalled));
    }

    private void evaluate(Composition alarm, Instant at) {
        Map<String, AlarmState> states = new HashMap<>();
        Map<String, Alarm> children = new TreeMap<>();
        for (String called : alarm.rule().alarms()) {
            alarms.called(called).ifPresent(child -> {
                states.put(called, child.condition().state());
                children.put(child.name(), child);
            });
        }
        AlarmState before = alarm.condition().state();
        CompositeDecision decision = CompositeDecision.of(alarm.rule(), states, before);
        decisions.made(alarm.name(), at, decision);
        if (!decision.changes()) {
            release(alarm, at);
            return;
        }
        List<Alarm> triggering = triggering(children.values(), decision.state());
        AlarmCondition next =
                alarm.condition().next(decision.state(), reason(decision, triggering), ReasonData.of(triggering), at);
        Composition changed = alarm.in(next);
        Suppression suppression = suppression(changed, at);
        Composition held = changed.held(suppression);
        alarms.change(alarm.name(), there -> there == alarm, there -> held, AlarmHistory::changed)
                .ifPresent(now -> act(alarm, now, suppression, at));
    }

    private void act(Alarm before, Alarm now, Suppression suppression, Instant at) {
        if (suppression == Suppression.NONE) {
            actedOn.remove(now.name());
            actions.run(DueAction.changed(before, now, OptionalDouble.empty(), at));
        } else {
            actedOn.putIfAbsent(now.name(), before.condition().state());
        }
    }

    /** Actions that were held back run when nothing holds them any more, unless the state has gone back meanwhile. */
    private void release(Composition alarm, Instant at) {
        if (!alarm.isSuppressed()) {
            return;
        }
        Suppression suppression = suppression(alarm, at);
        Composition held = alarm.held(suppression);
        if (!held.equals(alarm)) {
            alarms.change(alarm.name(), there -> there == alarm, there -> held, (b, a) -> Optional.empty());
        }
        if (suppression == Suppression.NONE) {
            AlarmState last = actedOn.remove(alarm.name());
            if (last != alarm.condition().state()) {
                AlarmCondition before = last == null
                        ? alarm.condition()
                        : alarm.condition()
                                .next(last, "", null, alarm.condition().transitioned());
                actions.run(DueAction.changed(alarm.in(before), held, OptionalDouble.empty(), at));
            }
        }
    }

    private Suppression suppression(Composition alarm, Instant at) {
        return alarm.suppressor()
                .flatMap(alarms::called)
                .map(suppressor -> Suppression.of(
                        new Suppression.Suppressor(
                                suppressor.condition().state(),
                                suppressor.condition().transitioned(),
                                hasLeftAlarm(suppressor)),
                        alarm.suppressionPeriods(),
                        alarm.condition().transitioned(),
                        at))
                .orElse(Suppression.NONE);
    }

    /** Whether ALARM was the state before its present one. */
    private boolean hasLeftAlarm(Alarm suppressor) {
        return alarms.history().stream()
                .filter(item -> item.historyItemType() == HistoryItemType.STATE_UPDATE)
                .filter(item -> suppressor.name().equals(item.alarmName()))
                .findFirst()
                .map(AlarmHistoryItem::historySummary)
                .filter(summary -> summary.startsWith("Alarm updated from ALARM "))
                .isPresent();
    }

    /** The children that went the same way as it did; all of them where none did. */
    private static List<Alarm> triggering(Collection<Alarm> children, AlarmState state) {
        List<Alarm> same = new ArrayList<>();
        List<Alarm> others = new ArrayList<>();
        for (Alarm child : children) {
            if (child.condition().state() == state) {
                same.add(child);
            } else {
                others.add(child);
            }
        }
        return same.isEmpty() ? others : same;
    }

    private static String reason(CompositeDecision decision, List<Alarm> triggering) {
        return triggering.stream()
                .max(Comparator.comparing(child -> child.condition().transitioned()))
                .map(child -> child.arn() + " transitioned to "
                        + child.condition().state() + " at "
                        + TIME.format(child.condition().transitioned()))
                .orElseGet(decision::why);
    }
}
