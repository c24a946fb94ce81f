package io.beanpole.cloud.instance;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecr.EcrClient;

/** Signs in to ECR as the platform of an instance does: with a token that it asks for [D]. */
public final class EcrLogin implements Supplier<RegistryLogin> {
    private final EcrClient ecr;
    private final String registry;
    private final String behind;

    /**
     * @param endpoint what image references begin with
     * @param behind where the registry answers that stands behind it
     */
    public EcrLogin(EcrClient ecr, URI endpoint, URI behind) {
        this.ecr = ecr;
        this.registry = endpoint.getAuthority();
        this.behind = behind.getAuthority();
    }

    @Override
    public RegistryLogin get() {
        String token = ecr.getAuthorizationToken().authorizationData().get(0).authorizationToken();
        String[] pair = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8).split(":", 2);
        return new RegistryLogin(registry, behind, pair[0], pair[1]);
    }
}
