package io.beanpole.deploy.release;

import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.BundleImages;
import java.util.List;

/** Two stages in one account and region: the version is there already, and only its bundle and images are looked for. */
public final class SameCloud implements VersionCarrier {
    private final ReleaseParts parts;

    public SameCloud(ReleaseParts parts) {
        this.parts = parts;
    }

    @Override
    public List<String> carry(VersionName version) {
        return BundleImages.references(parts.versions().bundle(version));
    }
}
