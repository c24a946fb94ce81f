package io.beanpole.deploy.dockerrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Volumes as lines that people write. */
class MountLinesTest {
    private static final DockerrunDocument DOCUMENT = DockerrunDocument.parse("""
            {"AWSEBDockerrunVersion": 2,
             "volumes": [{"name": "data", "host": {"sourcePath": "/var/app/data"}}, {"name": "other"}],
             "containerDefinitions": [
               {"name": "web", "image": "a", "essential": true, "mountPoints": [
                 {"sourceVolume": "data", "containerPath": "/data", "readOnly": true},
                 {"sourceVolume": "awseb-logs-web", "containerPath": "/var/log/app"}]},
               {"name": "side", "image": "b", "essential": false, "mountPoints": [
                 {"sourceVolume": "other", "containerPath": "/other"}]}]}
            """);

    @Test
    void aVolumeOfTheHostIsALineAndTheLogsAreNone() {
        assertThat(MountLines.of(DOCUMENT.containers())).containsExactly("/var/app/data:/data:ro");
    }

    @Test
    void aNewLineMakesItsVolumeAndWhatNobodyMountsGoes() {
        var changed = DOCUMENT.with(MountLines.with(DOCUMENT.containers(), List.of("/srv/cache:/cache", "other:/o")));

        assertThat(MountLines.of(changed.containers())).containsExactly("/srv/cache:/cache", "other:/o");
        assertThat(changed.containers().volumes())
                .extracting(ContainerSet.Volume::name)
                .containsExactly("other", "srv-cache");
        assertThat(changed.toJson()).contains("awseb-logs-web").doesNotContain("/var/app/data");
    }

    @Test
    void whatIsHalfWrittenIsNoVolume() {
        assertThat(List.of("/srv", "/srv:", "/srv:cache", "/a b:/c")).noneMatch(MountLines::isVolume);
        assertThat(List.of("/srv:/cache", "name:/cache:ro")).allMatch(MountLines::isVolume);
    }
}
