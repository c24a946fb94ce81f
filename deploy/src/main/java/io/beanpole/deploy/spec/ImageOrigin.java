package io.beanpole.deploy.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where an image of deployment.yml comes from. */
public sealed interface ImageOrigin {
    /** It is layered from what Maven built of a module: a class path and the main class that is started. */
    record Module(
            BaseSpec base,
            Path classes,
            Path libs,
            String mainClass,
            List<String> jvmFlags,
            String user,
            Map<String, String> labels)
            implements ImageOrigin {}

    /** Something else built it: it lies in a tar, as {@code docker save} or an OCI builder writes it. */
    record Archive(Path file) implements ImageOrigin {}

    /**
     * It is in a registry already.
     *
     * @param reference a repository of the stage's ECR with tag or digest, or any registry's repository with digest
     */
    record Existing(String reference) implements ImageOrigin {}
}
