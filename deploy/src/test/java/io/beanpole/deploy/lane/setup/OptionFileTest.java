package io.beanpole.deploy.lane.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.spec.LaneScaling;
import io.beanpole.deploy.spec.LaneSpec;
import io.beanpole.deploy.spec.SpecFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The option file that lanes are written as. */
class OptionFileTest {
    @Test
    void theRepositorysFileIsWhatIsWrittenForItsNumbers() throws IOException {
        var root = Path.of("..").toAbsolutePath().normalize();

        var text = OptionFile.of(new SpecFile(root).read().queues().common());

        assertThat(text).isEqualTo(Files.readString(root.resolve(".ebextensions/worker/40-scaling.config")));
    }

    @Test
    void numbersStepsAndAttributesAreInIt() {
        var scaling = new LaneScaling(100, 5, 7, 60, 2, 9, new TreeMap<>(Map.of(0, 1, 50, 3, 400, 5)));
        var attributes = new TreeMap<>(Map.of("MessageRetentionPeriod", "600"));

        var file = new YAMLMapper()
                .readTree(OptionFile.of(new LaneSpec(Optional.empty(), attributes, new TreeMap<>(), scaling)));

        assertThat(file.at("/option_settings/aws:autoscaling:asg/MinSize").asString())
                .isEqualTo("2");
        assertThat(file.at("/Resources/BacklogHigh/Properties/Threshold/Fn::GetOptionSetting/DefaultValue")
                        .asString())
                .isEqualTo("100");
        assertThat(file.at("/Resources/BacklogHighPolicy/Properties/StepAdjustments")
                        .toString())
                .isEqualTo("[{\"MetricIntervalLowerBound\":0,\"MetricIntervalUpperBound\":50,\"ScalingAdjustment\":1},"
                        + "{\"MetricIntervalLowerBound\":50,\"MetricIntervalUpperBound\":400,\"ScalingAdjustment\":3},"
                        + "{\"MetricIntervalLowerBound\":400,\"ScalingAdjustment\":5}]");
        assertThat(file.at("/Resources/AWSEBWorkerQueue/Properties/MessageRetentionPeriod")
                        .asInt())
                .isEqualTo(600);
        assertThat(file.at("/Resources").has("AWSEBWorkerDeadLetterQueue")).isFalse();
    }
}
