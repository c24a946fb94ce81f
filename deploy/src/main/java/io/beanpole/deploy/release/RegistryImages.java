package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.ecr.ImageCatalog;
import io.beanpole.deploy.ecr.RepositoryImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The images of this cloud's ECR; about those of other registries nothing is known, so they count as there. */
public final class RegistryImages implements ImageShelf {
    private static final Pattern OF_ECR = Pattern.compile(
            "(?<registry>[^/]+\\.dkr\\.ecr\\.[^/]+|[^/]+:\\d+)/(?<name>[^@:]+)(?::(?<tag>[^@]+))?(?:@(?<digest>\\S+))?");

    private final ImageCatalog catalog;
    private final Map<String, List<RepositoryImage>> known = new HashMap<>();

    /** Images of a catalogue that belongs to somebody else; each repository is read once. */
    public RegistryImages(ImageCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public boolean has(String reference) {
        var parts = OF_ECR.matcher(reference);
        if (!parts.matches()) {
            return true;
        }
        var uri = parts.group("registry") + "/" + parts.group("name");
        var digest = parts.group("digest");
        return images(parts.group("name")).stream()
                .filter(image -> image.uri().equals(uri))
                .anyMatch(image -> digest == null
                        ? image.tags().contains(String.valueOf(parts.group("tag")))
                        : image.digest().equals(digest));
    }

    private List<RepositoryImage> images(String repository) {
        return known.computeIfAbsent(repository, name -> {
            try {
                return catalog.images(name);
            } catch (DeployException e) {
                return List.of();
            }
        });
    }
}
