package io.beanpole.deploy.version;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.BundleAddress;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.beanstalk.VersionSummary;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Versions in memory, made one a minute. */
final class FakeVersionCloud implements VersionCloud {
    final List<VersionSummary> versions = new ArrayList<>();
    final Map<String, String> deployed = new LinkedHashMap<>();
    final Map<String, byte[]> bundles = new HashMap<>();
    final Map<String, Set<String>> digests = new HashMap<>();
    String refused = "";

    void version(String label, String status, String image) {
        var key = label + ".zip";
        versions.add(
                0,
                new VersionSummary(
                        label,
                        Instant.EPOCH.plusSeconds(60L * versions.size()),
                        "",
                        status,
                        Optional.of(new BundleAddress("bucket", key))));
        var dockerrun = "{\"AWSEBDockerrunVersion\": \"1\", \"Image\": {\"Name\": \"" + image + "\"}}";
        bundles.put(key, dockerrun.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<VersionSummary> versions(String application) {
        return List.copyOf(versions);
    }

    @Override
    public Map<String, String> deployed(String application) {
        return deployed;
    }

    @Override
    public Optional<byte[]> bundle(BundleAddress address) {
        return Optional.ofNullable(bundles.get(address.key()));
    }

    @Override
    public Optional<Set<String>> digests(String repositoryUri) {
        return Optional.ofNullable(digests.get(repositoryUri));
    }

    @Override
    public void delete(VersionName version) {
        if (version.label().equals(refused)) {
            throw new DeployException("Could not delete the version " + version.label() + ": it is in use.");
        }
        versions.removeIf(each -> each.label().equals(version.label()));
    }
}
