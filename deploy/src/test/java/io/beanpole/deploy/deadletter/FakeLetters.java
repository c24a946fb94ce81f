package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.DeployException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A dead-letter queue in memory, whose source queue does at once what it gets: what says "bad" fails again. */
final class FakeLetters implements LetterQueue {
    final Map<String, DeadLetter> visible = new LinkedHashMap<>();
    final Map<String, DeadLetter> hidden = new LinkedHashMap<>();
    final List<DeadLetter> done = new ArrayList<>();
    final Set<String> refuses = new TreeSet<>();
    final Set<String> keeps = new TreeSet<>();
    final Set<String> lost = new TreeSet<>();
    final List<Duration> holds = new ArrayList<>();
    final List<Integer> batches = new ArrayList<>();
    boolean isOrdered;
    boolean breaksOnDelete;
    boolean forbidsDelete;
    private int ids;

    /** Adds a letter with a body. */
    String add(String body) {
        var id = "id" + ids++;
        visible.put(id, letter(id, body, new TreeMap<>()));
        return id;
    }

    static DeadLetter letter(String id, String body, TreeMap<String, AttributeValue> attributes) {
        return new DeadLetter(id, body, attributes, 5, Instant.ofEpochSecond(1_800_000_000L), "she", Optional.empty());
    }

    /** All that is anywhere. */
    int all() {
        return visible.size() + hidden.size() + done.size();
    }

    @Override
    public List<HeldLetter> receive(Duration hold) {
        var some = visible.values().stream().limit(BATCH).toList();
        some.forEach(letter -> {
            visible.remove(letter.id());
            hidden.put(letter.id(), letter);
        });
        return some.stream()
                .map(letter -> new HeldLetter(letter, "r" + letter.id()))
                .toList();
    }

    @Override
    public boolean isOrdered() {
        return isOrdered;
    }

    @Override
    public Set<String> hold(Collection<HeldLetter> letters, Duration time) {
        holds.add(time);
        return lost;
    }

    @Override
    public void release(Collection<HeldLetter> letters) {
        for (var held : letters) {
            var letter = hidden.remove(held.id());
            if (letter != null) {
                visible.put(held.id(), letter);
            }
        }
    }

    @Override
    public void checkDeletion() {
        if (forbidsDelete) {
            throw new DeployException("You lack the right sqs:DeleteMessage.");
        }
    }

    @Override
    public Set<String> delete(List<HeldLetter> letters) {
        if (breaksOnDelete) {
            throw new DeployException("The network is gone.");
        }
        var kept = new TreeSet<String>();
        for (var held : letters) {
            if (keeps.contains(held.id())) {
                kept.add(held.id());
            } else {
                hidden.remove(held.id());
            }
        }
        return kept;
    }

    @Override
    public Set<String> send(List<DeadLetter> letters) {
        var refused = new TreeSet<String>();
        batches.add(letters.size());
        for (var letter : letters) {
            if (refuses.contains(letter.id())) {
                refused.add(letter.id());
            } else if (letter.body().contains("bad")) {
                var id = "again" + ids++;
                visible.put(id, letter(id, letter.body(), new TreeMap<>(letter.attributes())));
            } else {
                done.add(letter);
            }
        }
        return refused;
    }

    @Override
    public LetterCounts counts() {
        return new LetterCounts(visible.size() + hidden.size(), 0);
    }
}
