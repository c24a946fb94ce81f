package io.beanpole.cloud.logs;

import io.beanpole.cloud.StateFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LimitExceededException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** All groups, kept over a restart. */
final class LogGroups implements LogSink {
    private static final int MOST_GROUPS = 10_000;
    private static final int MOST_STREAMS = 10_000;
    private static final String GROUP_NAME = "[.\\-_/#A-Za-z0-9]{1,512}";
    private static final String STREAM_NAME = "[^:*]{1,512}";
    static final String STANDARD = "STANDARD";

    private final Path directory;
    private final Clock clock;
    private final StateFile<KeptGroups> file;
    private final Map<String, LogGroup> groups = new ConcurrentSkipListMap<>();
    private long nextStream;

    LogGroups(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
        this.file = new StateFile<>(directory.resolve("groups.json"), KeptGroups.class);
        KeptGroups kept = file.read(KeptGroups::none);
        nextStream = kept.nextStream();
        kept.groups().forEach(this::takeUp);
    }

    long now() {
        return clock.millis();
    }

    /** By name. */
    List<LogGroup> all() {
        return List.copyOf(groups.values());
    }

    LogGroup group(@Nullable String name) {
        if (name == null) {
            throw LogRefusals.of(InvalidParameterException.class, "The request must contain a logGroupName.");
        }
        LogGroup group = groups.get(name);
        if (group == null) {
            throw LogRefusals.of(ResourceNotFoundException.class, "The specified log group does not exist.");
        }
        return group;
    }

    /** By name, or by an ARN that ends in a name. */
    LogGroup group(@Nullable String name, @Nullable String identifier) {
        if (name != null && identifier != null) {
            throw LogRefusals.of(
                    InvalidParameterException.class,
                    "LogGroupName and LogGroupIdentifier can't both be there; send one of them.");
        }
        return group(identifier == null ? name : nameIn(identifier));
    }

    static String nameIn(String identifier) {
        return identifier
                .replaceAll("^arn:[^:]*:logs:[^:]*:[^:]*:log-group:", "")
                .replaceAll(":\\*$", "");
    }

    LogStream stream(LogGroup group, @Nullable String name) {
        if (name == null) {
            throw LogRefusals.of(InvalidParameterException.class, "The request must contain a logStreamName.");
        }
        return group.stream(name)
                .orElseThrow(() ->
                        LogRefusals.of(ResourceNotFoundException.class, "The specified log stream does not exist."));
    }

    synchronized LogGroup create(@Nullable String name, String logClass, Map<String, String> tags) {
        if (name == null || !name.matches(GROUP_NAME)) {
            throw LogRefusals.invalid(String.valueOf(name), "logGroupName", GROUP_NAME);
        }
        if (groups.containsKey(name)) {
            throw LogRefusals.of(ResourceAlreadyExistsException.class, "The specified log group already exists");
        }
        if (groups.size() >= MOST_GROUPS) {
            throw LogRefusals.of(LimitExceededException.class, "There are " + MOST_GROUPS + " log groups already.");
        }
        LogGroup group = new LogGroup(name, now(), logClass);
        group.tag(tags);
        groups.put(name, group);
        save();
        return group;
    }

    synchronized LogStream createStream(LogGroup group, @Nullable String name) {
        if (name == null || !name.matches(STREAM_NAME)) {
            throw LogRefusals.invalid(String.valueOf(name), "logStreamName", STREAM_NAME);
        }
        if (group.stream(name).isPresent()) {
            throw LogRefusals.of(ResourceAlreadyExistsException.class, "The specified log stream already exists");
        }
        List<LogStream> present = group.streams();
        if (present.size() >= MOST_STREAMS) {
            throw LogRefusals.of(
                    LimitExceededException.class, "The log group has " + MOST_STREAMS + " streams already.");
        }
        LogStream stream = new LogStream(name, nextStream, now(), events(nextStream));
        nextStream++;
        group.add(stream);
        save();
        return stream;
    }

    synchronized void delete(LogGroup group) {
        groups.remove(group.name());
        group.streams().forEach(group::remove);
        save();
    }

    synchronized void deleteStream(LogGroup group, LogStream stream) {
        group.remove(stream);
        save();
    }

    synchronized void keep(LogGroup group, @Nullable Integer days) {
        group.keep(days);
        save();
    }

    /** After a change of what only the group knows. */
    synchronized void save() {
        file.write(new KeptGroups(
                nextStream, groups.values().stream().map(KeptGroups::of).toList()));
    }

    @Override
    public void put(String group, String stream, List<String> lines) {
        LogGroup into = made(group);
        LogStream open;
        synchronized (this) {
            open = into.stream(stream).orElseGet(() -> createStream(into, stream));
        }
        long now = now();
        open.events()
                .append(
                        lines.stream()
                                .map(line -> new EventFile.Arrival(now, line))
                                .toList(),
                        now);
    }

    @Override
    public void keep(String group, int days) {
        LogGroup kept = made(group);
        if (!Integer.valueOf(days).equals(kept.retention())) {
            keep(kept, days);
        }
    }

    @Override
    public void delete(String group) {
        Optional.ofNullable(groups.get(group)).ifPresent(this::delete);
    }

    private synchronized LogGroup made(String name) {
        LogGroup present = groups.get(name);
        return present == null ? create(name, STANDARD, Map.of()) : present;
    }

    private void takeUp(KeptGroups.KeptGroup kept) {
        LogGroup group = new LogGroup(kept.name(), kept.created(), kept.logClass());
        group.keep(kept.retention());
        group.tag(kept.tags());
        kept.streams()
                .forEach(stream -> group.add(
                        new LogStream(stream.name(), stream.number(), stream.created(), events(stream.number()))));
        groups.put(group.name(), group);
    }

    private EventFile events(long number) {
        return new EventFile(directory.resolve("streams").resolve(number + ".jsonl"), EventFile.LARGEST);
    }
}
