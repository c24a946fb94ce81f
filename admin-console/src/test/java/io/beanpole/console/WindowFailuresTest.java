package io.beanpole.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.beanpole.console.connection.ConnectionState;
import io.beanpole.deploy.aws.AccessKey;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.beanstalk.ElasticBeanstalkCatalog;
import io.beanpole.deploy.fleet.Fleet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WindowFailuresTest {
    /** Sooner than a throttled connection is asked again by itself, which is after four seconds. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @TempDir
    Path directory;

    private final FakeConnection cloud = FakeConnection.busy();
    private OpenConsole console;

    @Start
    void open(Stage stage) {
        console = OpenConsole.on(stage, new FakeSource(Optional.of(cloud)), directory.resolve("console.json"));
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void expiredCredentialsOfferTheCommandToSignInAndItReconnectsByItself(FxRobot robot) {
        awaitShown(robot, "#environment-table");
        var former = cloud.fleet;

        cloud.fleet = () -> refused(403, "ExpiredToken");

        await().until(() -> robot.lookup(".banner-step").tryQuery().isPresent());
        assertThat(model().connections().get(0).stateProperty().get()).isEqualTo(ConnectionState.SIGNED_OUT);
        assertThat(robot.lookup("#environment-table").queryAs(TableView.class).getItems())
                .as("what was read stays")
                .isNotEmpty();
        robot.interact(() -> robot.lookup(".banner-step").queryButton().fire());
        var copied = new AtomicReference<String>();
        robot.interact(() -> copied.set(Clipboard.getSystemClipboard().getString()));
        assertThat(copied.get()).isEqualTo("aws sso login");

        cloud.fleet = former;
        robot.push(KeyCode.F5);

        await().until(() -> model().connections().get(0).stateProperty().get() == ConnectionState.CONNECTED);
        await().until(() -> robot.lookup(".banner-step").tryQuery().isEmpty());
    }

    @Test
    void whatIsForbiddenLeadsToTheConnections(FxRobot robot) {
        awaitShown(robot, "#environment-table");

        cloud.fleet = () -> refused(403, "AccessDenied");
        await().until(() -> robot.lookup(".banner-step").tryQuery().isPresent());
        robot.interact(() -> robot.lookup(".banner-step").queryButton().fire());

        assertThat(robot.lookup("#connections").query().isVisible()).isTrue();
    }

    @Test
    void tryAgainAsksAtOnceAndTheBannerGoes(FxRobot robot) {
        awaitShown(robot, "#environment-table");
        var former = cloud.fleet;
        cloud.fleet = () -> refused(400, "Throttling");
        await().until(() -> robot.lookup(".banner-step").tryQuery().isPresent());
        var asked = new AtomicInteger();
        cloud.fleet = () -> {
            asked.incrementAndGet();
            return former.read();
        };

        robot.interact(() -> robot.lookup(".banner-step").queryButton().fire());

        await().atMost(AT_ONCE).until(() -> asked.get() > 0);
        await().until(() -> robot.lookup(".banner-step").tryQuery().isEmpty());
    }

    @Test
    void aThrottledConnectionIsAskedLessOftenAndTheStatusLineSaysSo(FxRobot robot) {
        awaitShown(robot, "#environment-table");
        var former = cloud.fleet;

        cloud.fleet = () -> refused(400, "Throttling");

        await().until(() ->
                robot.lookup("#status-slow").tryQuery().filter(Node::isVisible).isPresent());
        cloud.fleet = former;
        robot.push(KeyCode.F5);
        await().until(() ->
                robot.lookup("#status-slow").tryQuery().filter(Node::isVisible).isEmpty());
    }

    /** What the real clients make of an answer of Elastic Beanstalk that refuses. */
    private static Fleet refused(int status, String code) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var body =
                    "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>no</Message></Error></ErrorResponse>"
                            .formatted(code)
                            .getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            try (var catalog = new ElasticBeanstalkCatalog(
                    new AwsAccess("eu-central-1", endpoint, null, new AccessKey("id", "secret")))) {
                catalog.all();
                return Fleet.EMPTY;
            } finally {
                server.stop(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MainViewModel model() {
        return console.parts().model();
    }

    private static void awaitShown(FxRobot robot, String id) {
        await().until(() -> robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent());
    }
}
