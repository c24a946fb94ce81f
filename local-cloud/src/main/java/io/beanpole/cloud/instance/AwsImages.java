package io.beanpole.cloud.instance;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Images that a bundle names by their address on AWS: {@code 123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:7} is
 * taken from the repository {@code team/app} of the registry here, so that a bundle runs as it was made for AWS. AWS
 * itself is never asked.
 */
public final class AwsImages implements ContainerRuntime {
    private static final Pattern ON_AWS =
            Pattern.compile("\\d{12}\\.dkr\\.ecr(?:-fips)?\\.[a-z0-9-]+\\.amazonaws\\.com(?:\\.cn)?/(.+)");

    private final ContainerRuntime runtime;
    private final Supplier<RegistryLogin> login;

    public AwsImages(ContainerRuntime runtime, Supplier<RegistryLogin> login) {
        this.runtime = runtime;
        this.login = login;
    }

    @Override
    public String name() {
        return runtime.name();
    }

    @Override
    public void pull(String image) {
        String here = here(image);
        try {
            runtime.pull(here);
        } catch (InstanceException e) {
            if (here.equals(image)) {
                throw e;
            }
            throw new InstanceException(
                    "The image " + image + " is taken from the registry of this machine, and " + e.getMessage()
                            + " Push it there first, as " + here + ".",
                    e);
        }
    }

    @Override
    public Container start(ContainerSpec spec) {
        ContainerDefinition wanted = spec.definition();
        ContainerDefinition found = new ContainerDefinition(
                wanted.name(),
                here(wanted.image()),
                wanted.memoryMiB(),
                wanted.essential(),
                wanted.servesPort80(),
                wanted.environment(),
                wanted.entryPoint(),
                wanted.command());
        return runtime.start(
                new ContainerSpec(spec.instanceId(), found, spec.environment(), spec.directory(), spec.log()));
    }

    @Override
    public void close() {
        runtime.close();
    }

    private String here(String image) {
        Matcher onAws = ON_AWS.matcher(image);
        return onAws.matches() ? login.get().registry() + "/" + onAws.group(1) : image;
    }
}
