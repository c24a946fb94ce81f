package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Snapshots as files of JSON lines that only their owner reads: the first line says of what, each other is a letter. */
public final class SnapshotFile {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private SnapshotFile() {}

    /** Writes a snapshot into a folder, under a name that sorts by time; gives the file. */
    public static Path writeInto(Path folder, Snapshot snapshot) {
        return write(folder.resolve(NAME.format(snapshot.at()) + ".jsonl"), snapshot);
    }

    /** Writes a snapshot; a file that is there already is never overwritten. */
    public static Path write(Path file, Snapshot snapshot) {
        var lines = new ArrayList<String>();
        var json = JsonMapper.shared();
        lines.add(json.writeValueAsString(
                new Head(snapshot.queueName(), snapshot.at(), snapshot.letters().size())));
        snapshot.letters().forEach(entry -> lines.add(json.writeValueAsString(entry)));
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.exists(folder)) {
                OwnerOnly.createDirectories(folder);
            }
            OwnerOnly.createFile(file);
            Files.write(file, lines, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new DeployException(
                    "Could not write the snapshot " + file + ": " + e + ".",
                    "Name another file with --out; nothing was deleted.",
                    e);
        }
    }

    /** The newest snapshot in a folder; empty when there is none. */
    public static Optional<Path> newest(Path folder) {
        return all(folder).stream().findFirst();
    }

    /** The snapshots in a folder, the newest first. */
    public static List<Path> all(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(folder, "*.jsonl")) {
            var all = new ArrayList<Path>();
            files.forEach(all::add);
            all.sort(Comparator.reverseOrder());
            return List.copyOf(all);
        } catch (IOException e) {
            throw new DeployException("Could not look for snapshots in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Reads a snapshot again. */
    public static Snapshot read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty()) {
                throw new DeployException(file + " is empty, and no snapshot.");
            }
            var json = JsonMapper.shared();
            var head = json.readValue(lines.get(0), Head.class);
            var letters = new ArrayList<Snapshot.Entry>();
            for (var line : lines.subList(1, lines.size())) {
                letters.add(json.readValue(line, Snapshot.Entry.class));
            }
            return new Snapshot(head.queueName(), head.at(), letters);
        } catch (IOException | JacksonException e) {
            throw new DeployException("Could not read the snapshot " + file + ": " + e.getMessage(), e);
        }
    }

    /** The first line: of which queue the letters are. */
    private record Head(String queueName, Instant at, int letters) {}
}
