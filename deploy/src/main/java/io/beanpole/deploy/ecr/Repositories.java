package io.beanpole.deploy.ecr;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
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
                throw missing(name, e);
            }
        });
    }

    /** The digest behind a tag, if the repository has the tag. */
    public Optional<String> digest(String name, String tag) {
        return find(name, ImageIdentifier.builder().imageTag(tag).build());
    }

    /** Whether the repository has an image of this digest. */
    public boolean has(String name, String digest) {
        return find(name, ImageIdentifier.builder().imageDigest(digest).build()).isPresent();
    }

    private Optional<String> find(String name, ImageIdentifier image) {
        return AwsCall.to("look for an image of " + name, () -> {
            try {
                return ecr
                        .describeImages(request -> request.repositoryName(name).imageIds(image))
                        .imageDetails()
                        .stream()
                        .map(ImageDetail::imageDigest)
                        .findFirst();
            } catch (ImageNotFoundException e) {
                return Optional.empty();
            } catch (RepositoryNotFoundException e) {
                throw missing(name, e);
            }
        });
    }

    /** The digest of the image that was pushed last, if the repository has any. */
    public Optional<String> newest(String name) {
        return AwsCall.to("look for the newest image of " + name, () -> {
            try {
                return ecr.describeImagesPaginator(request -> request.repositoryName(name)).imageDetails().stream()
                        .max(Comparator.comparing(ImageDetail::imagePushedAt))
                        .map(ImageDetail::imageDigest);
            } catch (RepositoryNotFoundException e) {
                throw missing(name, e);
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

    private static DeployException missing(String name, RepositoryNotFoundException cause) {
        return new DeployException(
                "There is no ECR repository " + name + " in this stage.",
                "Create it once, or say 'foundation: true' for the stage in deployment.yml.",
                cause);
    }

    @Override
    public void close() {
        ecr.close();
    }
}
