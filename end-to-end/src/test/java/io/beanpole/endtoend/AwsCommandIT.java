package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The {@code aws} command, unmodified, with nothing but what {@code ./beanpole env} exports. */
@InTheHouse
class AwsCommandIT {
    private static Map<String, String> environment = Map.of();

    @BeforeAll
    static void export(House house) {
        assumeTrue(AwsCli.isThere(AwsCommandIT.class));
        environment = house.environment();
    }

    private static JsonNode aws(String... arguments) {
        return new AwsCli(environment).call(arguments);
    }

    @Test
    void elasticBeanstalkListsTheThreeEnvironmentsReadyAndGreen() {
        JsonNode environments = aws("elasticbeanstalk", "describe-environments", "--no-include-deleted")
                .get("Environments");

        assertThat(environments.findValuesAsString("EnvironmentName"))
                .containsExactlyInAnyOrder("beanpole-local-web", "beanpole-local-express", "beanpole-local-standard");
        assertThat(environments.findValuesAsString("Status")).containsOnly("Ready");
        assertThat(environments.findValuesAsString("Health")).containsOnly("Green");
    }

    @Test
    void theDeployedImagesAreInEcrByTheDigestsThatTheBundlesPin() {
        for (String tier : new String[] {"web", "worker"}) {
            JsonNode images = aws("ecr", "describe-images", "--repository-name", "beanpole/" + tier)
                    .get("imageDetails");
            assertThat(images.size()).isPositive();
            assertThat(images.get(0).get("imageDigest").asString()).startsWith("sha256:");
            assertThat(images.get(0).get("imageSizeInBytes").asLong()).isPositive();
        }
    }

    @Test
    void eachLaneHasAQueueAndADeadLetterQueue() {
        assertThat(aws("sqs", "list-queues").get("QueueUrls").size()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void ec2TellsHowTheInstancesWereBought() {
        JsonNode found = aws("ec2", "describe-instances", "--filters", "Name=tag:Name,Values=beanpole-local-*");

        assertThat(found.findValuesAsString("InstanceId")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(found.findValue("State").get("Name").asString()).isEqualTo("running");
        assertThat(aws("ec2", "describe-instances", "--filters", "Name=instance-lifecycle,Values=spot")
                        .get("Reservations")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void s3ListsTheBucketsOfClipsAndBundles() {
        String listed = Command.of("aws", "s3", "ls").with(environment).output();

        assertThat(listed).contains("elasticbeanstalk-").contains("clips");
    }

    @Test
    void snsListsTheTopicOfNotices() {
        assertThat(aws("sns", "list-topics").get("Topics").size()).isEqualTo(1);
    }

    /** The console and these commands show the same picture: both read it through deploy's ports. */
    @Test
    void cloudWatchAutoScalingAndHealthTellTheStoryThatTheConsoleTells(House house) {
        JsonNode told = JsonMapper.shared()
                .readTree(house.command("scaling", "show", "standard", "--since", "24h", "--json")
                        .output());
        String group = told.get("group").get("name").asString();

        JsonNode alarms = aws("cloudwatch", "describe-alarms").get("MetricAlarms");
        assertThat(alarms.findValuesAsString("AlarmName"))
                .containsAll(told.get("alarms").findValuesAsString("name"));
        JsonNode activities = aws("autoscaling", "describe-scaling-activities", "--auto-scaling-group-name", group)
                .get("Activities");
        assertThat(activities.findValuesAsString("Description"))
                .isNotEmpty()
                .isEqualTo(told.get("activities").findValuesAsString("description"));
        JsonNode health = aws(
                "elasticbeanstalk",
                "describe-environment-health",
                "--environment-name",
                "beanpole-local-standard",
                "--attribute-names",
                "All");
        assertThat(health.get("Status").asString()).isEqualTo("Ready");
        assertThat(health.get("HealthStatus").asString())
                .isEqualTo(house.environment("beanpole-local-standard")
                        .get("health")
                        .asString());
        assertThat(health.get("InstancesHealth").get("Ok").asInt())
                .isEqualTo(told.get("group").get("inService").asInt());
    }

    @Test
    void stsKnowsWhoCalls() {
        assertThat(aws("sts", "get-caller-identity").get("Account").asString()).matches("\\d{12}");
    }

    @Test
    void anActionThatIsNotThereIsAnErrorThatNamesIt() {
        Command.Outcome outcome =
                Command.of("aws", "ecr", "describe-registry").with(environment).run();

        assertThat(outcome.exit()).isNotZero();
        assertThat(outcome.err()).contains("DescribeRegistry");
    }
}
