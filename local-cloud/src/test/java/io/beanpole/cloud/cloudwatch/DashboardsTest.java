package io.beanpole.cloud.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.DashboardEntry;
import software.amazon.awssdk.services.cloudwatch.model.DashboardInvalidInputErrorException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardNotFoundErrorException;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** Dashboards and tags: what is put is what is given back, also after a restart. */
class DashboardsTest {
    private static final String BODY = "{\"widgets\":[{\"type\":\"text\",\"properties\":{\"markdown\":\"ä\"}},{}]}";

    @TempDir
    private Path directory;

    @Test
    void aDashboardIsKeptAndTellsWhatCanNotBeRight() {
        try (WatchedCloud cloud = new WatchedCloud(directory)) {
            assertThat(cloud.client
                            .putDashboard(put -> put.dashboardName("queues").dashboardBody(BODY))
                            .dashboardValidationMessages())
                    .extracting(message -> message.dataPath())
                    .containsExactly("/widgets/1", "/widgets/1");
        }
        try (WatchedCloud cloud = new WatchedCloud(directory)) {
            assertThat(cloud.client
                            .getDashboard(get -> get.dashboardName("queues"))
                            .dashboardBody())
                    .isEqualTo(BODY);
            DashboardEntry entry = cloud.client
                    .listDashboards(list -> list.dashboardNamePrefix("que"))
                    .dashboardEntries()
                    .get(0);
            assertThat(entry.dashboardArn()).isEqualTo("arn:aws:cloudwatch::000000000000:dashboard/queues");
            assertThat(entry.lastModified()).isEqualTo(WatchedCloud.BEGIN);
            assertThatThrownBy(() -> cloud.client.putDashboard(
                            put -> put.dashboardName("bad").dashboardBody("{\"widgets\":")))
                    .isInstanceOf(DashboardInvalidInputErrorException.class);
            assertThatThrownBy(() -> cloud.client.deleteDashboards(d -> d.dashboardNames("queues", "absent")))
                    .isInstanceOf(DashboardNotFoundErrorException.class);
            cloud.client.deleteDashboards(d -> d.dashboardNames("queues"));
            assertThat(cloud.client.listDashboards().dashboardEntries()).isEmpty();
        }
    }

    @Test
    void tagsAreGivenWithTheAlarmAndChangedLater() {
        String arn = "arn:aws:cloudwatch:eu-central-2:000000000000:alarm:always";
        Tag lane = Tag.builder().key("lane").value("express").build();
        try (WatchedCloud cloud = new WatchedCloud(directory)) {
            cloud.client.putCompositeAlarm(
                    put -> put.alarmName("always").alarmRule("TRUE").tags(lane));
            cloud.client.tagResource(
                    tag -> tag.resourceARN(arn).tags(t -> t.key("team").value("a")));
            cloud.client.putCompositeAlarm(put -> put.alarmName("always")
                    .alarmRule("FALSE")
                    .tags(t -> t.key("ignored").value("on update")));
        }
        try (WatchedCloud cloud = new WatchedCloud(directory)) {
            assertThat(cloud.client
                            .listTagsForResource(list -> list.resourceARN(arn))
                            .tags())
                    .extracting(Tag::key)
                    .containsExactly("lane", "team");
            cloud.client.untagResource(untag -> untag.resourceARN(arn).tagKeys("team", "absent"));
            assertThat(cloud.client
                            .listTagsForResource(list -> list.resourceARN(arn))
                            .tags())
                    .containsExactly(lane);
            assertThatThrownBy(() -> cloud.client.listTagsForResource(list -> list.resourceARN(arn + "-not")))
                    .isInstanceOf(ResourceNotFoundException.class);
        }
    }
}
