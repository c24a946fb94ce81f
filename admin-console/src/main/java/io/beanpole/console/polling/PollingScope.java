package io.beanpole.console.polling;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The questions to one connection; they end with it, whoever asked them. */
public final class PollingScope implements Polling, AutoCloseable {
    private final PollingService service;
    private final Set<Poll<?>> polls = ConcurrentHashMap.newKeySet();

    PollingScope(PollingService service) {
        this.service = service;
    }

    @Override
    public <T> Poll<T> poll(String name, Duration interval, Supplier<T> question, Consumer<T> answer) {
        var poll = service.poll(name, interval, question, answer);
        polls.add(poll);
        return poll;
    }

    @Override
    public void refresh() {
        polls.forEach(Poll::now);
    }

    @Override
    public void close() {
        polls.forEach(Poll::close);
        polls.clear();
    }
}
