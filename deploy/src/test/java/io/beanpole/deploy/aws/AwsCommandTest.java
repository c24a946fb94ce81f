package io.beanpole.deploy.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.UpdateEnvironmentRequest;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesRequest;

/** Calls as the aws command that does the same. */
class AwsCommandTest {
    private final AwsCommand command =
            new AwsCommand(new AwsAccess("eu-central-1", null, "shop production", new AccessKey("id", "secret")));

    @ParameterizedTest
    @CsvSource({
        "SwapEnvironmentCNAMEs, swap-environment-cnames",
        "UpdateEnvironment, update-environment",
        "PutMetricAlarm, put-metric-alarm",
        "CreateDBInstance, create-db-instance",
        "VPCZoneIdentifier, vpc-zone-identifier",
        "QueueUrl, queue-url",
        "SSEKMSKeyId, ssekms-key-id",
        "imageIds, image-ids"
    })
    void namesAreSpelledAsTheCommandSpellsThem(String name, String spelled) {
        assertThat(CommandName.of(name)).isEqualTo(spelled);
    }

    @Test
    void structuresAreJsonAndSecretsAreLeftOut() {
        var request = UpdateEnvironmentRequest.builder()
                .environmentName("shop-local-web")
                .versionLabel("web-1")
                .optionSettings(
                        option -> option.namespace("aws:elasticbeanstalk:application:environment")
                                .optionName("RDS_PASSWORD")
                                .value("it's a secret"),
                        option -> option.namespace("aws:autoscaling:asg")
                                .optionName("MinSize")
                                .value("1"))
                .build();

        assertThat(command.of("Elastic Beanstalk", "UpdateEnvironment", request))
                .isEqualTo("aws --region eu-central-1 --profile 'shop production' elasticbeanstalk update-environment"
                        + " --environment-name shop-local-web --version-label web-1 --option-settings"
                        + " '[{\"Namespace\":\"aws:elasticbeanstalk:application:environment\","
                        + "\"OptionName\":\"RDS_PASSWORD\",\"Value\":\"HIDDEN\"},"
                        + "{\"Namespace\":\"aws:autoscaling:asg\",\"OptionName\":\"MinSize\",\"Value\":\"1\"}]'");
    }

    @ParameterizedTest
    @CsvSource({
        "API_KEY, abc, HIDDEN",
        "DB_PASSWD, abc, HIDDEN",
        "AWS_ACCESS_KEY_ID, abc, HIDDEN",
        "DATABASE, postgres://ann:abc@db/shop, postgres://HIDDEN@db/shop",
        "DATABASE, jdbc:postgresql://db/shop?user=ann&password=abc, jdbc:postgresql://db/shop?user=ann&password=HIDDEN",
        "COLOUR, green, green"
    })
    void whatThePlanHidesIsHiddenHereToo(String name, String value, String shown) {
        var request = UpdateEnvironmentRequest.builder()
                .optionSettings(option -> option.optionName(name).value(value))
                .build();

        assertThat(command.of("Elastic Beanstalk", "UpdateEnvironment", request))
                .contains("\"OptionName\":\"" + name + "\",\"Value\":\"" + shown + "\"");
    }

    @Test
    void mapsAreJsonByTheNamesOfAws() {
        var request = SetQueueAttributesRequest.builder()
                .queueUrl("https://sqs/1/q")
                .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "300"))
                .build();

        assertThat(command.of("SQS", "SetQueueAttributes", request))
                .endsWith(" sqs set-queue-attributes --queue-url https://sqs/1/q --attributes"
                        + " '{\"VisibilityTimeout\":\"300\"}'");
    }

    @Test
    void onlyCallsThatChangeSomethingAreTold() {
        List<String> told = new ArrayList<>();
        var nowhere =
                new AwsAccess("eu-central-1", URI.create("http://127.0.0.1:1"), null, new AccessKey("id", "secret"));
        try (var beanstalk = nowhere.copyingTo(told::add).client(ElasticBeanstalkClient.builder())) {
            assertThat(catchThrowable(beanstalk::describeEnvironments)).isNotNull();
            assertThat(catchThrowable(
                            () -> beanstalk.abortEnvironmentUpdate(request -> request.environmentName("web"))))
                    .isNotNull();
        }

        assertThat(told)
                .containsExactly("aws --endpoint-url http://127.0.0.1:1 --region eu-central-1 elasticbeanstalk"
                        + " abort-environment-update --environment-name web");
    }
}
