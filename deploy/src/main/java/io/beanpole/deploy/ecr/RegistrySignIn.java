package io.beanpole.deploy.ecr;

import java.net.URI;

/** What a registry wants to hear before it takes or gives an image. */
public record RegistrySignIn(URI endpoint, String user, String password) {
    /** Whether the registry speaks plain HTTP, as one on loopback may. */
    public boolean isPlainHttp() {
        return "http".equals(endpoint.getScheme());
    }

    @Override
    public String toString() {
        return "RegistrySignIn[" + endpoint + "]";
    }
}
