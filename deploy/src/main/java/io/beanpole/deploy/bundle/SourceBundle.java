package io.beanpole.deploy.bundle;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** One zip for Elastic Beanstalk: Dockerrun.aws.json, the option files that concern its tier, and whatever else. */
public final class SourceBundle {
    private static final String DOCKERRUN = "Dockerrun.aws.json";
    private static final Pattern CONFIG_NAME = Pattern.compile("\\d\\d-[a-z0-9-]+\\.config");

    private final SortedMap<String, BundleFile> files;
    private final byte[] bytes;

    private SourceBundle(SortedMap<String, BundleFile> files) {
        this.files = files;
        this.bytes = BundleZip.write(files);
    }

    /** Packs a Dockerrun file with the option files of {@code common} and of the tier, flattened into one folder. */
    public static SourceBundle of(String dockerrun, Path ebextensions, String tier) {
        var files = new TreeMap<String, BundleFile>();
        files.put(DOCKERRUN, text(dockerrun));
        addConfigs(files, ebextensions.resolve("common"));
        addConfigs(files, ebextensions.resolve(tier));
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

    /** The zip itself. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The SHA-256 of the zip in hexadecimal digits. */
    public String sha256() {
        return HexFormat.of().formatHex(Digest.sha256().digest(bytes));
    }

    private static BundleFile text(String text) {
        return BundleFile.plain(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void addConfigs(SortedMap<String, BundleFile> files, Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var configs = Files.newDirectoryStream(folder)) {
            for (var config : configs) {
                var name = config.getFileName().toString();
                if (!CONFIG_NAME.matcher(name).matches()) {
                    throw new DeployException(
                            config
                                    + " would be ignored or misordered by Elastic Beanstalk; call it NN-name.config, as in 10-health.config.");
                }
                var file = BundleFile.plain(Files.readAllBytes(config));
                if (files.put(".ebextensions/" + name, file) != null) {
                    throw new DeployException("Two option files of one bundle are called " + name + ", one of them in "
                            + folder + "; rename one.");
                }
            }
        } catch (IOException e) {
            throw new DeployException("Could not read the option files in " + folder + ": " + e.getMessage(), e);
        }
    }
}
