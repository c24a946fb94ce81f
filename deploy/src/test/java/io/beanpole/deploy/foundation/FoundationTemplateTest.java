package io.beanpole.deploy.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.OptionName;
import io.beanpole.deploy.spec.SpecFile;
import io.beanpole.deploy.spec.StageSpec;
import io.beanpole.deploy.spec.Tier;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The CloudFormation template of what must be there first: nothing in it points nowhere, and its names are ours. */
class FoundationTemplateTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path FILE = ROOT.resolve("deploy/cloudformation/foundation.yml");
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}!]+)}");
    private static final Map<String, Class<?>> MODELS = Map.of(
            "elasticbeanstalk", ElasticBeanstalkClient.class,
            "autoscaling", AutoScalingClient.class,
            "cloudwatch", CloudWatchClient.class,
            "sqs", SqsClient.class,
            "sns", SnsClient.class,
            "ecr", EcrClient.class,
            "s3", S3Client.class,
            "sts", StsClient.class);
    /** Rights without an operation of that name: S3's right to list, the registry's own, and what instances report by. */
    private static final Set<String> WITHOUT_OPERATION =
            Set.of("s3:ListBucket", "elasticbeanstalk:AddTags", "elasticbeanstalk:PutInstanceStatistics");

    private static Template template;
    private static DeploymentSpec spec;

    @BeforeAll
    static void read() throws IOException {
        template = Template.read(FILE);
        spec = new SpecFile(ROOT).read();
    }

    @Test
    void everyReferenceResolves() {
        var known = new TreeSet<>(template.section("Parameters").keySet());
        known.addAll(template.section("Resources").keySet());

        assertThat(references()).isNotEmpty().allMatch(name -> name.startsWith("AWS::") || known.contains(name));
    }

    @Test
    void everyParameterAndConditionIsUsed() throws IOException {
        var conditions = new LinkedHashSet<String>();
        Template.eachKey(template.content(), (key, value) -> {
            if (key.equals("Condition") && value instanceof String name) {
                conditions.add(name);
            }
            if (key.equals("Fn::If") && value instanceof List<?> list) {
                conditions.add(String.valueOf(list.get(0)));
            }
        });

        assertThat(conditions).isEqualTo(template.section("Conditions").keySet());
        assertThat(references()).containsAll(template.section("Parameters").keySet());
    }

    /** CloudFormation refuses them, though YAML has them. */
    @Test
    void thereAreNoAnchors() throws IOException {
        assertThat(Files.readAllLines(FILE)).noneMatch(line -> line.matches(".*[:-] [&*][A-Za-z]\\w*.*"));
    }

    @Test
    void everyRightIsThatOfAnOperationThatThereIs() {
        var rights = new TreeSet<String>();
        Template.eachKey(template.section("Resources"), (key, value) -> {
            if (key.equals("Action")) {
                rights.addAll(texts(value));
            }
        });

        assertThat(rights).hasSizeGreaterThan(80).allSatisfy(right -> {
            assertThat(right).matches("[a-z0-9]+:[A-Z][A-Za-z]*\\*?");
            var service = right.substring(0, right.indexOf(':'));
            var action = right.substring(right.indexOf(':') + 1);
            if (MODELS.containsKey(service) && !WITHOUT_OPERATION.contains(right)) {
                assertThat(operations(MODELS.get(service))).anyMatch(each -> matches(each, action));
            }
        });
    }

    @Test
    void nobodyMayDoEverything() {
        Template.eachKey(template.section("Resources"), (key, value) -> {
            if (key.equals("Action")) {
                assertThat(texts(value)).doesNotContain("*").noneMatch(right -> right.endsWith(":*"));
            }
        });
    }

    @Test
    void theWebTierTakesNothingFromQueuesAndOnCallDeploysNothing() {
        assertThat(rightsOf("WebRole")).noneMatch(right -> right.matches("sqs:(Receive|Delete|Purge).*"));
        assertThat(Stream.of("OnCall", "Looking", "OnCallPeek", "OnCallRedrive", "OnCallAlarms", "OnCallCapacity")
                        .flatMap(name -> rightsOf(name).stream()))
                .noneMatch(right ->
                        right.matches("elasticbeanstalk:(Create|Update|Delete|Terminate|Swap|Abort|Rebuild).*"));
        assertThat(rightsOf("ReleaseManager"))
                .noneMatch(right -> right.matches("elasticbeanstalk:(Terminate|Rebuild|DeleteApplication$).*"));
    }

    @Test
    void itsNamesAreThoseOfTheDescription() {
        var names = new TreeSet<String>();
        Template.eachKey(template.section("Resources"), (key, value) -> {
            if (key.matches("RepositoryName|BucketName|TopicName|InstanceProfileName|RoleName")) {
                names.add(String.valueOf(Template.map(value).getOrDefault("Fn::Sub", value))
                        .replace("${Stage}", "staging")
                        .replace("${AWS::AccountId}", "${account}"));
            }
        });

        spec.images().values().forEach(image -> assertThat(names).contains(image.repository()));
        spec.bases().values().forEach(base -> assertThat(names).contains(base.repository()));
        Stream.concat(spec.buckets().values().stream(), spec.topics().values().stream())
                .forEach(name -> assertThat(names).contains(name.replace("${stage}", "staging")));
        for (var stage : List.of("staging", "production")) {
            assertThat(settings(spec.stage(stage), Tier.WEB, "aws:elasticbeanstalk:environment", "ServiceRole"))
                    .isEqualTo("beanpole-${stage}-service");
            for (var tier : Tier.values()) {
                assertThat(settings(
                                spec.stage(stage), tier, "aws:autoscaling:launchconfiguration", "IamInstanceProfile"))
                        .isEqualTo("beanpole-${stage}-" + tier.name().toLowerCase(Locale.ROOT));
            }
        }
        assertThat(names).contains("beanpole-staging-web", "beanpole-staging-worker", "beanpole-staging-service");
    }

    /** What the first environment of a tier gets there. */
    private static String settings(StageSpec stage, Tier tier, String namespace, String option) {
        return spec.environments(stage, List.of()).stream()
                .filter(environment -> environment.tier() == tier)
                .map(environment -> environment.settings().get(new OptionName(namespace, option)))
                .map(String::valueOf)
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> rightsOf(String resource) {
        var rights = new TreeSet<String>();
        Template.eachKey(template.section("Resources").get(resource), (key, value) -> {
            if (key.equals("Action")) {
                rights.addAll(texts(value));
            }
        });
        assertThat(template.section("Resources")).containsKey(resource);
        return rights;
    }

    private static Set<String> references() {
        var names = new TreeSet<String>();
        Consumer<String> inText = text -> PLACE.matcher(text)
                .results()
                .map(found -> found.group(1).contains("::")
                        ? found.group(1)
                        : found.group(1).split("\\.")[0])
                .forEach(names::add);
        Template.eachKey(template.content(), (key, value) -> {
            switch (key) {
                case "Ref" -> names.add(String.valueOf(value));
                case "Fn::Sub" -> inText.accept(String.valueOf(value));
                case "Fn::GetAtt" ->
                    names.add(
                            value instanceof List<?> list
                                    ? String.valueOf(list.get(0))
                                    : String.valueOf(value).split("\\.")[0]);
                default -> {}
            }
        });
        return names;
    }

    private static List<String> texts(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Objects::toString).toList()
                : List.of(String.valueOf(value));
    }

    private static Set<String> operations(Class<?> client) {
        return Arrays.stream(client.getMethods()).map(Method::getName).collect(Collectors.toSet());
    }

    private static boolean matches(String method, String action) {
        var wanted = action.replace("*", "").toLowerCase(Locale.ROOT);
        var name = method.toLowerCase(Locale.ROOT);
        return action.endsWith("*") ? name.startsWith(wanted) : name.equals(wanted);
    }
}
