package io.beanpole.console;

import io.beanpole.deploy.local.ToldMessage;
import io.beanpole.deploy.message.MessageTimelines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Timelines that a test puts in, by message id. */
public final class FakeTimelines implements MessageTimelines {
    public volatile Optional<String> whyNot = Optional.empty();
    public final Map<String, ToldMessage> told = new ConcurrentHashMap<>();

    @Override
    public Optional<String> whyNot() {
        return whyNot;
    }

    @Override
    public List<ToldMessage.InShort> messages(String queueName, int most) {
        return told.values().stream()
                .filter(message -> message.queue().equals(queueName))
                .map(ToldMessage::message)
                .sorted((left, right) -> right.lastAt().compareTo(left.lastAt()))
                .limit(most)
                .toList();
    }

    @Override
    public Optional<ToldMessage> message(String queueName, String messageId) {
        return Optional.ofNullable(told.get(messageId))
                .filter(message -> message.queue().equals(queueName));
    }

    @Override
    public Map<String, String> outcomes(String queueName) {
        return Map.of();
    }
}
