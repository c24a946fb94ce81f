package io.beanpole.deploy.stage;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.bundle.BundleTree;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.dockerrun.DockerrunTemplate;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.EnvironmentSpec;
import java.io.IOException;
import java.nio.file.Files;

/** The source bundles of a checkout, and what their versions are called: the same content has the same label. */
final class EnvironmentBundles {
    private static final int HASH = 12;

    private final DeploymentSpec spec;
    private final BundleTree tree;

    EnvironmentBundles(DeploymentSpec spec) {
        this.spec = spec;
        this.tree = new BundleTree(spec.ebextensions().resolveSibling(""));
    }

    /**
     * The bundle with which an environment runs an image.
     *
     * @param pinned the image by digest
     */
    SourceBundle of(EnvironmentSpec environment, String pinned) {
        var file = spec.dockerrunTemplate();
        try {
            var template = new DockerrunTemplate(String.valueOf(file.getFileName()), Files.readString(file));
            var dockerrun = template.fill(new DockerrunTemplate.Container(
                    environment.image().name(),
                    pinned,
                    environment.memory(),
                    environment.image().port()));
            return SourceBundle.of(dockerrun, tree, environment.tier().folder(), environment.name());
        } catch (IOException e) {
            throw new DeployException("Could not read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The label of the version that is made of a bundle. */
    static String label(EnvironmentSpec environment, SourceBundle bundle) {
        return environment.image().name() + "-" + bundle.sha256().substring(0, HASH);
    }
}
