package io.beanpole.cloud.instance;

/**
 * What a registry on this machine wants to see before it lets an image be pulled.
 *
 * @param registry the host and port that stand in image references
 */
public record RegistryLogin(String registry, String username, String password) {
    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "RegistryLogin[" + registry + ", " + username + "]";
    }
}
