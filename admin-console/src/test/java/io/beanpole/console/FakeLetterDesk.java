package io.beanpole.console;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.deadletter.AttributeValue;
import io.beanpole.deploy.deadletter.Cause;
import io.beanpole.deploy.deadletter.DeadLetter;
import io.beanpole.deploy.deadletter.LetterChoice;
import io.beanpole.deploy.deadletter.LetterCounts;
import io.beanpole.deploy.deadletter.LetterDesk;
import io.beanpole.deploy.deadletter.LetterRun;
import io.beanpole.deploy.deadletter.Look;
import io.beanpole.deploy.deadletter.QuickFailure;
import io.beanpole.deploy.deadletter.RedriveOutcome;
import io.beanpole.deploy.deadletter.RedrivePlan;
import io.beanpole.deploy.deadletter.RestoreOutcome;
import io.beanpole.deploy.deadletter.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Dead letters in memory: those whose body says "bad" come back when they are sent. */
public final class FakeLetterDesk implements LetterDesk {
    private final String queueName;

    /** What lies in the queue, in the order of sending. */
    public final List<Snapshot.Entry> there = new CopyOnWriteArrayList<>();

    /** The snapshots that were taken, by file, the newest last. */
    public final Map<Path, Snapshot> taken = new LinkedHashMap<>();

    /** What was sent back, in order. */
    public final List<DeadLetter> sent = new CopyOnWriteArrayList<>();

    /** What was asked of SQS: "look 3", "redrive all dead letters", "purge 2". */
    public final List<String> done = new CopyOnWriteArrayList<>();

    /** So many letters a purge deletes before it breaks off. */
    public volatile int mostDeleted = Integer.MAX_VALUE;

    /** So many letters a restoration sends before it breaks off. */
    public volatile int mostRestored = Integer.MAX_VALUE;

    /** Whether breaking off is a lost connection, not an end that was asked for. */
    public volatile boolean isCut;

    /** Stands in for time that passes after each letter of a redrive. */
    public volatile Runnable afterEach = () -> {};

    /** @param queueName of the dead-letter queue */
    public FakeLetterDesk(String queueName) {
        this.queueName = queueName;
    }

    private static Snapshot.Entry received(Snapshot.Entry entry) {
        var letter = entry.letter();
        return new Snapshot.Entry(
                new DeadLetter(
                        letter.id(),
                        letter.body(),
                        letter.attributes(),
                        letter.receives() + 1,
                        letter.sentAt(),
                        letter.senderId(),
                        letter.groupId()),
                entry.cause());
    }

    /** Adds so many letters of one cause. */
    public FakeLetterDesk with(int count, String kind, String error) {
        for (int i = 0; i < count; i++) {
            var id = String.format("%08x-5c1e-4d7b-9a02-6f3e8d10b24c", there.size() + 0x6d3a01);
            there.add(new Snapshot.Entry(letter(id, kind, error), new Cause(kind, error)));
        }
        return this;
    }

    private DeadLetter letter(String id, String kind, String error) {
        var attributes = new TreeMap<String, AttributeValue>();
        attributes.put("error", new AttributeValue("String", error));
        attributes.put("lane", new AttributeValue("String", "standard"));
        return new DeadLetter(
                id,
                "{\"version\":1,\"taskId\":\"" + id + "\",\"kind\":\"" + kind
                        + "\",\"input\":{\"clip\":\"clips/holiday.mp4\",\"start\":12.5,\"seconds\":30}}",
                attributes,
                5,
                BusyCloud.NOW.minusSeconds(3600L - there.size()),
                "AROA000000000000000:web",
                Optional.empty());
    }

    @Override
    public LetterCounts counts() {
        return new LetterCounts(there.size(), 418);
    }

    @Override
    public boolean isOrdered() {
        return false;
    }

    @Override
    public Optional<Snapshot> newest() {
        return snapshots().stream().findFirst().map(taken::get);
    }

    @Override
    public synchronized List<Path> snapshots() {
        var files = new ArrayList<>(taken.keySet());
        Collections.reverse(files);
        return files;
    }

    @Override
    public synchronized Snapshot snapshot(Path file) {
        return Optional.ofNullable(taken.get(file)).orElseThrow(() -> new DeployException("No snapshot " + file + "."));
    }

    @Override
    public synchronized Look look(int most, Optional<Path> out, LetterRun run) {
        done.add("look " + there.size());
        there.replaceAll(FakeLetterDesk::received);
        var snapshot = new Snapshot(queueName, BusyCloud.NOW, there);
        if (!there.isEmpty()) {
            taken.put(Path.of("20261121T094210.00" + taken.size() + "Z.jsonl"), snapshot);
        }
        return new Look(snapshot, there.size(), most, false);
    }

    @Override
    public QuickFailure quickFailure() {
        return new QuickFailure(Duration.ofSeconds(75));
    }

    @Override
    public RedriveOutcome redrive(LetterChoice choice, RedrivePlan plan, LetterRun run) {
        done.add("redrive " + choice.words() + " at " + plan.perSecond());
        var cameBack = 0;
        var count = 0;
        for (var entry : List.copyOf(there)) {
            if (run.isEnding() || cameBack > 2) {
                break;
            }
            if (choice.wanted().test(entry.cause())) {
                count++;
                sent.add(entry.letter());
                if (entry.cause().error().contains("bad")) {
                    cameBack++;
                } else {
                    there.remove(entry);
                }
                run.told(outcome(plan, count, cameBack, false));
                afterEach.run();
            }
        }
        return outcome(plan, count, cameBack, cameBack > 2);
    }

    private RedriveOutcome outcome(RedrivePlan plan, int count, int cameBack, boolean isStopped) {
        return new RedriveOutcome(
                plan.run(),
                count,
                cameBack,
                0,
                there.size(),
                0,
                0,
                isStopped,
                Duration.ofSeconds(3),
                (isStopped ? "Stopped by itself: more than 10 % of what was sent failed again. " : "") + count
                        + " messages were sent back, " + there.size() + " dead letters are left.");
    }

    @Override
    public String move(int perSecond, LetterRun run) {
        done.add("move at " + perSecond);
        return "task-1";
    }

    @Override
    public boolean replay(DeadLetter original, DeadLetter changed, LetterRun run) {
        done.add("replay " + original.id());
        there.removeIf(entry -> entry.letter().id().equals(original.id()));
        sent.add(changed);
        return true;
    }

    @Override
    public int purge(Set<String> ids, String words, LetterRun run) {
        done.add("purge " + ids.size());
        var deleted = there.stream()
                .map(entry -> entry.letter().id())
                .filter(ids::contains)
                .limit(mostDeleted)
                .collect(Collectors.toSet());
        there.removeIf(entry -> deleted.contains(entry.letter().id()));
        run.deleted(deleted);
        if (deleted.size() < ids.size() && isCut) {
            throw new DeployException("The network is gone.");
        }
        return deleted.size();
    }

    @Override
    public RestoreOutcome restore(Path file, int skip, int perSecond, LetterRun run) {
        var letters = snapshot(file).letters().stream().skip(skip).toList();
        var chosen = letters.subList(0, Math.min(mostRestored, letters.size()));
        done.add("restore " + letters.size() + " at " + perSecond);
        chosen.forEach(entry -> sent.add(entry.letter()));
        run.tried(skip + chosen.size());
        if (chosen.size() < letters.size() && isCut) {
            throw new DeployException("The network is gone.");
        }
        return new RestoreOutcome(chosen.size(), List.of(), letters.size() - chosen.size());
    }
}
