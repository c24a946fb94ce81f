package io.beanpole.deploy.dockerrun;

import io.beanpole.deploy.DeployException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;

/**
 * The files of a source bundle that say what runs, and the names of all others.
 *
 * @param texts by file name: Dockerrun.aws.json, docker-compose.yml
 * @param names of all files, by their paths in the bundle
 */
public record SourceFiles(SortedMap<String, String> texts, Set<String> names) {
    private static final String OTHER_COMPOSE = "docker-compose.yaml";
    private static final int LARGEST = 1 << 20;

    /** Reads a file, a folder or a zip. */
    public static SourceFiles of(Path path) {
        try {
            if (Files.isDirectory(path)) {
                return folder(path);
            }
            var bytes = Files.readAllBytes(path);
            return isZip(bytes) ? ofBundle(bytes) : single(path.getFileName().toString(), bytes);
        } catch (IOException e) {
            throw new DeployException(
                    "Could not read " + path + ": " + e.getMessage(),
                    "Name a Dockerrun.aws.json, a docker-compose.yml, a folder that holds one, or a source bundle.",
                    e);
        }
    }

    /** Reads what lies in S3: a zip, or a Dockerrun file alone. */
    public static SourceFiles ofBundle(byte[] bundle) {
        if (!isZip(bundle)) {
            return single(Format.V2.fileName(), bundle);
        }
        var files = new SourceFiles(new TreeMap<>(), new TreeSet<>());
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.add(entry.getName(), isWanted(entry.getName()) ? zip.readNBytes(LARGEST) : new byte[0]);
                }
            }
        } catch (IOException e) {
            throw new DeployException("The source bundle is no zip that can be read: " + e.getMessage(), e);
        }
        return files;
    }

    /** The Dockerrun.aws.json, if there is one. */
    public Optional<String> dockerrun() {
        return Optional.ofNullable(texts.get(Format.V2.fileName()));
    }

    /** The docker-compose.yml, if there is one. */
    public Optional<String> compose() {
        return Optional.ofNullable(texts.get(Format.COMPOSE.fileName()));
    }

    /** The file that decides what runs: Compose wins over version 1, and version 3 only serves it. */
    public DockerrunDocument main() {
        return compose()
                .map(DockerrunDocument::parseCompose)
                .or(() -> dockerrun().map(DockerrunDocument::parse))
                .orElseThrow(() -> new DeployException(
                        "There is neither a Dockerrun.aws.json nor a docker-compose.yml.",
                        "Name such a file, a folder that holds one, or a source bundle."));
    }

    /** The text of {@link #main()}. */
    public String mainText() {
        return compose().or(this::dockerrun).orElse("");
    }

    private static SourceFiles folder(Path folder) throws IOException {
        var files = new SourceFiles(new TreeMap<>(), new TreeSet<>());
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                var name = entry.getFileName().toString();
                if (Files.isRegularFile(entry)) {
                    files.add(name, isWanted(name) ? Files.readAllBytes(entry) : new byte[0]);
                }
            }
        }
        return files;
    }

    /** A file alone may be called as it likes; what it is shows in its first letter. */
    private static SourceFiles single(String name, byte[] bytes) {
        var isYaml = name.endsWith(".yml") || name.endsWith(".yaml");
        var files = new SourceFiles(new TreeMap<>(), new TreeSet<>());
        files.add(isYaml ? Format.COMPOSE.fileName() : Format.V2.fileName(), bytes);
        return files;
    }

    private void add(String name, byte[] bytes) {
        names.add(name);
        if (isWanted(name)) {
            var file = name.equals(OTHER_COMPOSE) ? Format.COMPOSE.fileName() : name;
            texts.put(file, new String(bytes, StandardCharsets.UTF_8));
            names.add(file);
        }
    }

    private static boolean isWanted(String name) {
        return name.equals(Format.V2.fileName())
                || name.equals(Format.COMPOSE.fileName())
                || name.equals(OTHER_COMPOSE);
    }

    private static boolean isZip(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
    }
}
