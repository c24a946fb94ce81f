package io.beanpole.deploy.image;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JavaContainerBuilder;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.LogEvent;
import com.google.cloud.tools.jib.api.Ports;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.event.events.ProgressEvent;
import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.ecr.RegistrySignIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/** Jib at work: layers and pushes images without a Docker daemon, and keeps its caches in the state directory. */
final class ImagePush {
    private static final String CLASS_PATH_FILE = "/app/jib-classpath-file";

    private final RegistrySignIn signIn;
    private final Path state;

    /** A push with this sign-in; caches go to a folder of the state directory. */
    ImagePush(RegistrySignIn signIn, Path state) {
        this.signIn = signIn;
        this.state = state;
        if (signIn.isPlainHttp()) {
            System.setProperty("sendCredentialsOverHttp", "true");
        }
    }

    /** Pushes an image archive as it is; its digest. */
    Outcome archive(Path archive, String target) {
        return run(target, () -> Jib.from(TarImage.at(archive)));
    }

    /** Builds the image of a module and pushes it; its digest. */
    Outcome application(ImageContent content, Optional<PushedImage> base, String target) {
        return run(target, () -> withoutBaseOr(base, content));
    }

    private JibContainerBuilder withoutBaseOr(Optional<PushedImage> base, ImageContent content)
            throws IOException, InvalidImageReferenceException {
        var module = content.module();
        var java = base.isPresent()
                ? JavaContainerBuilder.from(signedIn(base.get().pinned()))
                : JavaContainerBuilder.from("scratch");
        var container = java.setAppRoot("/app")
                .addDependencies(content.releases())
                .addSnapshotDependencies(content.snapshots())
                .addResources(module.classes(), path -> !path.toString().endsWith(".class"))
                .addClasses(module.classes(), path -> path.toString().endsWith(".class"))
                .setMainClass(module.mainClass())
                .toContainerBuilder();
        return container
                .addFileEntriesLayer(classPathFile(content))
                .setEntrypoint(entrypoint(content))
                .setUser(module.user())
                .setExposedPorts(
                        Ports.parse(List.of(Integer.toString(content.image().port()))))
                .setLabels(module.labels())
                .setWorkingDirectory(AbsoluteUnixPath.get("/app"))
                .setCreationTime(Instant.EPOCH)
                .setFormat(ImageFormat.Docker)
                .setPlatforms(Set.of(new Platform(Architecture.ofThisMachine(), "linux")));
    }

    private static List<String> entrypoint(ImageContent content) {
        var entrypoint = new ArrayList<String>();
        entrypoint.add("java");
        entrypoint.addAll(content.module().jvmFlags());
        entrypoint.addAll(List.of("-cp", "@" + CLASS_PATH_FILE, content.module().mainClass()));
        return entrypoint;
    }

    private FileEntriesLayer classPathFile(ImageContent content) throws IOException {
        var file = Files.createDirectories(state)
                .resolve("classpath-" + content.image().name());
        Files.writeString(file, content.classPath());
        return FileEntriesLayer.builder()
                .setName("class path")
                .addEntry(file, AbsoluteUnixPath.get(CLASS_PATH_FILE))
                .build();
    }

    private RegistryImage signedIn(String reference) throws InvalidImageReferenceException {
        return RegistryImage.named(reference).addCredential(signIn.user(), signIn.password());
    }

    private Outcome run(String target, ContainerSource source) {
        var count = new BlobCount();
        try {
            var containerizer = Containerizer.to(signedIn(target))
                    .setBaseImageLayersCache(state.resolve("base-layers"))
                    .setApplicationLayersCache(state.resolve("layers"))
                    .setAllowInsecureRegistries(signIn.isPlainHttp())
                    .setToolName("beanpole")
                    .addEventHandler(ProgressEvent.class, count::progressed)
                    .addEventHandler(LogEvent.class, count::logged);
            var digest = source.container().containerize(containerizer).getDigest();
            return new Outcome(digest.toString(), count.sent(), count.present());
        } catch (IOException
                | InvalidImageReferenceException
                | RegistryException
                | CacheDirectoryCreationException
                | ExecutionException e) {
            var cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            throw new DeployException("Could not build and push " + target + ": " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployException("Pushing " + target + " was interrupted.", e);
        }
    }

    /**
     * What a push came to.
     *
     * @param sent how many layers and configurations travelled
     * @param present how many the registry had
     */
    record Outcome(String digest, int sent, int present) {
        String words() {
            return digest + " (" + sent + " blobs sent, " + present + " already there)";
        }
    }

    /** Counts blobs by what jib tells of them, since it keeps no count of its own. */
    private static final class BlobCount {
        private static final String PUSHING = "pushing blob ";
        private static final String SKIPPING = "Skipping push; BLOB already exists";

        private final Set<String> all = ConcurrentHashMap.newKeySet();
        private final Set<String> skipped = ConcurrentHashMap.newKeySet();

        void progressed(ProgressEvent event) {
            var description = event.getAllocation().getDescription();
            if (description.startsWith(PUSHING)) {
                all.add(description);
            }
        }

        void logged(LogEvent event) {
            if (event.getMessage().startsWith(SKIPPING)) {
                skipped.add(event.getMessage());
            }
        }

        int sent() {
            return Math.max(0, all.size() - skipped.size());
        }

        int present() {
            return skipped.size();
        }
    }

    /** Where a container comes from; jib wants to hear of it only once the push is prepared. */
    @FunctionalInterface
    private interface ContainerSource {
        JibContainerBuilder container() throws IOException, InvalidImageReferenceException;
    }
}
