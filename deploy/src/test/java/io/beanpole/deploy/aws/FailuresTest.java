package io.beanpole.deploy.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What people read when AWS refuses or can't be reached: the SDK's own clients against AWS's own error documents. */
class FailuresTest {
    private static final AccessKey KEY = new AccessKey("AKIAIOSFODNN7EXAMPLE", "secret");
    private static final List<String> PROPERTIES = List.of(
            "aws.configFile", "aws.sharedCredentialsFile", "aws.maxAttempts", "aws.disableEc2Metadata", "user.home");
    private static final String USER = "arn:aws:iam::123456789012:user/ann";

    private final String home = System.getProperty("user.home");

    @TempDir
    private Path directory;

    @BeforeEach
    void profiles() throws IOException {
        Files.writeString(directory.resolve("config"), """
                [profile shop-production]
                region = eu-central-1
                aws_access_key_id = AKIAIOSFODNN7EXAMPLE
                aws_secret_access_key = secret
                [profile empty]
                region = eu-central-1
                [profile sign-in]
                region = eu-central-1
                sso_session = company
                sso_account_id = 123456789012
                sso_role_name = release-manager
                [sso-session company]
                sso_region = eu-central-1
                sso_start_url = https://company.awsapps.com/start
                """);
        System.setProperty("aws.configFile", directory.resolve("config").toString());
        System.setProperty(
                "aws.sharedCredentialsFile", directory.resolve("none").toString());
        System.setProperty("aws.maxAttempts", "1");
        System.setProperty("aws.disableEc2Metadata", "true");
        System.setProperty("user.home", directory.toString());
    }

    @AfterEach
    void realSettings() {
        PROPERTIES.forEach(System::clearProperty);
        System.setProperty("user.home", home);
    }

    @Test
    void expiredCredentialsSayHowToSignInAgain() {
        try (var aws =
                CannedAnswers.ofQuery(403, "ExpiredToken", "The security token included in the request is expired")) {
            var failure = environments(new AwsAccess("eu-central-1", aws.endpoint(), "shop-production", null));

            assertThat(failure)
                    .hasMessage("Could not list the environments: the credentials have expired (ExpiredToken).");
            assertThat(failure.suggestion().orElse(""))
                    .startsWith("Sign in again: aws sso login --profile shop-production");
            assertThat(CallException.behind(failure).orElseThrow().trouble()).isEqualTo(Trouble.SIGNED_OUT);
            assertThat(CallException.behind(failure).flatMap(CallException::signIn))
                    .contains("aws sso login --profile shop-production");
        }
    }

    @Test
    void aMissingRightIsNamedAndSoIsWhoLacksIt() {
        try (var aws = CannedAnswers.ofQuery(
                403,
                "AccessDenied",
                "User: " + USER + " is not authorized to perform: elasticbeanstalk:DescribeEnvironments on resource:"
                        + " arn:aws:elasticbeanstalk:eu-central-1:123456789012:environment/* because no identity-based"
                        + " policy allows the elasticbeanstalk:DescribeEnvironments action")) {
            var failure = environments(byKey(aws.endpoint()));

            assertThat(failure)
                    .hasMessage("Could not list the environments: " + USER + " lacks the right"
                            + " elasticbeanstalk:DescribeEnvironments on"
                            + " arn:aws:elasticbeanstalk:eu-central-1:123456789012:environment/*, because no identity-based"
                            + " policy allows the elasticbeanstalk:DescribeEnvironments action (AccessDenied).");
            assertThat(failure.suggestion().orElse("")).contains("for elasticbeanstalk:DescribeEnvironments;");
            assertThat(CallException.behind(failure).flatMap(CallException::missingRight))
                    .contains("elasticbeanstalk:DescribeEnvironments");
        }
    }

    @Test
    void anEncodedRefusalComesWithTheCommandThatDecodesIt() {
        try (var aws = CannedAnswers.ofQuery(
                403,
                "UnauthorizedOperation",
                "You are not authorized to perform this operation. Encoded authorization failure message: abC-123_x")) {
            var failure = environments(byKey(aws.endpoint()));

            assertThat(failure).hasMessageContaining("lacks the right elasticbeanstalk:DescribeEnvironments");
            assertThat(failure.suggestion().orElse(""))
                    .endsWith("aws sts decode-authorization-message --encoded-message abC-123_x");
        }
    }

    @Test
    void s3NeverSaysWhichRightSoWeDo() {
        try (var aws = CannedAnswers.ofS3(403, "", "AccessDenied", "Access Denied")) {
            assertThat(objects(aws.endpoint()))
                    .hasMessage("Could not list the objects: whoever these credentials belong to lacks the right"
                            + " s3:ListBucket: Access Denied (AccessDenied).");
        }
    }

    @Test
    void anErrorWithoutAReasonNamesTheOperationThatMayBeMissing() {
        try (var other = CannedAnswers.of(500, "Content-Type: text/html\r\n", "<title>Internal Server Error</title>")) {
            var failure = environments(byKey(other.endpoint()));

            assertThat(failure)
                    .hasMessage("Could not list the environments: " + other.endpoint()
                            + " answered elasticbeanstalk:DescribeEnvironments with status 500 and no reason.");
            assertThat(failure.suggestion().orElse("")).startsWith("What stands at this endpoint may not have");
        }
    }

    @Test
    void throttlingSaysThatWaitingHelps() {
        try (var aws = CannedAnswers.ofQuery(400, "Throttling", "Rate exceeded")) {
            var failure = environments(byKey(aws.endpoint()));

            assertThat(failure).hasMessageContaining("AWS is throttling this account: Rate exceeded (Throttling)");
            assertThat(failure.suggestion().orElse("")).startsWith("Wait a minute and run it again");
        }
    }

    @Test
    void aWrongClockIsToldWithBothTimes() {
        try (var aws = CannedAnswers.ofS3(
                403,
                "Date: Fri, 20 Nov 2026 08:00:00 GMT\r\n",
                "RequestTimeTooSkewed",
                "The difference between the request time and the current time is too large.")) {
            assertThat(objects(aws.endpoint()))
                    .hasMessageContaining("the clock of this machine is not AWS's: here it is 20")
                    .hasMessageContaining("for AWS 2026-11-20T08:00:00Z, which is");
        }
    }

    @Test
    void aKeyThatAwsDoesNotKnowIsSaidToBeUnknown() {
        try (var aws = CannedAnswers.ofJson(
                403, "UnrecognizedClientException", "The security token included in the request is invalid.")) {
            var failure = failure(byKey(aws.endpoint()), access -> {
                try (var sqs = access.client(SqsClient.builder())) {
                    AwsCall.to("list the queues", sqs::listQueues);
                }
            });

            assertThat(failure).hasMessageContaining("AWS doesn't know these credentials");
            assertThat(failure.suggestion().orElse(""))
                    .contains("aws sts get-caller-identity")
                    .contains("eu-central-1");
        }
    }

    @Test
    void aBucketOfAnotherRegionIsTheWrongRegion() {
        try (var aws = CannedAnswers.ofS3(
                400,
                "",
                "AuthorizationHeaderMalformed",
                "The authorization header is malformed; the region 'eu-central-1' is wrong; expecting 'us-east-1'")) {
            assertThat(objects(aws.endpoint()))
                    .hasMessageContaining("this is the wrong region, eu-central-1:")
                    .hasMessageContaining("expecting 'us-east-1'");
        }
    }

    @Test
    void aRegionThatDoesNotExistIsASlipOfThePen() {
        var failure = environments(new AwsAccess("eu-centrl-1", null, null, KEY));

        assertThat(failure)
                .hasMessage(
                        "Could not list the environments: AWS has no region 'eu-centrl-1'. Did you mean eu-central-1?");
    }

    @Test
    void nobodyAtTheEndpointIsSaidWithItsAddress() {
        var failure = environments(byKey(URI.create("http://127.0.0.1:1")));

        assertThat(failure).hasMessage("Could not list the environments: nothing answers at http://127.0.0.1:1.");
    }

    @Test
    void aProfileThatIsNotThereIsToldWithThoseThatAre() {
        var failure = environments(new AwsAccess("eu-central-1", null, "shop-prodution", null));

        assertThat(failure)
                .hasMessage(
                        "Could not list the environments: there is no AWS profile 'shop-prodution' in ~/.aws/config."
                                + " Did you mean shop-production?");
    }

    @Test
    void aProfileWithoutCredentialsSaysHowToGetSome() {
        var failure = environments(new AwsAccess("eu-central-1", null, "empty", null));

        assertThat(failure).hasMessageContaining("the profile 'empty' has no credentials");
    }

    @Test
    void noCredentialsAtAllSayWhereTheyCanComeFrom() {
        var failure = environments(new AwsAccess("eu-central-1", null, null, null));

        assertThat(failure).hasMessage("Could not list the environments: no AWS credentials were found.");
        assertThat(failure.suggestion().orElse("")).contains("aws sso login").contains("AWS_ACCESS_KEY_ID");
    }

    @Test
    void aSignInThatNeverWasIsAskedFor() {
        var failure = environments(new AwsAccess("eu-central-1", null, "sign-in", null));

        assertThat(failure).hasMessageContaining("the sign-in by SSO of profile sign-in has ended or never was");
        assertThat(failure.suggestion().orElse("")).startsWith("Sign in: aws sso login --profile sign-in");
    }

    private static AwsAccess byKey(URI endpoint) {
        return new AwsAccess("eu-central-1", endpoint, null, KEY);
    }

    private static DeployException environments(AwsAccess access) {
        return failure(access, reached -> {
            try (var beanstalk = reached.client(ElasticBeanstalkClient.builder())) {
                AwsCall.to("list the environments", beanstalk::describeEnvironments);
            }
        });
    }

    private static DeployException objects(URI endpoint) {
        return failure(byKey(endpoint), reached -> {
            try (var s3 = reached.client(S3Client.builder().forcePathStyle(true))) {
                AwsCall.to("list the objects", () -> s3.listObjectsV2(request -> request.bucket("clips")));
            }
        });
    }

    private static DeployException failure(AwsAccess access, Consumer<AwsAccess> call) {
        return catchThrowableOfType(DeployException.class, () -> call.accept(access));
    }
}
