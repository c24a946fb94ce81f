package io.beanpole.console.release;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.FakeReleases;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.ecr.RepositoryImage;
import io.beanpole.deploy.release.DeploymentListener;
import io.beanpole.deploy.release.DeploymentOutcome;
import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.release.DeploymentRecord.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Images, versions and a history to deploy from, for tests and pictures. */
public final class ReleaseDesk {
    static final String WEB = "beanpole-local-web";
    static final Instant NOW = Instant.parse("2026-11-21T09:42:10Z");
    private static final String ACTOR = "arn:aws:sts::000000000000:assumed-role/releases/mara";

    private ReleaseDesk() {}

    public static FakeConnection connection() {
        var connection = FakeConnection.busy();
        connection.images.put("beanpole/web", List.of(image("3"), image("2"), image("1")));
        connection.images.put("beanpole/worker", List.of());
        var releases = releases(connection);
        releases.dockerruns.put(WEB, dockerrun("1"));
        releases.rollbackTargets.put(WEB, "web-0a1b2c3-77de68daecd8");
        releases.history.put(
                WEB,
                List.of(
                        record(1, "web-1a2b3c4-9f86d081884c", DeploymentOutcome.SUCCEEDED, "Faster uploads"),
                        record(2, "web-9d8e7f6-2c26b46b68ff", DeploymentOutcome.FAILED, "New thumbnails"),
                        record(3, "web-0a1b2c3-77de68daecd8", DeploymentOutcome.SUCCEEDED, "")));
        return connection;
    }

    static FakeReleases releases(FakeConnection connection) {
        return (FakeReleases) connection.releases;
    }

    static RepositoryImage image(String number) {
        return new RepositoryImage(
                "beanpole/web",
                "127.0.0.1:5000/beanpole/web",
                "sha256:" + number.repeat(3) + "f7e21ab84c09d3e5521be7f0c9a6d417735e02c8d1b96f4ae55309c27d1e8",
                List.of(number.equals("3") ? "latest" : "build-" + number, "9f8e7d" + number),
                118_400_000L + 1_000_000L * number.charAt(0),
                NOW.minus(Duration.ofHours(30L * (4 - Integer.parseInt(number)) - 29)));
    }

    static String dockerrun(String number) {
        return """
                {
                  "AWSEBDockerrunVersion": 2,
                  "containerDefinitions": [
                    {
                      "name": "web",
                      "image": "%s",
                      "essential": true,
                      "memory": 768,
                      "portMappings": [{"hostPort": 80, "containerPort": 8080}],
                      "mountPoints": [{"sourceVolume": "awseb-logs-web", "containerPath": "/var/log/app"}]
                    }
                  ]
                }
                """.formatted(image(number).pinned());
    }

    static DeploymentRecord record(int hoursAgo, String version, DeploymentOutcome outcome, String note) {
        return new DeploymentRecord(
                "deployment-" + hoursAgo,
                "beanpole",
                WEB,
                ACTOR,
                NOW.minus(Duration.ofHours(7L * hoursAgo)),
                Duration.ofSeconds(41 + 7L * hoursAgo),
                "web-before-" + hoursAgo,
                version,
                List.of(image("1").pinned()),
                "Rolling",
                List.of(new Phase("upload", Duration.ofSeconds(2)), new Phase("update", Duration.ofSeconds(39))),
                outcome,
                outcome == DeploymentOutcome.FAILED
                        ? "The deployment failed: instance i-0c5f3a9e1b7d248f1 did not become healthy in time."
                        : "All 3 instances run " + version + ".",
                note,
                "",
                "");
    }

    /** Tells a deployment's story up to its last batch. */
    static void tell(DeploymentListener listener) {
        for (var phase : List.of("version", "upload", "processing", "update", "instances")) {
            listener.phase(phase);
        }
        var messages = List.of(
                "Environment update is starting.",
                "Deploying new version to instance(s).",
                "Batch 1: Starting application deployment on instance(s) [i-0c5f3a9e1b7d248f0].",
                "Batch 1: Completed application deployment.",
                "Batch 2: Starting application deployment on instance(s) [i-0c5f3a9e1b7d248f1, i-0c5f3a9e1b7d248f2].");
        for (var i = 0; i < messages.size(); i++) {
            listener.event(new EnvironmentEvent(NOW.minusSeconds(20L - 4 * i), "INFO", messages.get(i)));
        }
        listener.instances(1, 3, List.of("i-0c5f3a9e1b7d248f1", "i-0c5f3a9e1b7d248f2"));
    }
}
