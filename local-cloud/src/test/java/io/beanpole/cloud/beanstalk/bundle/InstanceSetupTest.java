package io.beanpole.cloud.beanstalk.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.cloud.CloudException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceSetupTest {
    @TempDir
    private static Path shelves;

    private static BundleShelf shelf;

    @TempDir
    private Path directory;

    private Path sandbox;

    @BeforeAll
    static void open() {
        shelf = new BundleShelf(shelves);
    }

    @AfterAll
    static void close() {
        shelf.close();
    }

    @BeforeEach
    void choose() {
        sandbox = directory.resolve("sandbox");
    }

    @Test
    void everythingRunsInAwssOrder() throws IOException {
        SourceBundle bundle = shelf.bundle(Map.of(
                ".ebextensions/02.config",
                """
                commands:
                  01_second: {command: "echo command-of-02 >> /tmp/order"}
                container_commands:
                  20_all: {command: "echo container-20 >> /tmp/order"}
                  30_leader: {command: "echo leader >> /tmp/order", leader_only: true}
                """,
                ".ebextensions/01.config",
                """
                container_commands:
                  10_all: {command: "echo container-10 >> /tmp/order"}
                commands:
                  02_late: {command: [sh, -c, "cat /opt/app/note >> /tmp/order"]}
                  01_early: {command: "echo early >> /tmp/order"}
                files:
                  /opt/app/note: {mode: "000600", content: "written first\\n"}
                """,
                ".platform/hooks/prebuild/01.sh",
                "#!/bin/sh\necho prebuild in $(basename $PWD) >> /tmp/order\n",
                ".platform/hooks/predeploy/01.sh",
                "#!/bin/sh\necho predeploy >> /tmp/order\n",
                ".platform/hooks/postdeploy/01.sh",
                "#!/bin/sh\necho postdeploy in $(basename $PWD) >> /tmp/order\n"));
        InstanceSetup setup = setup(bundle, true);

        setup.beforeStart();
        assertThat(read("tmp/order")).isEqualTo("""
                        early
                        written first
                        command-of-02
                        prebuild in staging
                        leader
                        container-10
                        container-20
                        predeploy
                        """);
        assertThat(sandbox.resolve("var/app/current/Dockerrun.aws.json")).exists();
        setup.afterStart();

        assertThat(read("tmp/order")).endsWith("postdeploy in current\n");
        assertThat(bundle.findings().notes()).isEmpty();
    }

    @Test
    void onlyTheLeaderRunsWhatIsForTheLeader() {
        SourceBundle bundle = commands("01_migrate: {command: 'touch /tmp/migrated', leader_only: true}");

        setup(bundle, false).beforeStart();
        assertThat(sandbox.resolve("tmp/migrated")).doesNotExist();

        setup(bundle, true).beforeStart();
        assertThat(sandbox.resolve("tmp/migrated")).exists();
    }

    @Test
    void containerCommandsKnowThePropertiesAndScriptsCanAskForThem() throws IOException {
        SourceBundle bundle = commands("""
                01: {command: 'echo $COLOUR $OWN $PORT > /tmp/seen', env: {OWN: /var/app/x}}
                02: {command: '/opt/elasticbeanstalk/bin/get-config environment -k COLOUR >> /tmp/seen'}
                03: {command: 'get-config environment >> /tmp/seen'}
                04: {command: 'cat Dockerrun.aws.json > /tmp/dockerrun; pwd > /tmp/where', cwd: /var/app/staging}
                """);

        setup(bundle, true).beforeStart();

        assertThat(read("tmp/seen")).isEqualTo("green " + sandbox + "/var/app/x 8080\ngreen{\"COLOUR\":\"green\"}");
        assertThat(read("tmp/where").strip()).isEqualTo(sandbox + "/var/app/staging");
        assertThat(read("tmp/dockerrun")).contains("AWSEBDockerrunVersion");
    }

    @Test
    void scriptsCanAskForTheOptionSettingsTooAndForNothingElse() throws IOException {
        SourceBundle bundle = commands("""
                01: {command: 'get-config optionsettings > /tmp/all'}
                02: {command: 'get-config optionsettings -n aws:autoscaling:asg -o MinSize > /tmp/one'}
                03: {command: 'get-config optionsettings --namespace aws:autoscaling:asg > /tmp/some'}
                04: {command: 'get-config addons > /tmp/addons && get-config container > /tmp/container'}
                05: {command: 'get-config optionsettings -n ../../x -o y > /tmp/out || echo no > /tmp/refused'}
                06: {command: 'get-config nothing || echo no >> /tmp/refused'}
                """);

        setup(bundle, true).beforeStart();

        assertThat(read("tmp/all")).isEqualTo("{\"aws:autoscaling:asg\":{\"MinSize\":\"2\"}}");
        assertThat(read("tmp/one")).isEqualTo("2");
        assertThat(read("tmp/some")).isEqualTo("{\"MinSize\":\"2\"}");
        assertThat(read("tmp/addons") + read("tmp/container")).isEqualTo("{}\n{}\n");
        assertThat(read("tmp/refused")).isEqualTo("no\nno\n");
    }

    @Test
    void aTestThatFailsSkipsAndAnIgnoredErrorGoesOn() {
        setup(commands("""
                                01: {command: 'touch /tmp/skipped', test: 'test -e /tmp/not-there'}
                                02: {command: 'exit 7', ignoreErrors: true}
                                03: {command: 'touch /tmp/reached', test: 'true'}
                                """), true).beforeStart();

        assertThat(sandbox.resolve("tmp/skipped")).doesNotExist();
        assertThat(sandbox.resolve("tmp/reached")).exists();
    }

    @Test
    void aCommandThatFailsIsSaidWithItsLastOutput() throws IOException {
        SourceBundle bundle = commands("01_migrate: {command: 'echo no such table; exit 3'}");

        assertThatThrownBy(() -> setup(bundle, true).beforeStart())
                .isInstanceOf(BundleException.class)
                .hasMessage("Command failed on instance. Return code: 3 Output: no such table. container_command"
                        + " 01_migrate in .ebextensions/a.config failed. For more detail, check cfn-init-cmd.log in the"
                        + " instance's logs.");
        assertThat(Files.readString(directory.resolve("logs/cfn-init-cmd.log"))).contains("no such table");
    }

    @Test
    void aCommandThatHangsOrPrintsWithoutEndIsKilledWithWhatItStarted() throws IOException {
        SourceBundle bundle = commands("01: {command: 'sleep 98765 & yes x'}");
        InstanceSetup setup = new InstanceSetup(bundle, shelf.s3, place(true, Duration.ofSeconds(1)));

        assertThatThrownBy(setup::beforeStart)
                .isInstanceOf(CloudException.class)
                .hasMessageContaining("did not end within")
                .hasMessageContaining("was killed");

        assertThat(ProcessHandle.allProcesses()
                        .flatMap(each -> each.info().commandLine().stream())
                        .filter(line -> line.contains("98765")))
                .isEmpty();
        try (var logs = Files.list(directory.resolve("logs"))) {
            assertThat(logs.mapToLong(each -> each.toFile().length()).sum()).isLessThan(20_000_000);
        }
    }

    @Test
    void aProcessLeftBehindEndsWithItsCommand() {
        setup(commands("01: {command: 'sleep 87654 &'}"), true).beforeStart();

        assertThat(ProcessHandle.allProcesses()
                        .flatMap(each -> each.info().commandLine().stream())
                        .filter(line -> line.contains("87654")))
                .isEmpty();
    }

    @Test
    void whatWouldChangeTheMachineIsNotRunAndSaid() {
        SourceBundle bundle = shelf.bundle(Map.of(".ebextensions/a.config", """
                packages: {yum: {git: []}}
                services: {sysvinit: {nginx: {enabled: true}}}
                commands:
                  01: {command: 'touch /tmp/x && yum install -y htop'}
                  02: {command: 'echo 1 > /proc/sys/vm/overcommit_memory'}
                  03: {command: [systemctl, restart, nginx]}
                  04: {command: 'touch /tmp/done'}
                files:
                  /etc/nginx/conf.d/a.conf: {mode: "000644", owner: nginx, content: x}
                """));

        setup(bundle, true).beforeStart();

        assertThat(sandbox.resolve("tmp/x")).doesNotExist();
        assertThat(sandbox.resolve("tmp/done")).exists();
        assertThat(bundle.findings().notes())
                .contains(
                        "The command 01 in .ebextensions/a.config is not run: it calls yum, which would change this"
                                + " machine and not only the instance.",
                        "The command 02 in .ebextensions/a.config is not run: it uses"
                                + " /proc/sys/vm/overcommit_memory, which belongs to this machine and not to the instance.",
                        "The command 03 in .ebextensions/a.config is not run: it calls systemctl, which would change this"
                                + " machine and not only the instance.",
                        "The file /etc/nginx/conf.d/a.conf of .ebextensions/a.config is made in the instance's sandbox,"
                                + " where nginx does not read it.",
                        "The key packages of the configuration file .ebextensions/a.config was not carried out: packages"
                                + " would be installed on this machine.",
                        "The key services of the configuration file .ebextensions/a.config was not carried out: there are"
                                + " no services on an instance here.")
                .hasSize(7);
    }

    @Test
    void filesHaveTheirModeAndStayInTheSandbox() throws IOException {
        setup(shelf.bundle(Map.of(".ebextensions/a.config", """
                                files:
                                  "/usr/local/bin/hello":
                                    mode: "000755"
                                    content: |
                                      #!/bin/sh
                                      echo hello > /var/log/hello.log
                                  /etc/app.bin: {encoding: base64, content: AAEC}
                                commands:
                                  01: {command: /usr/local/bin/hello}
                                """)), true).beforeStart();

        assertThat(read("var/log/hello.log")).isEqualTo("hello\n");
        assertThat(sandbox.resolve("etc/app.bin")).hasBinaryContent(new byte[] {0, 1, 2});
        assertThat(Path.of("/var/log/hello.log")).doesNotExist();
    }

    @Test
    void aFileThatLeadsOutOfTheInstanceFailsTheDeployment() {
        SourceBundle bundle = shelf.bundle(
                Map.of(".ebextensions/a.config", "files: {/../../../outside: {mode: '000644', content: x}}"));

        assertThatThrownBy(() -> setup(bundle, true).beforeStart()).hasMessageContaining("leads out of the instance");
        assertThat(directory.resolveSibling("outside")).doesNotExist();
    }

    private static SourceBundle commands(String yaml) {
        return shelf.bundle(Map.of(".ebextensions/a.config", "container_commands:\n" + yaml.indent(2)));
    }

    private InstanceSetup setup(SourceBundle bundle, boolean leader) {
        return new InstanceSetup(bundle, shelf.s3, place(leader, Duration.ofSeconds(20)));
    }

    private SetupPlace place(boolean leader, Duration most) {
        return new SetupPlace(
                directory,
                directory.resolve("logs"),
                Map.of("PORT", "8080"),
                Map.of("COLOUR", "green"),
                Map.of("aws:autoscaling:asg", Map.of("MinSize", "2")),
                leader,
                most);
    }

    private String read(String path) throws IOException {
        return Files.readString(sandbox.resolve(path));
    }
}
