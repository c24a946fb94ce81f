package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.beanpole.deploy.aws.AccessKey;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.ecr.EcrCatalog;
import io.beanpole.deploy.foundation.Buckets;
import io.beanpole.deploy.foundation.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against an implementation of AWS that is not ours: what it has answers our commands, what it lacks is named. */
class MotoIT {
    static final String REGION = "eu-central-1";
    static final String KEY = "testing";
    private static final String ID = "aws.accessKeyId";
    private static final String SECRET = "aws.secretAccessKey";
    private static final String MANIFEST = """
            {"schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
             "config": {"mediaType": "application/vnd.docker.container.image.v1+json", "size": 2,
              "digest": "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"}, "layers": []}
            """;

    @TempDir
    private static Path directory;

    private static MotoServer moto;
    private static AwsCli aws;
    private static Workplace place;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(MotoServer.isThere(MotoIT.class) && AwsCli.isThere(MotoIT.class));
        moto = MotoServer.start(directory.resolve("moto.log"));
        aws = new AwsCli(moto.exports());
        // Only who names no key reads them: the tests beside this one name those of their clouds.
        System.setProperty(ID, KEY);
        System.setProperty(SECRET, KEY);
        String description = Files.readString(RunningHouse.ROOT.resolve("deployment.yml"));
        place = new Workplace(directory, directory.resolve("state"));
        place.describe(
                description.substring(0, description.indexOf("\nstages:")) + """

                        stages:
                          moto:
                            region: %s
                            endpoint: %s
                        """.formatted(REGION, moto.endpoint()));
        foundation();
        aws.call("elasticbeanstalk", "create-application", "--application-name", "beanpole");
    }

    @AfterAll
    static void end() {
        System.clearProperty(ID);
        System.clearProperty(SECRET);
        if (moto != null) {
            moto.close();
        }
    }

    /** As docs/deploy/first-deployment.md does it. */
    private static void foundation() {
        String vpc = aws.call("ec2", "describe-vpcs").at("/Vpcs/0/VpcId").asString();
        String subnets = String.join(",", aws.call("ec2", "describe-subnets").findValuesAsString("SubnetId"));
        aws.call(
                "cloudformation",
                "create-stack",
                "--stack-name",
                "beanpole-moto",
                "--template-body",
                "file://" + RunningHouse.ROOT.resolve("deploy/cloudformation/foundation.yml"),
                "--capabilities",
                "CAPABILITY_NAMED_IAM",
                "--parameters",
                JsonMapper.shared()
                        .writeValueAsString(List.of(
                                parameter("Stage", "moto"),
                                parameter("Vpc", vpc),
                                parameter("DatabaseSubnets", subnets),
                                parameter("OnCallMayRedrive", "true"))));
    }

    private static Map<String, String> parameter(String name, String value) {
        return Map.of("ParameterKey", name, "ParameterValue", value);
    }

    @Test
    void theTemplateCreatesWithEveryResourceThatMotoKnows() {
        JsonNode stack = aws.call("cloudformation", "describe-stacks").at("/Stacks/0");

        assertThat(stack.get("StackStatus").asString()).isEqualTo("CREATE_COMPLETE");
        assertThat(stack.get("Outputs").findValuesAsString("OutputKey"))
                .contains("DatabaseHost", "ReleaseManagerRole", "OnCallRole", "InstanceSecurityGroup");
        assertThat(aws.call("iam", "list-role-policies", "--role-name", "beanpole-moto-on-call")
                        .get("PolicyNames")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrder("peek", "redrive");
    }

    @Test
    void bucketAndTopicOfTheTemplateAreTheOnesThatADeploymentLooksFor() {
        AwsAccess access = new AwsAccess(REGION, moto.endpoint(), null, new AccessKey(KEY, KEY));
        try (Buckets buckets = new Buckets(access);
                Topics topics = new Topics(access)) {
            String clips = "moto-beanpole-clips-123456789012";
            buckets.ensure(clips);
            buckets.put(clips, "a/b", "text/plain", "kept".getBytes(StandardCharsets.UTF_8));

            assertThat(buckets.list(clips, "a/")).hasSize(1);
            assertThat(buckets.get(clips, "a/b"))
                    .hasValueSatisfying(content ->
                            assertThat(content).asString(StandardCharsets.UTF_8).isEqualTo("kept"));
            assertThat(buckets.get(clips, "none")).isEmpty();
            assertThat(topics.ensure("beanpole-moto-tasks"))
                    .isEqualTo("arn:aws:sns:eu-central-1:123456789012:beanpole-moto-tasks");
        }
    }

    @Test
    void imagesAreListedAndTagged() {
        AwsAccess access = new AwsAccess(REGION, moto.endpoint(), null, new AccessKey(KEY, KEY));
        try (EcrClient ecr = access.client(EcrClient.builder());
                EcrCatalog images = new EcrCatalog(access)) {
            ecr.putImage(image ->
                    image.repositoryName("beanpole/web").imageManifest(MANIFEST).imageTag("one"));

            assertThat(images.repositories())
                    .containsExactly(
                            "beanpole/base-java",
                            "beanpole/base-java-ffmpeg",
                            "beanpole/controller",
                            "beanpole/web",
                            "beanpole/worker");
            assertThat(images.images("beanpole/web")).singleElement().satisfies(image -> {
                assertThat(image.tags()).contains("one");
                assertThat(image.digest().toString()).startsWith("sha256:");
            });
        }
        Command.Outcome list = place.run("images", "list", "--json");
        assertThat(list.exit()).as(list.err()).isZero();
        assertThat(list.out()).contains("beanpole/web").contains("\"one\"");
    }

    @Test
    void statusIsShown() {
        Command.Outcome status = place.run("status");

        assertThat(status.exit()).as(status.err()).isZero();
        assertThat(status.out()).contains("ENVIRONMENT");
    }

    @Test
    void deadLettersAreListedSentBackAndPurgedByTheNameOfTheirQueue() {
        AwsAccess access = new AwsAccess(REGION, moto.endpoint(), null, new AccessKey(KEY, KEY));
        try (SqsClient sqs = access.client(SqsClient.builder())) {
            String dead = sqs.createQueue(queue -> queue.queueName("hand-dead")).queueUrl();
            String policy = "{\"deadLetterTargetArn\":\"arn:aws:sqs:" + REGION
                    + ":123456789012:hand-dead\",\"maxReceiveCount\":\"3\"}";
            String queue = sqs.createQueue(made ->
                            made.queueName("hand").attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, policy)))
                    .queueUrl();
            for (String kind : List.of("cut", "cut", "mail")) {
                sqs.sendMessage(message -> message.queueUrl(dead).messageBody("{\"kind\":\"" + kind + "\"}"));
            }

            JsonNode groups = place.json("dlq", "list", "hand", "--json");
            assertThat(groups.findValuesAsString("kind")).containsExactly("cut", "mail");
            assertThat(waiting(sqs, dead)).isEqualTo(3);

            place.done("dlq", "redrive", "hand", "--kind", "cut", "--watch", "1s", "--rate", "50");
            assertThat(List.of(waiting(sqs, queue), waiting(sqs, dead))).containsExactly(2, 1);

            Command.Outcome refused = place.run("dlq", "purge", "hand", "--yes", "--confirm", "other");
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(waiting(sqs, dead)).isEqualTo(1);
            place.done("dlq", "purge", "hand", "--yes", "--confirm", "hand");
            assertThat(waiting(sqs, dead)).isZero();
            place.done("lanes", "send", "hand", "--body", "{\"kind\":\"late\"}", "--count", "12");
            assertThat(waiting(sqs, queue)).isEqualTo(14);
        }
    }

    private static int waiting(SqsClient sqs, String queue) {
        return Integer.parseInt(sqs.getQueueAttributes(request ->
                        request.queueUrl(queue).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "versions list",
                "history",
                "plan",
                "rollback web",
                "watch standard",
                "logs standard",
                "scaling show beanpole-moto-standard",
                "dlq list standard",
                "dlq redrive standard --all --rate 10 --dry-run",
                "timeouts check standard"
            })
    void whatMotoLacksIsASentenceThatNamesTheOperation(String command) {
        Command.Outcome refused = place.run(command.split(" "));

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .startsWith("beanpole: ")
                .doesNotContain("fault of the tool")
                .doesNotContain("Exception")
                .matches(
                        "(?s).*(answered [a-z]+:[A-Za-z]+ with status 500|There is no|isn't here|is not here|no environment).*");
    }
}
