package io.beanpole.deploy.image;

import io.beanpole.deploy.ecr.RegistrySignIn;
import java.net.URI;

/**
 * A repository of a registry, and the sign-in that reaches it.
 *
 * @param uri registry and repository without tag, as ECR's {@code repositoryUri}
 */
public record ImagePlace(RegistrySignIn signIn, String uri) {
    /** The registry's address; it speaks the protocol that the sign-in was made for. */
    URI registry() {
        return URI.create(signIn.endpoint().getScheme() + "://" + host());
    }

    /** Host and port of the registry, which tell it from others. */
    String host() {
        return uri.substring(0, uri.indexOf('/'));
    }

    /** The repository's name within its registry. */
    String name() {
        return uri.substring(uri.indexOf('/') + 1);
    }
}
