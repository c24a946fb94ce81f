package io.beanpole.deploy.version;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.SideBySide;
import io.beanpole.deploy.beanstalk.VersionSummary;
import io.beanpole.deploy.bundle.BundleImages;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.ecr.ImageStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All versions of an application, each looked at: who has it, and can it still be deployed. */
public final class Inventory {
    private static final int AT_ONCE = 8;

    private final VersionCloud cloud;

    /** The versions of this cloud. */
    public Inventory(VersionCloud cloud) {
        this.cloud = cloud;
    }

    /** All versions, the newest first. */
    public List<KnownVersion> of(String application) {
        return of(application, Integer.MAX_VALUE);
    }

    /** The newest versions, at most so many, and those that some environment has. */
    public List<KnownVersion> of(String application, int newest) {
        var deployed = cloud.deployed(application);
        var all = cloud.versions(application);
        var chosen = new ArrayList<VersionSummary>();
        for (int i = 0; i < all.size(); i++) {
            if (i < newest || deployed.containsValue(all.get(i).label())) {
                chosen.add(all.get(i));
            }
        }
        try (var threads = new SideBySide("version-bundles", AT_ONCE)) {
            return threads.map(chosen, version -> known(version, deployed));
        }
    }

    private KnownVersion known(VersionSummary version, Map<String, String> deployed) {
        var missing = new ArrayList<String>();
        var unchecked = new ArrayList<String>();
        if (version.isFailed()) {
            missing.add("Elastic Beanstalk could not process it.");
        }
        var images = bundle(version, missing).map(BundleImages::references).orElse(List.of());
        images.forEach(image -> check(image, missing, unchecked));
        return new KnownVersion(
                version.label(),
                version.createdAt(),
                version.description(),
                version.status(),
                images,
                deployed.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(version.label()))
                        .map(Map.Entry::getKey)
                        .toList(),
                missing.isEmpty(),
                missing,
                unchecked);
    }

    private Optional<SourceBundle> bundle(VersionSummary version, List<String> missing) {
        if (version.bundle().isEmpty()) {
            missing.add("It was made without a source bundle in S3.");
            return Optional.empty();
        }
        var address = version.bundle().get();
        try {
            var bundle = cloud.bundle(address).map(SourceBundle::read);
            if (bundle.isEmpty()) {
                missing.add("Its source bundle " + address + " is gone.");
            }
            return bundle;
        } catch (DeployException e) {
            missing.add("Its source bundle " + address + " can't be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void check(String image, List<String> missing, List<String> unchecked) {
        switch (ImageStanding.of(image, cloud::digests)) {
            case THERE -> {}
            case GONE -> missing.add("The image " + image + " is no longer in ECR.");
            case NAMED_BY_TAG -> unchecked.add("The image " + image + " is named by a tag, which may have moved.");
            case ELSEWHERE ->
                unchecked.add(
                        "The registry of the image " + image + " is not this account's, so that it isn't looked into.");
        }
    }
}
