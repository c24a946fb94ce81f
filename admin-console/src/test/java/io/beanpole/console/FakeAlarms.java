package io.beanpole.console;

import io.beanpole.deploy.alarm.AlarmBoard;
import io.beanpole.deploy.alarm.AlarmCare;
import io.beanpole.deploy.alarm.BoardAlarm;
import io.beanpole.deploy.scaling.AlarmTransition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A board whose alarms are what the test last put into its field; keeps what is saved. */
public final class FakeAlarms implements AlarmBoard {
    public volatile List<BoardAlarm> alarms = List.of();
    public volatile List<AlarmTransition> transitions = List.of();
    public final Map<String, Double> values = new ConcurrentHashMap<>();
    public final Map<String, AlarmCare> saved = new ConcurrentHashMap<>();

    /** When set, whoever saves is told this. */
    public volatile Optional<RuntimeException> conflict = Optional.empty();

    @Override
    public List<BoardAlarm> all() {
        return alarms.stream()
                .map(alarm -> alarm.with(saved.getOrDefault(alarm.name(), alarm.care())))
                .toList();
    }

    @Override
    public Map<String, Double> values() {
        return Map.copyOf(values);
    }

    @Override
    public List<AlarmTransition> history(String alarmName, Instant from, Instant to) {
        return transitions.stream()
                .filter(transition -> transition.alarmName().equals(alarmName))
                .toList();
    }

    @Override
    public AlarmCare save(AlarmCare seen, AlarmCare wanted) {
        conflict.ifPresent(refusal -> {
            throw refusal;
        });
        saved.put(wanted.alarmName(), wanted);
        return wanted;
    }
}
