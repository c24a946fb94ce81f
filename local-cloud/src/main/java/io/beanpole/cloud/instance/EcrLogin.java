package io.beanpole.cloud.instance;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.AuthorizationData;

/** Signs in to ECR as the platform of an instance does: with a token that it asks for [D]. */
public final class EcrLogin implements Supplier<RegistryLogin> {
    private final EcrClient ecr;

    public EcrLogin(EcrClient ecr) {
        this.ecr = ecr;
    }

    @Override
    public RegistryLogin get() {
        AuthorizationData data = ecr.getAuthorizationToken().authorizationData().get(0);
        String registry = URI.create(data.proxyEndpoint()).getAuthority();
        String[] pair =
                new String(Base64.getDecoder().decode(data.authorizationToken()), StandardCharsets.UTF_8).split(":", 2);
        return new RegistryLogin(registry, pair[0], pair[1]);
    }
}
