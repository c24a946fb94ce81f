package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.ApplicationVersions;
import io.beanpole.deploy.beanstalk.BundleAddress;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.foundation.Buckets;

/** Versions as Elastic Beanstalk knows them and S3 keeps them. */
public final class StoredVersions implements VersionShelf {
    /** The length that Elastic Beanstalk allows a description. */
    private static final int DESCRIPTION = 200;
    /** Of a bundle's hash, in its key. */
    private static final int DIGITS = 16;

    private final ApplicationVersions versions;
    private final Buckets buckets;

    /** Versions over clients that belong to somebody else, who closes them. */
    public StoredVersions(ApplicationVersions versions, Buckets buckets) {
        this.versions = versions;
        this.buckets = buckets;
    }

    @Override
    public SourceBundle bundle(VersionName version) {
        var address = versions.bundle(version)
                .orElseThrow(() -> new DeployException(
                        "Version " + version.label() + " of " + version.application() + " has no source bundle in S3.",
                        "Deploy a version that was made from a bundle first, with ./beanpole deploy for instance."));
        var source = buckets.get(address.bucket(), address.key())
                .orElseThrow(() -> new DeployException("The source bundle of version " + version.label()
                        + " is gone: there is no " + address + ", so the version can't be deployed again."));
        return SourceBundle.read(source);
    }

    @Override
    public boolean has(VersionName version) {
        return versions.has(version);
    }

    @Override
    public void add(VersionName version, SourceBundle bundle, String description) {
        if (versions.has(version)) {
            refuseOtherContent(version, bundle);
            return;
        }
        var address = new BundleAddress(versions.storageBucket(), key(version, bundle));
        buckets.put(address.bucket(), address.key(), "application/zip", bundle.bytes());
        versions.create(version, address, description.substring(0, Math.min(DESCRIPTION, description.length())));
    }

    /** Of two that give a label different content at once, each writes an object of its own, and the label leads to one. */
    static String key(VersionName version, SourceBundle bundle) {
        return version.application() + "/" + version.label() + "-"
                + bundle.sha256().substring(0, DIGITS) + ".zip";
    }

    /** Adding the same again is no matter; the bundle of an earlier version must never be overwritten. */
    private void refuseOtherContent(VersionName version, SourceBundle bundle) {
        var present = versions.bundle(version).flatMap(address -> buckets.get(address.bucket(), address.key()));
        if (present.map(SourceBundle::read).filter(bundle::hasContentOf).isEmpty()) {
            throw new DeployException(
                    "There is a version " + version.label() + " of " + version.application() + " already, "
                            + (present.isEmpty() ? "whose source bundle is gone" : "with other content")
                            + "; a label, once given, keeps its content.",
                    "Choose another label, or delete that version where nothing runs it.");
        }
    }

    @Override
    public boolean isProcessed(VersionName version) {
        return versions.isProcessed(version);
    }
}
