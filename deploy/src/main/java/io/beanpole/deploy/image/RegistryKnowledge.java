package io.beanpole.deploy.image;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.dockerrun.ImageKnowledge;
import io.beanpole.deploy.ecr.RegistrySignIn;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the ECR of one stage knows of images: whether they are there, and what machines they are for. */
public final class RegistryKnowledge implements ImageKnowledge {
    private final Supplier<RegistrySignIn> signIn;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    /** Asks a registry; the sign-in is fetched when the first image is asked for. */
    public RegistryKnowledge(Supplier<RegistrySignIn> signIn) {
        this.signIn = signIn;
    }

    @Override
    public Answer about(String image) {
        return answers.computeIfAbsent(image, this::ask);
    }

    private Answer ask(String image) {
        try {
            var reference = ImageReference.of(image);
            var registry = signIn.get();
            if (!reference.registry().equals(registry.endpoint().getAuthority())) {
                return Answer.unknown("it isn't in the ECR of this stage, the only registry that is asked.");
            }
            var wanted = reference.digest().or(reference::tag).orElse("latest");
            var repository = new RegistryRepository(new ImagePlace(registry, reference.repository()));
            return repository
                    .find(wanted)
                    .map(manifest -> Answer.found(architectures(repository, manifest), manifest.digest()))
                    .orElseGet(() -> Answer.missing(reference.name() + " has no " + wanted + "."));
        } catch (DeployException e) {
            return Answer.unknown(Objects.requireNonNullElse(e.getMessage(), "the registry refused."));
        }
    }

    /** An index names them; a single image's stands in its configuration. */
    private static Set<String> architectures(RegistryRepository repository, Manifest manifest) {
        var config = manifest.config();
        if (manifest.isIndex() || config.isEmpty()) {
            return manifest.architectures();
        }
        try {
            var file = Files.createTempFile("beanpole-", ".json");
            try {
                repository.fetch(config.get(), file);
                var architecture = JsonMapper.shared()
                        .readTree(Files.readAllBytes(file))
                        .path("architecture")
                        .asString("");
                return architecture.isEmpty() ? Set.of() : Set.of(architecture);
            } finally {
                Files.delete(file);
            }
        } catch (IOException | JacksonException e) {
            throw new DeployException("The image's configuration can't be read: " + e.getMessage(), e);
        }
    }
}
