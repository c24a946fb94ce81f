package io.beanpole.cloud.timeline;

import io.beanpole.cloud.sqsd.MessageEvent;
import io.beanpole.cloud.sqsd.SqsdListener;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Writes down what a daemon does with messages, before whoever else listens hears it. */
final class RecordedDaemon implements SqsdListener {
    private final QueueTimeline timeline;
    private final String instance;
    private final RuleSentences sentences;
    private final Supplier<OptionalInt> mostReceives;
    private final SqsdListener next;

    RecordedDaemon(
            QueueTimeline timeline,
            String instance,
            RuleSentences sentences,
            Supplier<OptionalInt> mostReceives,
            SqsdListener next) {
        this.mostReceives = mostReceives;
        this.timeline = timeline;
        this.instance = instance;
        this.sentences = sentences;
        this.next = next;
    }

    @Override
    public void message(MessageEvent event) {
        // The queue is asked only about messages that come back, which are few where things go well.
        OptionalInt most = sentences.comesBack(event) ? mostReceives.get() : OptionalInt.empty();
        timeline.record(event, instance, sentences, most);
        next.message(event);
    }

    @Override
    public void posted(int status, Duration took) {
        next.posted(status, took);
    }

    @Override
    public void daemon(String category, String text) {
        next.daemon(category, text);
    }
}
