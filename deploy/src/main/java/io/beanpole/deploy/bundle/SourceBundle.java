package io.beanpole.deploy.bundle;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One zip for Elastic Beanstalk: Dockerrun.aws.json, the option files that concern its tier, and whatever else. */
public final class SourceBundle {
    private static final String DOCKERRUN = "Dockerrun.aws.json";

    private final SortedMap<String, BundleFile> files;
    private final byte[] bytes;

    private SourceBundle(SortedMap<String, BundleFile> files) {
        this.files = files;
        this.bytes = BundleZip.write(files);
    }

    /** Packs a Dockerrun file with what the tree has for an environment of this tier. */
    public static SourceBundle of(String dockerrun, BundleTree tree, String tier, String environment) {
        var files = new TreeMap<>(tree.files(tier, environment));
        files.put(DOCKERRUN, text(dockerrun));
        return new SourceBundle(files);
    }

    /** Packs a folder as it is, hidden files in it too. */
    public static SourceBundle ofFolder(Path folder) {
        var files = new TreeMap<String, BundleFile>();
        try (var found = Files.walk(folder)) {
            for (var file : found.filter(Files::isRegularFile).sorted().toList()) {
                var path = folder.relativize(file).toString().replace('\\', '/');
                var content = Files.readAllBytes(file);
                files.put(path, Files.isExecutable(file) ? BundleFile.program(content) : BundleFile.plain(content));
            }
        } catch (IOException e) {
            throw new DeployException("Could not read the folder " + folder + ": " + e, e);
        }
        if (files.isEmpty()) {
            throw new DeployException("The folder " + folder + " has no file to make a source bundle of.");
        }
        return new SourceBundle(files);
    }

    /** Reads what lies in S3: a zip, or a Dockerrun file alone, which Elastic Beanstalk takes as well. */
    public static SourceBundle read(byte[] source) {
        if (source.length > 1 && source[0] == 'P' && source[1] == 'K') {
            return new SourceBundle(BundleZip.read(source));
        }
        if (new String(source, StandardCharsets.UTF_8).stripLeading().startsWith("{")) {
            return new SourceBundle(new TreeMap<>(Map.of(DOCKERRUN, BundleFile.plain(source))));
        }
        throw new DeployException("The source bundle is neither a zip nor a Dockerrun file.");
    }

    /** The Dockerrun file, if the bundle has one. */
    public Optional<String> dockerrun() {
        return Optional.ofNullable(files.get(DOCKERRUN))
                .map(file -> new String(file.content(), StandardCharsets.UTF_8));
    }

    /** The bundle with another Dockerrun file and all else as it is. */
    public SourceBundle withDockerrun(String dockerrun) {
        var changed = new TreeMap<>(files);
        changed.put(DOCKERRUN, text(dockerrun));
        return new SourceBundle(changed);
    }

    /** All files by their path. */
    public SortedMap<String, BundleFile> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    /** The zip itself. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The SHA-256 of the zip in hexadecimal digits. */
    public String sha256() {
        return HexFormat.of().formatHex(Digest.sha256().digest(bytes));
    }

    /** Whether both hold the same files, however they were packed. */
    public boolean hasContentOf(SourceBundle other) {
        return files.equals(other.files);
    }

    private static BundleFile text(String text) {
        return BundleFile.plain(text.getBytes(StandardCharsets.UTF_8));
    }
}
