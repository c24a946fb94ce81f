package io.beanpole.cloud.beanstalk.bundle;

import io.beanpole.cloud.instance.ComposeFile;
import io.beanpole.cloud.instance.ContainerSource;
import io.beanpole.cloud.instance.Dockerrun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what a downloaded bundle says, in the order in which the platforms look at it (reference 2.1 [D]). */
final class BundleReader {
    private static final String DOCKERRUN = "Dockerrun.aws.json";
    private static final String DOCKERFILE = "Dockerfile";
    private static final int LARGEST_DOCKERRUN = 64 * 1024;
    private static final List<String> TEXTS = List.of("cron.yaml", "env.yaml");

    private final BundleLocation location;
    private final Path file;
    private final List<String> notes = new ArrayList<>();

    BundleReader(BundleLocation location, Path file) {
        this.location = location;
        this.file = file;
    }

    SourceBundle read() {
        Optional<String> alone = dockerrunAlone();
        if (alone.isPresent()) {
            Dockerrun source = Dockerrun.parse(alone.get());
            return new SourceBundle(
                    location,
                    source,
                    new Extensions(Map.of()),
                    List.of(),
                    Map.of(),
                    new BundleFindings(List.of(), source.notes()));
        }
        try (BundleArchive archive = BundleArchive.of(location.label(), file)) {
            return read(archive);
        }
    }

    private SourceBundle read(BundleArchive archive) {
        ContainerSource source = source(archive);
        Map<String, String> configurations = new LinkedHashMap<>();
        archive.names().stream()
                .filter(name -> name.matches("\\.ebextensions/[^/]+\\.config"))
                .forEach(name -> archive.text(name).ifPresent(text -> configurations.put(name, text)));
        Extensions extensions = new Extensions(configurations);
        Map<String, String> texts = new LinkedHashMap<>();
        TEXTS.forEach(name -> archive.text(name).ifPresent(text -> texts.put(name, text)));
        notes.addAll(source.notes());
        notes.addAll(extensions.notes());
        note(archive);
        return new SourceBundle(
                location,
                source,
                extensions,
                archive.names(),
                Map.copyOf(texts),
                new BundleFindings(extensions.faults(), notes));
    }

    /** A task definition is for the ECS platform, which knows no compose; else compose comes before version 1. */
    private ContainerSource source(BundleArchive archive) {
        Optional<String> dockerrun = archive.text(DOCKERRUN);
        Optional<String> compose = ComposeFile.NAMES.stream()
                .flatMap(name -> archive.text(name).stream())
                .findFirst();
        boolean hasDockerfile = archive.names().contains(DOCKERFILE);
        if (compose.isPresent()
                && dockerrun.map(Dockerrun::version).filter("2"::equals).isEmpty()) {
            dockerrun.ifPresent(text -> notes.add(
                    Dockerrun.version(text).equals("3")
                            ? DOCKERRUN + ": Authentication is not used; images come from the local cloud's registry,"
                                    + " or with the login of podman or docker."
                            : DOCKERRUN + " is not read: the bundle has a docker-compose.yml, which comes first."));
            return new ComposeFile(compose.get(), name -> archive.text(name).orElse(null));
        }
        if (dockerrun.isPresent()) {
            if (hasDockerfile) {
                notes.add("The bundle has a Dockerfile, from which AWS would build its image; the image of " + DOCKERRUN
                        + " is run instead, because none is built here.");
            }
            return Dockerrun.parse(dockerrun.get());
        }
        throw new BundleException(
                hasDockerfile
                        ? "The source bundle of " + location.label()
                                + " has a Dockerfile; images are not built here. Push"
                                + " the image to the local cloud's registry and name it in a " + DOCKERRUN + "."
                        : "The source bundle of " + location.label() + " has no " + DOCKERRUN
                                + " and no docker-compose.yml at its root; zip the files themselves, not the folder they"
                                + " are in.");
    }

    private void note(BundleArchive archive) {
        List<String> names = archive.names();
        if (archive.hasLinks()) {
            notes.add("Symbolic links of the source bundle are left out on instances.");
        }
        Stream.of(
                        Map.entry(".platform/confighooks/", "scripts for configuration changes are not run here"),
                        Map.entry(".platform/nginx/", "no nginx stands before an instance here"),
                        Map.entry(".platform/httpd/", "no Apache stands before an instance here"))
                .filter(each -> names.stream().anyMatch(name -> name.startsWith(each.getKey())))
                .forEach(each ->
                        notes.add("The files of " + each.getKey() + " have no effect: " + each.getValue() + "."));
    }

    /** AWS takes a Dockerrun file for a bundle when it is all that is needed [D]. */
    private Optional<String> dockerrunAlone() {
        try {
            if (Files.size(file) > LARGEST_DOCKERRUN) {
                return Optional.empty();
            }
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return text.strip().startsWith("{")
                    ? Optional.of(new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw new BundleException("The source bundle of " + location.label() + " cannot be read.", e);
        }
    }
}
