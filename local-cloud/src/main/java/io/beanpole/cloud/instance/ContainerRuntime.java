package io.beanpole.cloud.instance;

/** What turns an image reference into running processes. */
public interface ContainerRuntime extends AutoCloseable {
    /** {@code podman}, {@code docker} or {@code host}. */
    String name();

    /** Brings the image here, unless it is; blocks. Refuses an image that isn't there with an InstanceException. */
    void pull(String image);

    Container start(ContainerSpec spec);

    /** Removes what earlier runs left. */
    @Override
    void close();
}
