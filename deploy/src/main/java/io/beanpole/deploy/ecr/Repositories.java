package io.beanpole.deploy.ecr;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageNotFoundException;
import software.amazon.awssdk.services.ecr.model.RepositoryAlreadyExistsException;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;

/** The repositories of ECR, and the sign-in that pushing to them needs. */
public final class Repositories implements AutoCloseable {
    private final EcrClient ecr;

    public Repositories(AwsAccess access) {
        ecr = access.client(EcrClient.builder());
    }

    /** Makes the repository if there is none of this name. */
    public void ensure(String name) {
        AwsCall.to("create the ECR repository " + name, () -> {
            try {
                return ecr.createRepository(request -> request.repositoryName(name));
            } catch (RepositoryAlreadyExistsException e) {
                return e;
            }
        });
    }

    /** The name that images of this repository are pushed and pulled by, without tag. */
    public String uri(String name) {
        return AwsCall.to("find the ECR repository " + name, () -> {
            try {
                return ecr.describeRepositories(request -> request.repositoryNames(name))
                        .repositories()
                        .get(0)
                        .repositoryUri();
            } catch (RepositoryNotFoundException e) {
                throw new DeployException(
                        "There is no ECR repository " + name + " in this stage.",
                        "Create it once, or say 'foundation: true' for the stage in deployment.yml.",
                        e);
            }
        });
    }

    /** The digest behind a tag, if the repository has the tag. */
    public Optional<String> digest(String name, String tag) {
        return AwsCall.to("look for the image " + name + ":" + tag, () -> {
            try {
                return ecr
                        .describeImages(request -> request.repositoryName(name)
                                .imageIds(
                                        ImageIdentifier.builder().imageTag(tag).build()))
                        .imageDetails()
                        .stream()
                        .map(image -> image.imageDigest())
                        .findFirst();
            } catch (ImageNotFoundException e) {
                return Optional.empty();
            }
        });
    }

    /** Signs in for pushing and pulling; good for some hours. */
    public RegistrySignIn signIn() {
        var data = AwsCall.to("sign in to ECR", () -> ecr.getAuthorizationToken())
                .authorizationData()
                .get(0);
        var token = new String(Base64.getDecoder().decode(data.authorizationToken()), StandardCharsets.UTF_8);
        var colon = token.indexOf(':');
        return new RegistrySignIn(
                URI.create(data.proxyEndpoint()), token.substring(0, colon), token.substring(colon + 1));
    }

    @Override
    public void close() {
        ecr.close();
    }
}
