package io.beanpole.deploy.scaling.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.policy.SimplePolicy;
import io.beanpole.scaling.policy.StepPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionFileDesignTest {
    private static final Path OURS = Path.of("../.ebextensions/worker/40-scaling.config");

    @Test
    void ourOwnFileIsReadWithItsDefaultsAndWithoutTheTriggerThatItSilences() {
        ScalingDesign design = OptionFileDesign.of(OURS);

        assertThat(design.name()).isEqualTo("40-scaling");
        assertThat(design.cooldown()).isEqualTo(Duration.ofSeconds(360));
        assertThat(design.alarms()).extracting(DesignedAlarm::name).containsExactly("BacklogHigh", "BacklogLow");
        DesignedAlarm low = design.alarms().get(1);
        assertThat(low.metric().uses(MetricSource.IN_FLIGHT)).isTrue();
        assertThat(low.rule().evaluationPeriods()).isEqualTo(15);
        assertThat(low.policies()).containsExactly("BacklogLowPolicy");
        assertThat(design.policies())
                .extracting(DesignedPolicy::policy)
                .allSatisfy(policy -> assertThat(policy).isInstanceOf(StepPolicy.class));
    }

    @Test
    void aFolderIsReadInTheOrderOfItsFiles() {
        ScalingDesign design = OptionFileDesign.of(OURS.getParent());

        assertThat(design.alarms()).hasSize(2);
    }

    @Test
    void whereNothingSilencesItElasticBeanstalksOwnTriggerScalesToo() {
        ScalingDesign design = OptionFileDesign.of("none", Map.of("10-none.config", "option_settings: []\n"));

        assertThat(design.minimum()).isEqualTo(1);
        assertThat(design.maximum()).isEqualTo(4);
        assertThat(design.alarms())
                .extracting(DesignedAlarm::name)
                .containsExactly("AWSEBCloudwatchAlarmHigh", "AWSEBCloudwatchAlarmLow");
        assertThat(design.policies())
                .extracting(DesignedPolicy::policy)
                .allSatisfy(policy -> assertThat(policy).isInstanceOf(SimplePolicy.class));
    }

    @Test
    void bothFormsOfOptionsAreReadAndALaterFileHolds() {
        ScalingDesign design =
                OptionFileDesign.of("two", new TreeMap<>(Map.of("10-first.config", """
                option_settings:
                  - {namespace: "aws:autoscaling:asg", option_name: MinSize, value: 2}
                  - {namespace: "aws:autoscaling:asg", option_name: MaxSize, value: 8}
                """, "20-second.config", """
                option_settings:
                  aws:autoscaling:asg: {MaxSize: "12", Cooldown: "60"}
                """)));

        assertThat(design.minimum()).isEqualTo(2);
        assertThat(design.maximum()).isEqualTo(12);
        assertThat(design.cooldown()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void jsonIsReadAsWell() {
        ScalingDesign design = OptionFileDesign.of("json", Map.of("10.config", """
                        {"option_settings": {"aws:autoscaling:asg": {"MaxSize": "9"}},
                         "Resources": {"Up": {"Type": "AWS::AutoScaling::ScalingPolicy", "Properties": {
                           "AdjustmentType": "ChangeInCapacity", "ScalingAdjustment": 3, "Cooldown": "90"}}}}
                        """));

        assertThat(design.maximum()).isEqualTo(9);
        assertThat(design.policy("Up").orElseThrow().policy())
                .isInstanceOfSatisfying(
                        SimplePolicy.class, up -> assertThat(up.cooldown()).isEqualTo(Duration.ofSeconds(90)));
    }

    @Test
    void optionsOfAStageReplaceTheDefaultsThatAFileNames() {
        ScalingDesign design = OptionFileDesign.of("scheduled", Map.of("10.config", """
                        option_settings:
                          - {namespace: "aws:elasticbeanstalk:customoption", option_name: Most, value: 7}
                          - {resource_name: Morning, namespace: "aws:autoscaling:scheduledaction",
                             option_name: Recurrence, value: "0 6 * * *"}
                          - {resource_name: Morning, namespace: "aws:autoscaling:scheduledaction",
                             option_name: MinSize, value: 3}
                        Resources:
                          Night:
                            Type: AWS::AutoScaling::ScheduledAction
                            Properties:
                              Recurrence: "0 22 * * *"
                              TimeZone: Europe/Berlin
                              MaxSize: {"Fn::GetOptionSetting": {OptionName: Most, DefaultValue: "5"}}
                        """));

        assertThat(design.schedule()).hasSize(2);
        assertThat(design.schedule().get(0).size().max()).isEqualTo(7);
        assertThat(design.schedule().get(1).name()).isEqualTo("Morning");
        assertThat(design.schedule().get(1).size().min()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Threshold: ten         | Resources.High.Properties.Threshold, 'ten' is no number",
                "TreatMissingData: bad  | Resources.High.Properties.TreatMissingData, 'bad' is none of missing",
                "ComparisonOperator: Is | Resources.High.Properties.ComparisonOperator, 'Is' is no comparison",
                "Period: 0              | Resources.High.Properties.Period, a period lasts",
            })
    void aMistakeIsToldWithItsPlace(String line, String told) {
        String text = """
                Resources:
                  High:
                    Type: AWS::CloudWatch::Alarm
                    Properties:
                      Namespace: AWS/SQS
                      MetricName: ApproximateNumberOfMessagesVisible
                      Statistic: Maximum
                      Period: 60
                      EvaluationPeriods: 1
                      Threshold: 10
                      ComparisonOperator: GreaterThanThreshold
                      TreatMissingData: missing
                """;
        String key = line.substring(0, line.indexOf(':'));
        String wrong = text.replaceFirst("(?m)^      " + key + ":.*$", "      " + line);

        assertThatThrownBy(() -> OptionFileDesign.of("wrong", Map.of("40.config", wrong)))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("40.config: " + told);
    }

    @Test
    void whatIsNeitherYamlNorJsonIsToldWithItsLine() {
        assertThatThrownBy(() -> OptionFileDesign.of("bad", Map.of("40.config", "a: [1\nb: 2\n")))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("40.config is neither YAML nor JSON")
                .hasMessageContaining("line ");
    }
}
