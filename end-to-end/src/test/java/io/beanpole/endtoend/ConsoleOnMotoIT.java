package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.endtoend.window.ConsoleWindow;
import io.beanpole.endtoend.window.Glance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.util.WaitForAsyncUtils;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;

/**
 * The console's window on another implementation of AWS, which has less than AWS: every screen says so and lives on. Not
 * beside {@link ConsoleIT}, as there is one toolkit in a Java, whose robot finds whichever window is in front.
 */
@EnabledIf("isThere")
@Execution(ExecutionMode.SAME_THREAD)
class ConsoleOnMotoIT {
    private static final List<String> SCREENS =
            List.of("environments", "deploy", "scaling", "queues", "alarms", "logs", "timeouts");
    private static final String ENVIRONMENT = "shop-web";
    private static final String CONFIG = "aws.configFile";
    private static final String CREDENTIALS = "aws.sharedCredentialsFile";

    @TempDir
    private static Path directory;

    private static final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private static MotoServer moto;
    private static ConsoleWindow window;

    static boolean isThere() {
        return MotoServer.isThere(ConsoleOnMotoIT.class);
    }

    @BeforeAll
    static void open() throws Exception {
        moto = MotoServer.start(directory.resolve("moto.log"));
        addEnvironment();
        profile();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
        window = ConsoleWindow.open("--profile", "moto", "--region", MotoIT.REGION);
    }

    @AfterAll
    static void close() throws Exception {
        Thread.setDefaultUncaughtExceptionHandler(null);
        if (window != null) {
            window.close();
        }
        System.clearProperty(CONFIG);
        System.clearProperty(CREDENTIALS);
        if (moto != null) {
            moto.close();
        }
    }

    /** As a person has it in ~/.aws. */
    private static void profile() throws Exception {
        Path config = Files.writeString(directory.resolve("config"), """
                        [profile moto]
                        region = %s
                        endpoint_url = %s
                        """.formatted(MotoIT.REGION, moto.endpoint()));
        Path credentials = Files.writeString(directory.resolve("credentials"), """
                        [moto]
                        aws_access_key_id = %s
                        aws_secret_access_key = %s
                        """.formatted(MotoIT.KEY, MotoIT.KEY));
        System.setProperty(CONFIG, config.toString());
        System.setProperty(CREDENTIALS, credentials.toString());
    }

    private static void addEnvironment() {
        try (ElasticBeanstalkClient beanstalk = ElasticBeanstalkClient.builder()
                .endpointOverride(moto.endpoint())
                .region(Region.of(MotoIT.REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(MotoIT.KEY, MotoIT.KEY)))
                .build()) {
            beanstalk.createApplication(request -> request.applicationName("shop"));
            beanstalk.createEnvironment(request -> request.applicationName("shop")
                    .environmentName(ENVIRONMENT)
                    .solutionStackName("64bit Amazon Linux 2023 v4.3.0 running ECS"));
        }
    }

    @Test
    void whatMotoHasIsShownAndNoScreenDiesOfWhatItLacks() {
        Glance glance = window.glance();
        window.go("environments");
        glance.soon("the environment", () -> glance.hasRow("#environment-table", ENVIRONMENT));
        for (String screen : SCREENS) {
            window.go(screen);
            glance.soon("something on the screen " + screen, ConsoleOnMotoIT::isSomethingShown);
        }
        // Every question of the screens was asked by now, and those that moto can't answer stand in the banner.
        glance.soon("what moto lacks", () -> glance.isThere("#banner .label"));

        assertThat(glance.labels("#banner"))
                .anySatisfy(sentence -> assertThat(sentence).contains("AWS answered elasticbeanstalk:"))
                .allSatisfy(sentence ->
                        assertThat(sentence).doesNotContain("Exception").doesNotContain("software.amazon"));
        assertThat(uncaught).isEmpty();
    }

    private static boolean isSomethingShown() {
        WaitForAsyncUtils.waitForFxEvents();
        Node content = window.robot().lookup("#content").query();
        return content instanceof Pane pane
                && pane.getChildren().stream()
                        .anyMatch(child ->
                                child.isVisible() && child.getLayoutBounds().getHeight() > 100);
    }
}
