package io.beanpole.console;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.EnvironmentCatalog;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.beanstalk.InstanceOverview;
import io.beanpole.deploy.connection.Connection;
import io.beanpole.deploy.ecr.ImageCatalog;
import io.beanpole.deploy.ecr.RepositoryImage;
import io.beanpole.deploy.lane.Lanes;
import io.beanpole.deploy.release.Releases;
import io.beanpole.deploy.scaling.Reasons;
import io.beanpole.deploy.scaling.ScalingCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A connection whose cloud is what the test last put into its fields; any of them may be replaced at any time. */
public final class FakeConnection implements Connection {
    public volatile String name = "local cloud";
    public volatile Kind kind = Kind.LOCAL;
    public volatile List<EnvironmentOverview> environments = List.of();
    public volatile boolean closed;

    /** When set, every reading of environments fails with this sentence. */
    public volatile Optional<String> outage = Optional.empty();

    public final Map<String, List<InstanceOverview>> instances = new ConcurrentHashMap<>();

    /** By environment, newest first. */
    public final Map<String, List<EnvironmentEvent>> events = new ConcurrentHashMap<>();

    /** By repository, the last pushed first. */
    public final Map<String, List<RepositoryImage>> images = new ConcurrentHashMap<>();

    public final FakeLanes lanes = new FakeLanes();
    public volatile Releases releases = new FakeReleases();
    public volatile ScalingCatalog scaling = (environment, from, to) -> {
        throw new DeployException("This test has no scaling picture of " + environment + ".");
    };

    public volatile Reasons reasons = (environment, at) -> "";

    /** The worker and web environments that the pictures show, with instances, events and lanes. */
    public static FakeConnection busy() {
        return BusyCloud.fill(new FakeConnection());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String region() {
        return "eu-central-2";
    }

    @Override
    public EnvironmentCatalog environments() {
        return new Catalog();
    }

    @Override
    public ImageCatalog images() {
        return new ImageCatalog() {
            @Override
            public List<String> repositories() {
                return images.keySet().stream().sorted().toList();
            }

            @Override
            public List<RepositoryImage> images(String repository) {
                return images.getOrDefault(repository, List.of());
            }
        };
    }

    @Override
    public Releases releases() {
        return releases;
    }

    @Override
    public Lanes lanes() {
        return lanes;
    }

    @Override
    public ScalingCatalog scaling() {
        return scaling;
    }

    @Override
    public Reasons reasons() {
        return reasons;
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Reads the fields anew at every call. */
    private final class Catalog implements EnvironmentCatalog {
        @Override
        public List<EnvironmentOverview> all() {
            outage.ifPresent(sentence -> {
                throw new DeployException(sentence);
            });
            return environments;
        }

        @Override
        public List<InstanceOverview> instances(String environmentName) {
            return instances.getOrDefault(environmentName, List.of());
        }

        @Override
        public List<EnvironmentEvent> events(String environmentName, Instant since, int most) {
            return events.getOrDefault(environmentName, List.of()).stream()
                    .filter(event -> !event.date().isBefore(since))
                    .limit(most)
                    .toList();
        }
    }
}
