package io.beanpole.cloud.timeline;

import io.beanpole.cloud.sqsd.MessageEvent;
import io.beanpole.cloud.sqsd.SqsdListener;
import java.time.Duration;

/** Writes down what a daemon does with messages, before whoever else listens hears it. */
final class RecordedDaemon implements SqsdListener {
    private final QueueTimeline timeline;
    private final String instance;
    private final RuleSentences sentences;
    private final SqsdListener next;

    RecordedDaemon(QueueTimeline timeline, String instance, RuleSentences sentences, SqsdListener next) {
        this.timeline = timeline;
        this.instance = instance;
        this.sentences = sentences;
        this.next = next;
    }

    @Override
    public void message(MessageEvent event) {
        timeline.record(event, instance, sentences);
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
