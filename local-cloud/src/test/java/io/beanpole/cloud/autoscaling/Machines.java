package io.beanpole.cloud.autoscaling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Instances without processes: they are launched and ended at once, and remember what they were told. */
final class Machines implements GroupInstances {
    private final AtomicInteger count = new AtomicInteger();
    final List<String> launched = new CopyOnWriteArrayList<>();
    final List<String> ended = new CopyOnWriteArrayList<>();
    final List<String> interrupted = new CopyOnWriteArrayList<>();
    final Set<String> dead = ConcurrentHashMap.newKeySet();
    final Set<String> spot = ConcurrentHashMap.newKeySet();
    final Map<String, Boolean> balanced = new ConcurrentHashMap<>();
    final Map<String, Instant> warned = new ConcurrentHashMap<>();

    @Override
    public List<String> launch(int wanted, String cause) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            ids.add("i-" + count.incrementAndGet());
        }
        launched.addAll(ids);
        return ids;
    }

    @Override
    public void terminate(String id, String cause) {
        ended.add(id);
    }

    @Override
    public void interrupt(String id, String cause) {
        interrupted.add(id);
    }

    @Override
    public void isSpot(String id) {
        spot.add(id);
    }

    @Override
    public void warnOfInterruption(String id, Instant at) {
        warned.put(id, at);
    }

    @Override
    public void putBehindBalancer(String id, boolean behind) {
        balanced.put(id, behind);
    }

    @Override
    public boolean isThere(String id) {
        return !dead.contains(id);
    }
}
