package io.beanpole.deploy.image;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.ecr.RegistrySignIn;

/** Shares the layers of a base image with another repository of its registry, so that jib needn't carry them there. */
final class LayerMount {
    private final RegistrySignIn signIn;
    private final Progress progress;

    LayerMount(RegistrySignIn signIn, Progress progress) {
        this.signIn = signIn;
        this.progress = progress;
    }

    /** Mounts what the registry lets be mounted; jib pushes the rest as if there were no such thing. */
    void share(PushedImage base, String target) {
        var source = new ImagePlace(signIn, base.repository());
        var repository = new RegistryRepository(new ImagePlace(signIn, source.host() + "/" + target));
        try {
            new RegistryRepository(source)
                    .manifest(base.digest())
                    .blobs()
                    .forEach(blob -> repository.mount(blob, source.name()));
        } catch (DeployException e) {
            progress.say("the layers of the base image can't be shared (" + e.getMessage() + "); they are copied");
        }
    }
}
