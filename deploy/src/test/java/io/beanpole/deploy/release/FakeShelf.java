package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Versions in memory; a test may break one. */
public final class FakeShelf implements VersionShelf {
    public final Map<VersionName, SourceBundle> bundles = new HashMap<>();
    public final Set<VersionName> added = new HashSet<>();
    public final List<String> descriptions = new ArrayList<>();
    boolean refusesToProcess;

    @Override
    public SourceBundle bundle(VersionName version) {
        return Optional.ofNullable(bundles.get(version))
                .orElseThrow(
                        () -> new DeployException("The source bundle of version " + version.label() + " is gone."));
    }

    @Override
    public boolean has(VersionName version) {
        return bundles.containsKey(version);
    }

    @Override
    public void add(VersionName version, SourceBundle bundle, String description) {
        bundles.put(version, bundle);
        added.add(version);
        descriptions.add(description);
    }

    @Override
    public boolean isProcessed(VersionName version) {
        if (refusesToProcess) {
            throw new DeployException("Elastic Beanstalk could not process " + version.label() + ".");
        }
        return true;
    }
}
