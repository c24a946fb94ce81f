package io.beanpole.web;

import java.util.Queue;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** Keeps each line of a stream that never ends. */
record LineCollector(Queue<String> lines) implements Subscriber<String> {
    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        lines.add(line);
    }

    @Override
    public void onError(Throwable error) {
        lines.add("the stream broke: " + error);
    }

    @Override
    public void onComplete() {
        lines.add("the stream ended");
    }
}
