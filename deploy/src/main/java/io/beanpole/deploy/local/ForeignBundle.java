package io.beanpole.deploy.local;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A source bundle that somebody made: a ZIP file with a Dockerrun or compose file, or a Dockerrun file by itself. */
public final class ForeignBundle {
    private static final String DOCKERRUN = "Dockerrun.aws.json";
    private static final long LARGEST = 512L * 1024 * 1024;
    private static final int LARGEST_DOCKERRUN = 1024 * 1024;
    private static final Pattern VERSION_2 = Pattern.compile("\"AWSEBDockerrunVersion\"\\s*:\\s*\"?2");

    private final String fileName;
    private final byte[] content;
    private final boolean needsEcs;

    private ForeignBundle(String fileName, byte[] content, boolean needsEcs) {
        this.fileName = fileName;
        this.content = content;
        this.needsEcs = needsEcs;
    }

    /** Looks no deeper than it must: what is wrong inside, the environment's events say as on AWS. */
    public static ForeignBundle read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw new DeployException(
                        "The bundle " + file + " is no file of at most 512 MB.", "Give the ZIP file itself.");
            }
            var name = file.getFileName().toString();
            var content = Files.readAllBytes(file);
            var dockerrun = name.toLowerCase(Locale.ROOT).endsWith(".json") ? Files.readString(file) : inside(file);
            return new ForeignBundle(name, content, VERSION_2.matcher(dockerrun).find());
        } catch (ZipException e) {
            throw new DeployException(
                    "The bundle " + file + " is no ZIP file: " + e.getMessage() + ".",
                    "Zip the files themselves, with " + DOCKERRUN + " or docker-compose.yml at the root.",
                    e);
        } catch (IOException e) {
            throw new DeployException("The bundle " + file + " could not be read: " + e.getMessage(), e);
        }
    }

    /** The same content has the same label. */
    String label() {
        return "bundle-" + new Digest().add(content).brief();
    }

    /** What its object in S3 is called, which tells Elastic Beanstalk a ZIP file from a bare Dockerrun file. */
    String key() {
        return label() + (fileName.toLowerCase(Locale.ROOT).endsWith(".json") ? ".json" : ".zip");
    }

    byte[] content() {
        return content;
    }

    /** Whether it is for the platform with ECS, as a Dockerrun file of version 2 is. */
    boolean needsEcs() {
        return needsEcs;
    }

    /** What the environment is called where nobody says. */
    public String stem() {
        var stem = fileName.replaceFirst("\\.[^.]*$", "").replaceAll("[^A-Za-z0-9-]+", "-");
        var trimmed = stem.replaceAll("^-+|-+$", "");
        return trimmed.length() < 4 ? "bundle-" + trimmed : trimmed.substring(0, Math.min(40, trimmed.length()));
    }

    private static String inside(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry(DOCKERRUN);
            if (entry == null) {
                return "";
            }
            try (var in = zip.getInputStream(entry)) {
                return new String(in.readNBytes(LARGEST_DOCKERRUN), StandardCharsets.UTF_8);
            }
        }
    }
}
