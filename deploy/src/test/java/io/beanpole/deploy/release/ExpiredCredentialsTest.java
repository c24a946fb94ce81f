package io.beanpole.deploy.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.action.ActionJournal;
import io.beanpole.deploy.action.ActionRecord;
import io.beanpole.deploy.action.ActionRecords;
import io.beanpole.deploy.aws.AccessKey;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.beanstalk.Environments;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that run out while a deployment is followed: Elastic Beanstalk's protocol and its refusals, over the wire. */
class ExpiredCredentialsTest {
    private static final String WEB = "shop-staging-web";
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final List<String> notes = new ArrayList<>();
    private final FakeRecords records = new FakeRecords();
    private HttpServer server;
    private Environments environments;
    private volatile String status = "Updating";
    private volatile String label = "v2";
    private volatile int goodRequests;
    private volatile int refusals;

    @BeforeEach
    void anEnvironmentIsUpdated() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        environments = Environments.ofAllApplications(
                new AwsAccess("eu-central-1", endpoint, null, new AccessKey("ASIAEXAMPLE", "example")));
    }

    @AfterEach
    void end() {
        environments.close();
        server.stop(0);
    }

    @Test
    void keysThatAreRenewedInTimeOnlyInterruptTheView() {
        goodRequests = 6;
        refusals = 3;

        var followed = watch(Duration.ofSeconds(20));

        assertThat(followed.outcome()).isEqualTo(DeploymentOutcome.SUCCEEDED);
        assertThat(notes)
                .contains("it can be seen again")
                .anySatisfy(note -> assertThat(note)
                        .startsWith("it can't be seen for now, and is looked for again: ")
                        .endsWith("the credentials have expired (ExpiredToken)."));
    }

    @Test
    void keysThatStayExpiredEndTheFollowingWithHowToSignInAndHowToGoOn() {
        goodRequests = 6;
        refusals = Integer.MAX_VALUE;
        var began = System.nanoTime();

        var failure = catchThrowableOfType(DeployException.class, () -> watch(PATIENCE));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(PATIENCE);
        assertThat(failure)
                .hasMessageStartingWith(WEB + " can't be seen any more, and what it is busy with goes on by itself. ")
                .hasMessageEndingWith("the credentials have expired (ExpiredToken).");
        assertThat(failure.suggestion().orElseThrow())
                .startsWith("Sign in again: aws sso login")
                .endsWith("./beanpole watch " + WEB + ", with --stage as here, follows it again.");
    }

    @Test
    void aDeploymentThatWasAskedForIsNotSaidToHaveFailed() {
        status = "Ready";
        label = "v1";
        goodRequests = 12;
        refusals = Integer.MAX_VALUE;

        var failure = catchThrowableOfType(DeployException.class, () -> deploy("v2"));

        assertThat(failure)
                .hasMessageStartingWith("The deployment could not be followed to its end.\n" + WEB
                        + " can't be seen any more, and goes on by itself: ")
                .hasMessageContaining("the credentials have expired (ExpiredToken). Sign in again: aws sso login");
        assertThat(failure.suggestion())
                .contains("./beanpole watch " + WEB + ", with --stage as here, follows it again.");
        assertThat(records.only().outcome()).isEqualTo(DeploymentOutcome.UNKNOWN);
    }

    private RunningDeployments.Followed watch(Duration patience) {
        var journal = new ActionJournal(new NoActions(), () -> "she", Clock.systemUTC());
        return new RunningDeployments(parts(patience), journal).watch(WEB, new Notes());
    }

    private void deploy(String version) {
        var goal = new VersionGoal("shop", WEB, version, List.of(), Purpose.of(""));
        var rollout = new EnvironmentRollout(parts(PATIENCE), goal, new Notes());
        new Rollout(List.of(rollout), Duration.ofMillis(10)).await(Duration.ofSeconds(20));
    }

    private ReleaseParts parts(Duration patience) {
        var looks = new Patience(Duration.ofSeconds(20), Duration.ofMillis(10));
        var journal = new DeploymentJournal(records, () -> "she", Clock.systemUTC());
        return new ReleaseParts(
                environments,
                environments,
                new FakeShelf(),
                journal,
                new Following(looks, patience, Duration.ZERO, Duration.ZERO),
                Clock.systemUTC(),
                note -> {});
    }

    /** Good for a while, then refused for a while; after that the update is done. */
    private void answer(HttpExchange exchange) throws IOException {
        var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var action = request.replaceFirst("(?s).*\\bAction=(\\w+).*", "$1");
        if (goodRequests-- > 0) {
            say(exchange, 200, document(action));
        } else if (refusals > 0) {
            refusals--;
            say(exchange, 403, """
                    <ErrorResponse><Error><Type>Sender</Type><Code>ExpiredToken</Code><Message>The security token \
                    included in the request is expired</Message></Error><RequestId>1</RequestId></ErrorResponse>""");
        } else {
            status = "Ready";
            say(exchange, 200, document(action));
        }
    }

    private String document(String action) {
        var environment = "<EnvironmentName>" + WEB + "</EnvironmentName><EnvironmentId>e-1</EnvironmentId>"
                + "<ApplicationName>shop</ApplicationName><Status>" + status + "</Status><Health>Green</Health>"
                + "<VersionLabel>" + label + "</VersionLabel>";
        var result = switch (action) {
            case "DescribeEnvironments" -> "<Environments><member>" + environment + "</member></Environments>";
            case "DescribeInstancesHealth" ->
                "<InstanceHealthList><member><InstanceId>i-1</InstanceId><Deployment><VersionLabel>" + label
                        + "</VersionLabel><Status>Deployed</Status></Deployment></member></InstanceHealthList>";
            case "DescribeConfigurationSettings" ->
                "<ConfigurationSettings><member><OptionSettings/></member></ConfigurationSettings>";
            case "UpdateEnvironment" -> {
                status = "Updating";
                yield environment;
            }
            default -> "";
        };
        return "<" + action + "Response xmlns=\"https://elasticbeanstalk.amazonaws.com/docs/2010-12-01/\"><" + action
                + "Result>" + result + "</" + action + "Result></" + action + "Response>";
    }

    private static void say(HttpExchange exchange, int code, String document) throws IOException {
        var bytes = document.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(code, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** Keeps what is said of the view. */
    private final class Notes implements DeploymentListener {
        @Override
        public void phase(String name) {}

        @Override
        public void event(EnvironmentEvent event) {}

        @Override
        public void instances(int updated, int all, List<String> waitingFor) {}

        @Override
        public void note(String line) {
            notes.add(line);
        }
    }

    /** Nothing but deployments was done. */
    private static final class NoActions implements ActionRecords {
        @Override
        public void save(ActionRecord action) {}

        @Override
        public List<ActionRecord> newest(String application, String environmentName) {
            return List.of();
        }
    }
}
