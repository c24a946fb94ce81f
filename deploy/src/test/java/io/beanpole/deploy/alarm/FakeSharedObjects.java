package io.beanpole.deploy.alarm;

import io.beanpole.deploy.foundation.SharedObjects;
import io.beanpole.deploy.foundation.StoredObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A bucket in memory that keeps S3's rule: replaced is only what was read. */
final class FakeSharedObjects implements SharedObjects {
    final Map<String, ReadObject> objects = new ConcurrentSkipListMap<>();
    final AtomicInteger reads = new AtomicInteger();

    /** Runs once before the next writing, as somebody else who is faster. */
    private Optional<Runnable> rival = Optional.empty();

    private final AtomicInteger versions = new AtomicInteger();

    void before(Runnable writing) {
        rival = Optional.of(writing);
    }

    @Override
    public Optional<ReadObject> read(String bucket, String key) {
        reads.incrementAndGet();
        return Optional.ofNullable(objects.get(key));
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
        return objects.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> new StoredObject(entry.getKey(), entry.getValue().etag()))
                .toList();
    }

    @Override
    public boolean replace(String bucket, String key, Optional<String> etag, byte[] content) {
        var faster = rival;
        rival = Optional.empty();
        faster.ifPresent(Runnable::run);
        var present = Optional.ofNullable(objects.get(key)).map(ReadObject::etag);
        if (!present.equals(etag)) {
            return false;
        }
        objects.put(key, new ReadObject(content, "\"" + versions.incrementAndGet() + "\""));
        return true;
    }
}
