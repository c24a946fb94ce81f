package io.beanpole.deploy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.release.ImageShelf;
import io.beanpole.deploy.release.VersionMaking.Made;
import org.junit.jupiter.api.Test;

/** What is found out about a bundle before it is deployed. */
class BundleInspectionTest {
    @Test
    void anImageThatIsGoneIsAnErrorAndARegistryThatIsAwayAWarning() {
        assertThat(inspect(image -> false, "web").errors())
                .containsExactly("The image " + DeskCloud.IMAGE + " is gone, so that no instance could pull it.");
        var unknown = inspect(
                image -> {
                    throw new DeployException("ECR did not answer.");
                },
                "web");
        assertThat(unknown.errors()).isEmpty();
        assertThat(unknown.warnings()).anyMatch(line -> line.contains("ECR did not answer."));
    }

    @Test
    void whatWouldNotRunIsSaidWithItsFileAndLine() {
        var report = inspect(image -> true, "");

        assertThat(report.label()).isEqualTo("v7");
        assertThat(report.images()).containsExactly(DeskCloud.IMAGE);
        assertThat(report.files()).containsExactly("Dockerrun.aws.json");
        assertThat(report.errors()).isNotEmpty().allMatch(line -> line.startsWith("Dockerrun.aws.json line 1: "));
    }

    private static BundleReport inspect(ImageShelf images, String container) {
        var bundle = SourceBundle.read(DeskCloud.bytes(DeskCloud.dockerrun(container)
                .replace(
                        "\"memory\": 128",
                        "\"memory\": 128, \"portMappings\": [{\"hostPort\": 80, \"containerPort\": 80}]")));
        return new BundleInspection(false, images).of(new Made(new VersionName("shop", "v7"), bundle));
    }
}
