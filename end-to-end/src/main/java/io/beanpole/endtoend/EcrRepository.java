package io.beanpole.endtoend;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import software.amazon.awssdk.services.ecr.EcrClient;

/**
 * A repository of ECR as whoever builds images uses it.
 *
 * @param cache where jib keeps layers between pushes
 */
public record EcrRepository(String uri, String user, String password, Path cache) {
    /** Signs in to a repository, by the token that ECR gives out. */
    public static EcrRepository at(EcrClient ecr, String uri, Path cache) {
        String token = ecr.getAuthorizationToken().authorizationData().get(0).authorizationToken();
        String[] signIn = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8).split(":", 2);
        return new EcrRepository(uri, signIn[0], signIn[1], cache);
    }

    /** An image of this repository, to build upon. */
    public JibContainerBuilder from(String digest) throws InvalidImageReferenceException {
        return Jib.from(signedIn(uri + "@" + digest));
    }

    /** Pushes an image under a tag and gives its digest. */
    public String push(JibContainerBuilder image, String tag) throws Exception {
        return image.setCreationTime(Instant.EPOCH)
                .containerize(Containerizer.to(signedIn(uri + ":" + tag))
                        .setBaseImageLayersCache(cache)
                        .setApplicationLayersCache(cache)
                        .setAllowInsecureRegistries(true))
                .getDigest()
                .toString();
    }

    private RegistryImage signedIn(String reference) throws InvalidImageReferenceException {
        return RegistryImage.named(reference).addCredential(user, password);
    }

    @Override
    public String toString() {
        return "EcrRepository[" + uri + "]";
    }
}
