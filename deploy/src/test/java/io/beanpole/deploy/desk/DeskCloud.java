package io.beanpole.deploy.desk;

import io.beanpole.deploy.Patience;
import io.beanpole.deploy.action.ActionJournal;
import io.beanpole.deploy.action.ActionRecord;
import io.beanpole.deploy.action.ActionRecords;
import io.beanpole.deploy.beanstalk.FakeCloud;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.release.DeploymentJournal;
import io.beanpole.deploy.release.FakeRecords;
import io.beanpole.deploy.release.FakeShelf;
import io.beanpole.deploy.release.Following;
import io.beanpole.deploy.release.ReleaseParts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A cloud in memory with versions v1 and v2 of an application, as a desk works on it. */
final class DeskCloud {
    static final String IMAGE = "1.dkr.ecr.eu.amazonaws.com/shop@sha256:11";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    final FakeCloud cloud = new FakeCloud();
    final FakeShelf shelf = new FakeShelf();
    final FakeRecords records = new FakeRecords();
    final List<ActionRecord> actions = new ArrayList<>();

    DeskCloud() {
        for (var label : List.of("v1", "v2")) {
            shelf.bundles.put(new VersionName("shop", label), SourceBundle.read(bytes(dockerrun(label))));
        }
        cloud.onUpdate(cloud::succeed);
    }

    static String dockerrun(String name) {
        return "{\"AWSEBDockerrunVersion\": 2, \"containerDefinitions\": [{\"name\": \"" + name + "\", \"image\": \""
                + IMAGE + "\", \"memory\": 128}]}";
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    ReleaseParts parts() {
        var following = new Following(
                new Patience(Duration.ofSeconds(20), Duration.ofMillis(1)),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO);
        var journal = new DeploymentJournal(records, () -> "he", CLOCK);
        return new ReleaseParts(cloud, cloud, shelf, journal, following, CLOCK, note -> {});
    }

    ActionJournal journal() {
        return new ActionJournal(
                new ActionRecords() {
                    @Override
                    public void save(ActionRecord action) {
                        actions.add(action);
                    }

                    @Override
                    public List<ActionRecord> newest(String application, String environmentName) {
                        return actions;
                    }
                },
                () -> "he",
                CLOCK);
    }
}
